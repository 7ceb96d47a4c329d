package org.fourfold.linkage.normalise;

import java.util.List;

/**
 * Where a full name is cut into given names and surnames. Every cut is scored: a word at its usual place counts 1, at the
 * other place -1 ({@link NameLexicon#place}); the habit of the region, two and two, counts less than one word. The
 * numbers only rank cuts of one name, they are no probabilities.
 */
record NameCut(List<NameWord> given, List<NameWord> surnames, PersonName.Order order) {

    /** Words that are looked at for a cut: both parts full. */
    private static final int WORDS_MAX = 2 * PersonName.WORDS_MAX;

    private static final double NOT_TWO = 0.3;
    private static final double NO_GIVEN = 1.6;
    private static final double NO_SURNAME = 1.2;
    private static final double SURNAMES_FIRST = 0.9;

    /** Of three words nobody knows, one given name and two surnames are likelier; of five, three and two. */
    private static final double USUAL = 0.05;

    /** Nearer than this the second best cut may be the right one. */
    private static final double MARGIN = 0.5;

    private static final int USUAL_SURNAMES = 2;
    private static final boolean[] FORWARD = {false};
    private static final boolean[] BOTH_WAYS = {false, true};

    static NameCut best(List<NameWord> allWords, NameLexicon lexicon) {
        List<NameWord> words = allWords.size() > WORDS_MAX ? allWords.subList(0, WORDS_MAX) : allWords;
        double[] places = words.stream().mapToDouble(lexicon::place).toArray();
        int count = words.size();
        double best = Double.NEGATIVE_INFINITY;
        double second = Double.NEGATIVE_INFINITY;
        int bestGiven = 0;
        boolean bestReversed = false;
        for (int given = 0; given <= count; given++) {
            for (boolean reversed : given == 0 || given == count ? FORWARD : BOTH_WAYS) {
                double score = score(places, given, reversed);
                if (score > best) {
                    second = best;
                    best = score;
                    bestGiven = given;
                    bestReversed = reversed;
                } else {
                    second = Math.max(second, score);
                }
            }
        }
        PersonName.Order order =
                count > 2 && best - second >= MARGIN ? PersonName.Order.LIKELY : PersonName.Order.UNSURE;
        return bestReversed
                ? new NameCut(words.subList(count - bestGiven, count), words.subList(0, count - bestGiven), order)
                : new NameCut(words.subList(0, bestGiven), words.subList(bestGiven, count), order);
    }

    private static double score(double[] places, int given, boolean reversed) {
        int surnames = places.length - given;
        double score = reversed ? -SURNAMES_FIRST : 0;
        score -= given == 0 ? NO_GIVEN : NOT_TWO * Math.abs(given - 2);
        score -= surnames == 0 ? NO_SURNAME : NOT_TWO * Math.abs(surnames - 2);
        score += surnames == USUAL_SURNAMES ? USUAL : 0;
        for (int i = 0; i < places.length; i++) {
            boolean isGiven = reversed ? i >= surnames : i < given;
            score += isGiven ? places[i] : -places[i];
        }
        return score;
    }
}
