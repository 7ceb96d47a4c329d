package org.fourfold.node.protection.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.fourfold.node.frame.OrganisationId;
import org.fourfold.node.protection.IdentificationDecision;
import org.fourfold.node.protection.Instruments;
import org.fourfold.node.protection.Screening;
import org.fourfold.node.protection.Sign;
import org.fourfold.node.protection.Told;
import org.fourfold.node.registry.Organisation;
import org.fourfold.node.shell.PageFrame;

/** What goes along of conversations, signs and decisions, in rows: what was given, and no silence. */
final class ToldWords {

    private ToldWords() {}

    static List<Row> rows(PageFrame frame, Told told, Instruments instruments, List<Organisation> organisations) {
        List<Row> rows = new ArrayList<>();
        for (Screening screening : told.screenings()) {
            rows.add(new Row(
                    frame.text("protection.conversation.title"),
                    Showing.date(frame, screening.setting().toldOn()),
                    true,
                    ""));
            instruments
                    .find(screening.setting().instrument(), screening.setting().version())
                    .ifPresent(instrument ->
                            IdentificationWords.replies(frame, instrument, screening.replies(), "").stream()
                                    .filter(Row::given)
                                    .forEach(rows::add));
        }
        for (Sign sign : told.signs()) {
            if (sign.setAside().isEmpty()) {
                rows.add(new Row(
                        frame.text("protection.worksheet.by-hand"), IdentificationWords.sign(frame, sign), true, ""));
            }
        }
        Map<OrganisationId, String> names =
                organisations.stream().collect(Collectors.toMap(Organisation::id, Organisation::name));
        for (IdentificationDecision decision : told.decisions()) {
            rows.addAll(DecisionsController.rows(frame, decision.terms(), names));
        }
        return rows;
    }
}
