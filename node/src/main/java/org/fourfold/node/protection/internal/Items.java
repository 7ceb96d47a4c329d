package org.fourfold.node.protection.internal;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.fourfold.node.frame.CaseFileId;
import org.fourfold.node.frame.FieldGroup;
import org.fourfold.node.frame.Problem;
import org.fourfold.node.frame.ProblemException;
import org.fourfold.node.frame.Tx;
import org.fourfold.node.protection.IdentificationDecision;
import org.fourfold.node.protection.Screening;
import org.fourfold.node.protection.ScreeningId;
import org.fourfold.node.protection.Sign;
import org.fourfold.node.protection.Told;
import org.fourfold.node.trust.FileKey;
import org.fourfold.node.trust.SealBrokenException;
import tools.jackson.databind.JsonNode;

/**
 * Conversations, signs and decisions in a file, as items of its groups beside the answers: nothing of them stands in clear
 * but that there is one more text. A conversation is in two groups, its answers about danger in that of safety.
 */
final class Items {

    /** More than a file ever has; beyond it nothing is added. */
    static final int ITEMS_MAX = 400;

    private static final Set<FieldGroup> GROUPS = EnumSet.of(FieldGroup.NARRATIVE, FieldGroup.SAFETY);

    private Items() {}

    /** What of these groups there is. */
    static Told read(Tx tx, FileKey key, CaseFileId file, Set<FieldGroup> groups) {
        Set<FieldGroup> open = EnumSet.copyOf(GROUPS);
        open.retainAll(groups);
        Map<ScreeningId, Screening> screenings = new LinkedHashMap<>();
        List<Sign> signs = new ArrayList<>();
        List<IdentificationDecision> decisions = new ArrayList<>();
        for (ContentRows.Stored stored : ContentRows.items(tx, file, open, 2 * ITEMS_MAX)) {
            JsonNode document =
                    IdentificationDocuments.parse(key.open(stored.group(), stored.revision(), stored.text()));
            switch (IdentificationDocuments.kind(document)) {
                case IdentificationDocuments.SCREENING -> {
                    Screening part = IdentificationDocuments.screening(document);
                    requireItem(part.id().value(), stored);
                    screenings.merge(part.id(), part, Items::whole);
                }
                case IdentificationDocuments.SIGN -> {
                    Sign sign = IdentificationDocuments.sign(document);
                    requireItem(sign.id(), stored);
                    signs.add(sign);
                }
                case IdentificationDocuments.DECISION -> {
                    IdentificationDecision decision = IdentificationDocuments.decision(document);
                    requireItem(decision.id(), stored);
                    decisions.add(decision);
                }
                default -> {
                    // Another kind of item of these groups.
                }
            }
        }
        decisions.sort(Comparator.comparing(
                (IdentificationDecision one) -> one.terms().on().from(), Comparator.reverseOrder()));
        return new Told(
                screenings.values().stream()
                        .sorted(Comparator.comparing(
                                (Screening one) -> one.setting().toldOn().from(), Comparator.reverseOrder()))
                        .toList(),
                signs,
                decisions);
    }

    /** Throws the problem when the file has as many as one may have. */
    static void requireRoom(Told told) {
        if (told.screenings().size() + told.signs().size() + told.decisions().size() >= ITEMS_MAX) {
            throw new ProblemException(Problem.of("protection.items-too-many"));
        }
    }

    private static Screening whole(Screening one, Screening other) {
        return new Screening(
                one.id(),
                one.revision(),
                one.setting(),
                one.typist(),
                one.typedAt(),
                one.replies().with(other.replies()));
    }

    private static void requireItem(UUID id, ContentRows.Stored stored) {
        if (!id.equals(stored.item())) {
            throw new SealBrokenException();
        }
    }
}
