package org.fourfold.estimate.prevalence;

import org.fourfold.estimate.run.Fault;

/** What may be wrong with lists and with estimates from them. */
public enum PrevalenceFault implements Fault {
    /** How many lists, how many at most. */
    TOO_MANY_LISTS(true),
    ONE_LIST(true),
    /** The list's name. */
    LIST_TWICE(true),
    /** The list's name. */
    EMPTY_LIST(true),
    /** The count. */
    NEGATIVE_COUNT(true),
    /** The count as it was given. */
    NO_WHOLE_COUNT(true),
    /** How many are counted at most. */
    TOO_MANY_CASES(true),
    /** A row in which no list has the person. */
    ROW_WITHOUT_LIST(true),
    NOBODY(true),
    /** No person stands on two lists. */
    NO_OVERLAP(true),
    /** The model. */
    NO_ESTIMATE(true),
    /** The model. */
    NOT_IDENTIFIABLE(true),
    /** The least and the greatest estimate. */
    METHODS_DIFFER(false),
    /** The list's name, and how many persons are few. */
    SMALL_LIST(false),
    /** The pairs by their lists' names. */
    PAIRS_WITHOUT_OVERLAP(false),
    /** How many models have no estimate, how many are not identifiable, and of how many. */
    MODELS_WITHOUT_ESTIMATE(false),
    /** How many models were looked at. */
    NOT_ALL_MODELS(false),
    /** The list's name, the limits of what was foretold, and what there is. */
    LIST_NOT_FORETOLD(false),
    /** The list's name. */
    LIST_NOT_CHECKED(false),
    /** How many counts are withheld, and up to which count they are small. */
    SMALL_COUNTS(false),
    /** The place is the method, here and below: how many replicates, of how many. */
    REPLICATES_WITHOUT_ESTIMATE(false),
    NO_UPPER_LIMIT(false),
    LIMITS_COINCIDE(false),
    SEVERAL_HEAPS(false),
    /** In how many replicates of a hundred. */
    MODEL_SELDOM_CHOSEN(false),
    /** The least and the greatest estimate without one case. */
    ONE_CASE_MOVES(false),
    /** How many lists, how many at least, how many at most. */
    GRAPHS_LISTS(true),
    /** The largest number of persons that was looked at. */
    GRAPHS_NEAR_THE_END(false),
    /** How many chains, of how many. */
    CHAIN_STILL(true),
    /** R-hat, its limit. */
    CHAINS_DISAGREE(true),
    /** R-hat, how small it should be. */
    CHAINS_DIFFER(false),
    /** How many effective draws, how many at least. */
    FEW_DRAWS(true),
    /** How many classes. */
    CLASSES_FULL(false),
    NO_PROPER_POSTERIOR(true),
    /** Per cent of steps taken, at least, at most. */
    STEPS_TAKEN(true),
    /** The ratio, the threshold. */
    NEAR_THRESHOLD(false),
    NO_STRATUM(true),
    /** How many cases it has. */
    STRATUM_WITHOUT_ESTIMATE(false),
    /** How many draws, of how many. */
    LINKAGE_MOSTLY_REFUSED(true),
    /** How many draws, of how many. */
    LINKAGE_SOME_REFUSED(false),
    /** How many cells, how many at most. */
    TOO_MANY_CELLS(true),
    /** The value. */
    COVARIATE_VALUE(true),
    /** The value that nobody has. */
    COVARIATE_UNSEEN(true),
    /** Two numbers of persons that explain the lists equally well. */
    COVARIATES_OPEN(true),
    /** How many rounds. */
    EM_UNSETTLED(true),
    /** How many replicates, of how many. */
    REPLICATES_UNSETTLED(false),
    COVARIATES_UNTOLD(true);

    private final boolean refuses;

    PrevalenceFault(boolean refuses) {
        this.refuses = refuses;
    }

    @Override
    public boolean refuses() {
        return refuses;
    }
}
