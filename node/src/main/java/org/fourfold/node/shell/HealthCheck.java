package org.fourfold.node.shell;

import java.util.List;

/**
 * One thing that can be well or not: the disk, the clock, the last backup. Beans of this type stand on the health page, in
 * the order of the keys of their names. A check is quick, shows no guarded data and never throws.
 */
@FunctionalInterface
public interface HealthCheck {

    List<Finding> check();

    /**
     * What was found.
     *
     * @param name what was looked at
     * @param state well or not
     * @param detail what it is now
     * @param mend what to do, where there is something to do
     */
    record Finding(Text name, State state, Text detail, java.util.Optional<Text> mend) {

        public static Finding well(Text name, Text detail) {
            return new Finding(name, State.WELL, detail, java.util.Optional.empty());
        }

        public static Finding careful(Text name, Text detail, Text mend) {
            return new Finding(name, State.CAREFUL, detail, java.util.Optional.of(mend));
        }

        public static Finding ill(Text name, Text detail, Text mend) {
            return new Finding(name, State.ILL, detail, java.util.Optional.of(mend));
        }
    }

    /** How a thing stands. */
    enum State {
        WELL,
        CAREFUL,
        ILL
    }
}
