package org.fourfold.node.protection.internal;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.fourfold.node.frame.CaseFileId;
import org.fourfold.node.frame.Dated;
import org.fourfold.node.frame.FieldGroup;
import org.fourfold.node.frame.ProblemException;
import org.fourfold.node.frame.Tx;
import org.fourfold.node.protection.Answers;
import org.fourfold.node.protection.DatedText;
import org.fourfold.node.protection.Field;
import org.fourfold.node.protection.Imported;
import org.fourfold.node.trust.FileKey;

/** When a person was born, in the one place where it is told: in the first questions, else by the system they came from. */
final class Births {

    private static final String IMPORTED = "prs_Birthdate";

    /** As well as it is known. */
    record Born(Dated dated, boolean imported) {}

    private Births() {}

    static Optional<Born> of(Tx tx, FileKey key, CaseFileId id) {
        return of(tx, key, id, Reading.document(tx, key, id, FieldGroup.IDENTITY));
    }

    /** @param identity the answers of that group, where they were read already */
    static Optional<Born> of(Tx tx, FileKey key, CaseFileId id, Answers identity) {
        return of(identity, () -> ImportedRecords.read(tx, key, id, Set.of(FieldGroup.IDENTITY)));
    }

    /** @param imported read only where the answers say nothing */
    static Optional<Born> of(Answers identity, Supplier<Imported> imported) {
        return identity.given(Field.BIRTH)
                .map(DatedText::read)
                .map(told -> new Born(told, false))
                .or(() -> imported(imported.get()).map(cell -> new Born(cell, true)));
    }

    /** What cannot be read as a date is none. */
    private static Optional<Dated> imported(Imported record) {
        String cell = record.cells().getOrDefault(IMPORTED, "");
        try {
            return DatedText.typed(List.of(cell), IMPORTED);
        } catch (ProblemException none) {
            return Optional.empty();
        }
    }
}
