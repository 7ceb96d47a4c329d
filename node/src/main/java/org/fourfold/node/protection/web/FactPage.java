package org.fourfold.node.protection.web;

import org.fourfold.node.protection.LegalClocks;

/**
 * The form in which a fact is told or corrected.
 *
 * @param of the fact whose clock it stops; empty for none
 * @param about that fact in words
 * @param fact the fact that is corrected; empty for a new one
 * @param roughly a month or a year will do
 * @param hour the time of day is asked for
 * @param why a reason is asked for, not a document
 */
public record FactPage(
        String path,
        String back,
        String formKey,
        String of,
        String about,
        String fact,
        int revision,
        boolean roughly,
        boolean hour,
        boolean why,
        TypedDate date,
        String proof) {

    public static final int PROOF_MAX = LegalClocks.PROOF_MAX;
}
