package org.fourfold.node.protection;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import java.util.random.RandomGenerator;
import org.fourfold.node.frame.Actor;
import org.fourfold.node.frame.Database;
import org.fourfold.node.frame.Problem;
import org.fourfold.node.frame.ProblemException;
import org.fourfold.node.protection.internal.Gate;
import org.fourfold.node.protection.internal.Speaking;
import org.fourfold.node.trust.Keyring;

/**
 * What the house says, recorded in the languages that people speak: a supervisor adds it, who looks after the house plays it. What
 * was played once is kept, for a consent says what was heard. Refusals are {@link org.fourfold.node.frame.RefusedException}.
 * Threads: safe.
 */
public final class Spoken {

    /** More than a house records. */
    public static final int RECORDINGS_MAX = 200;

    /** What is said. The name is stored: never rename a constant. */
    public enum Text {
        /** Before the first question. */
        RIGHTS,
        /** Before a person agrees to something. */
        CONSENT,
        /** What the person's own view is. */
        OWN
    }

    /**
     * A recording without its sound.
     *
     * @param language a code of {@link Field#RIGHTS_LANGUAGE}
     * @param played whether it is the one that is played: the latest of its text and language, unless it was taken away
     */
    public record Recording(UUID id, Text text, String language, Instant added, boolean played) {}

    private final Speaking speaking;
    private final InstantSource clock;

    public Spoken(Database database, Keyring keyring, InstantSource clock, RandomGenerator random) {
        this.speaking = new Speaking(new Gate(database), keyring, random);
        this.clock = clock;
    }

    /** All there are, by text and language, the latest first; those that are not played any more too. */
    public List<Recording> all(Actor actor) {
        return speaking.all(actor);
    }

    /** Adds one, which is played from now on. Throws ProblemException. */
    public void add(Actor actor, Text text, String language, Sound sound) {
        if (!languages().contains(language)) {
            throw new ProblemException(Problem.inField("protection.sound-language", "language"));
        }
        speaking.add(actor, text, language, sound, clock.instant());
    }

    /** It is not played any more. */
    public void takeAway(Actor actor, UUID recording) {
        speaking.takeAway(actor, recording);
    }

    /** Its sound. Throws RefusedException for one that is not there. */
    public Sound play(Actor actor, UUID recording) {
        return speaking.play(actor, recording);
    }

    /** In which one can be: a language of signs has no sound. */
    public static List<String> languages() {
        return Field.RIGHTS_LANGUAGE.options().stream()
                .filter(code -> !code.equals("sign"))
                .toList();
    }
}
