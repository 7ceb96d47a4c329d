package org.fourfold.linkage.report;

/** What a reader must know before any figure. */
public sealed interface Warning {

    /** No two records were found to be one: nothing was linked, and nothing was invented. */
    record NothingLinked() implements Warning {}

    /** A column is empty in every record, so it said nothing. */
    record EmptyColumn(String column) implements Warning {}

    /**
     * Too many records share one value of a rule, such as a shelter's phone; they were not all compared with each other.
     *
     * @param rule the rule
     * @param records how many share it
     */
    record LargeBlock(String rule, long records) implements Warning {}

    /**
     * A telephone, account or the like that many who are not one have: it ties them to each other, and makes nobody one.
     *
     * @param field where it stands
     * @param records that say it
     * @param clusters in which they are
     */
    record Hub(String field, long records, long clusters) implements Warning {}

    /** Ids that occur in more than one source or more than once in one. */
    record IdsReused(long ids) implements Warning {}

    /** Records that are alike in every column, beyond the first of each. */
    record RowsRepeated(long rows) implements Warning {}

    /** People's judgements contradict each other. */
    record LabelsContradict(long contradictions) implements Warning {}

    /** Anything else, in both languages. */
    record Told(String english, String spanish) implements Warning {

        String in(Language language) {
            return switch (language) {
                case EN -> english;
                case ES -> spanish;
            };
        }
    }
}
