package org.fourfold.linkage.explain;

import org.fourfold.linkage.model.FieldKind;
import org.fourfold.linkage.records.RecordName;

/** How much of a value an explanation shows. What is said never becomes what is not said: empty counts as {@link #HIDDEN}. */
@FunctionalInterface
public interface Masking {

    /** Stands for what is not shown; as long for a short value as for a long one. */
    String HIDDEN = "•••";

    /** Shows everything, reasons of judgements too. */
    Masking NONE = new Masking() {
        @Override
        public String shown(RecordName record, FieldKind kind, String slot, String value) {
            return value;
        }

        @Override
        public boolean showsReasons() {
            return true;
        }
    };

    /** Of names and texts the first letter, of dates the year, of places and categories all, of numbers nothing. */
    Masking INITIALS = (record, kind, slot, value) -> switch (kind) {
        case PERSON, WORD, TEXT, ORGANISATION, ADDRESS -> value.substring(0, value.offsetByCodePoints(0, 1)) + HIDDEN;
        case DATE -> value.substring(0, Math.min(4, value.length()));
        case PLACE, CATEGORY -> value;
        case PHONE, NUMBER, ACCOUNT, PLATE, QUANTITY -> HIDDEN;
    };

    /** Shows no value at all. */
    Masking ALL = (record, kind, slot, value) -> HIDDEN;

    /**
     * A value as it may be shown.
     *
     * @param record whose it is: rights may differ from record to record
     * @param kind of the field
     * @param slot as the model names it
     * @param value normalised, never empty
     */
    String shown(RecordName record, FieldKind kind, String slot, String value);

    /** Whether the reasons that people gave for judgements are shown: free text may name somebody. */
    default boolean showsReasons() {
        return false;
    }
}
