package org.fourfold.node.trust.web;

import java.util.List;
import java.util.Optional;
import org.fourfold.node.shell.Tag;
import org.fourfold.node.trust.Witnesses;

/**
 * Who vouches for the record, up to which size, since when.
 *
 * @param key of the present log, and {@code folder} where it is shown: what a witness needs; empty before the first checkpoint
 * @param mayAppoint whether the reader may appoint and end them
 * @param typed what stands in the form after a fault
 */
public record WitnessesPage(
        List<Line> lines, Optional<String> key, String folder, boolean mayAppoint, Witnesses.Appointment typed) {

    static final Witnesses.Appointment NOTHING = new Witnesses.Appointment("", "", "", 7);

    public WitnessesPage {
        lines = List.copyOf(lines);
    }

    /**
     * One witness.
     *
     * @param path where it is ended
     * @param vouches up to which size, since when and when it last said so; empty where it has not yet
     * @param after how many entries came since
     * @param fingerprint of its key, in groups
     * @param looked when its place was looked at last and what was found
     * @param forks what it showed of another story, whole
     */
    public record Line(
            String path,
            String name,
            Tag state,
            Optional<String> vouches,
            String after,
            String fingerprint,
            String place,
            String looked,
            List<Fork> forks) {

        public Line {
            forks = List.copyOf(forks);
        }
    }

    /** A checkpoint of another story: in words, and as it was shown. */
    public record Fork(String what, String note) {}
}
