package org.fourfold.linkage.explain;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.fourfold.linkage.model.Level;

/** What one comparison of two records came to. Values are normalised, cut and masked; empty where nothing is said. */
public sealed interface Finding {

    /** As the model names it; of {@link Together} the interaction's name. */
    String slot();

    /** What the first record says. */
    String left();

    /** What the second record says. */
    String right();

    /** Evidence, in parts of a bit (1,024 to the bit): above 0 for one person, below 0 against it. */
    int parts();

    /**
     * Both say something.
     *
     * @param level its number, 1 for the model's first
     * @param holds which level that is
     * @param levelParts what the level is worth, in parts of a bit
     * @param rarityParts what the values' rarity adds, in parts of a bit; negative for common ones
     * @param share of the records that say something here, how many say this (for sound: another that sounds the same; for two
     *     values the geometric mean), above 0 up to 1; empty where rarity does not count. Where records say several values it is
     *     a share of all that are said
     * @param among how many values were compared; empty where nobody says several
     */
    record Compared(
            String slot,
            int level,
            Level holds,
            String left,
            String right,
            int levelParts,
            int rarityParts,
            OptionalDouble share,
            Optional<Among> among)
            implements Finding {

        @Override
        public int parts() {
            return levelParts + rarityParts + among.map(Among::parts).orElse(0);
        }
    }

    /**
     * Among how many values those that agree were found.
     *
     * @param left how many the first record says
     * @param right how many the second one says
     * @param parts evidence that this takes away, in parts of a bit; above 0 where nothing agrees
     */
    record Among(int left, int right, int parts) {}

    /**
     * What agrees so agrees together in families: a part of it was counted before.
     *
     * @param slot the interaction, as the model calls it
     * @param slots what it is about
     * @param parts what it takes, in parts of a bit; below 0
     */
    record Together(String slot, List<String> slots, int parts) implements Finding {

        public Together {
            slots = List.copyOf(slots);
        }

        @Override
        public String left() {
            return "";
        }

        @Override
        public String right() {
            return "";
        }
    }

    /** One of them says nothing, or they say different parts of a place: worth nothing either way. */
    record NotSaid(String slot, String left, String right) implements Finding {

        @Override
        public int parts() {
            return 0;
        }
    }
}
