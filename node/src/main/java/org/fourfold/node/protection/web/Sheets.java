package org.fourfold.node.protection.web;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.fourfold.node.protection.Field;
import org.fourfold.node.protection.Note;
import org.fourfold.node.protection.Sharing;
import org.fourfold.node.shell.PageFrame;

/**
 * What went out, on paper, in the reader's language, with the terms on which it is given. What was told in conversations comes
 * in rows from {@link ToldWords}.
 */
final class Sheets {

    private Sheets() {}

    static SharePage.Sheet byConsent(
            PageFrame frame, String recipient, Instant at, Sharing.Given given, List<Row> told) {
        return of(
                frame,
                recipient,
                at,
                given,
                told,
                frame.text("protection.share.held-back"),
                frame.text("protection.share.terms"));
    }

    /** @param under the demand in words */
    static SharePage.Sheet byDuty(
            PageFrame frame, String recipient, Instant at, Sharing.Given given, List<Row> told, String under) {
        return of(
                frame,
                recipient,
                at,
                given,
                told,
                frame.text("protection.demand.held-back"),
                frame.text("protection.demand.terms", "demand", under));
    }

    static SharePage.Sheet byOverride(
            PageFrame frame, String recipient, Instant at, Sharing.Given given, List<Row> told) {
        return of(
                frame,
                recipient,
                at,
                given,
                told,
                frame.text("protection.override.held-back"),
                frame.text("protection.override.terms"));
    }

    private static SharePage.Sheet of(
            PageFrame frame,
            String recipient,
            Instant at,
            Sharing.Given given,
            List<Row> told,
            String heldBack,
            String terms) {
        List<Row> rows = new ArrayList<>();
        for (Field field : Field.values()) {
            if (given.answers().given(field).isPresent()) {
                rows.add(Showing.row(frame, field, given.answers().of(field), ""));
            }
        }
        rows.addAll(told);
        return new SharePage.Sheet(
                recipient,
                frame.moment(at),
                rows,
                given.notes().stream().map(Note::text).toList(),
                given.heldBack().isEmpty() ? "" : heldBack + " " + ConsentWords.groups(frame, given.heldBack()),
                terms);
    }
}
