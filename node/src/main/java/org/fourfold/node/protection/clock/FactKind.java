package org.fourfold.node.protection.clock;

import static org.fourfold.node.frame.FieldGroup.IDENTITY;
import static org.fourfold.node.frame.FieldGroup.LEGAL;
import static org.fourfold.node.frame.FieldGroup.SAFETY;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.fourfold.node.frame.FieldGroup;

/**
 * Every kind of fact that starts or stops a clock, each in one field group. Migration status is the lawyer's group; the birth
 * date belongs to who the person is. The name is stored: never rename a constant.
 */
public enum FactKind {
    BIRTH(IDENTITY, Told.ROUGHLY, Tense.PAST),

    /** An official in the United States learned that a person under 18 may be a victim. */
    US_MINOR_FOUND(SAFETY, Told.MOMENT, Tense.PAST),
    HHS_NOTIFIED(SAFETY, Told.MOMENT, Tense.PAST),
    ASSISTANCE_REQUESTED(SAFETY, Told.DAY, Tense.PAST),
    INTERIM_BEGAN(SAFETY, Told.DAY, Tense.PAST),
    INTERIM_EXTENDED_UNTIL(SAFETY, Told.DAY, Tense.ANY),
    ELIGIBILITY_LETTER(SAFETY, Told.DAY, Tense.PAST),
    /** A federal department found that the child it holds is unaccompanied. */
    US_CUSTODY(SAFETY, Told.MOMENT, Tense.PAST),
    GIVEN_TO_ORR(SAFETY, Told.MOMENT, Tense.PAST),
    /** It became known that the rights of a person under 18 are or were violated. */
    MX_CHILD_HARMED(SAFETY, Told.MOMENT, Tense.PAST),
    PROCURADURIA_TOLD(SAFETY, Told.MOMENT, Tense.PAST),
    /** A clock does not apply here, and why. */
    SET_ASIDE(SAFETY, Told.DAY, Tense.PAST),

    CONTINUED_PRESENCE_UNTIL(LEGAL, Told.DAY, Tense.ANY),
    CONTINUED_PRESENCE_ASKED_AGAIN(LEGAL, Told.DAY, Tense.PAST),
    T_GRANTED(LEGAL, Told.DAY, Tense.PAST),
    T_NEXT_FILED(LEGAL, Told.DAY, Tense.PAST),
    U_SIGNED(LEGAL, Told.DAY, Tense.PAST),
    U_FILED(LEGAL, Told.DAY, Tense.PAST),
    U_GRANTED(LEGAL, Told.DAY, Tense.PAST),
    U_NEXT_FILED(LEGAL, Told.DAY, Tense.PAST),
    FAMILY_BIRTH(LEGAL, Told.ROUGHLY, Tense.PAST),
    FAMILY_FILED(LEGAL, Told.DAY, Tense.PAST),
    MX_ENTERED(LEGAL, Told.ROUGHLY, Tense.PAST),
    REFUGE_CLAIMED(LEGAL, Told.DAY, Tense.PAST),
    REFUGE_DECIDED(LEGAL, Told.DAY, Tense.PAST),
    /** The day on which a refusal was notified. */
    REFUGE_DENIED(LEGAL, Told.DAY, Tense.PAST),
    REVIEW_FILED(LEGAL, Told.DAY, Tense.PAST),
    CARD_UNTIL(LEGAL, Told.DAY, Tense.ANY),
    CARD_RENEWAL_ASKED(LEGAL, Told.DAY, Tense.PAST),
    SET_ASIDE_LEGAL(LEGAL, Told.DAY, Tense.PAST);

    /** How well it has to be known. */
    public enum Told {
        /** A day, a month or a year. */
        ROUGHLY,
        DAY,
        /** A day, and the time of day where it is known. */
        MOMENT
    }

    /** Whether it may lie ahead. */
    public enum Tense {
        PAST,
        ANY
    }

    private final FieldGroup group;
    private final Told told;
    private final Tense tense;

    FactKind(FieldGroup group, Told told, Tense tense) {
        this.group = group;
        this.told = told;
        this.tense = tense;
    }

    public FieldGroup group() {
        return group;
    }

    public Told told() {
        return told;
    }

    public Tense tense() {
        return tense;
    }

    /** Whether it is told as a fact of its own; the birth date is an answer of the file. */
    public boolean isTold() {
        return this != BIRTH;
    }

    /** Said of one clock, with a reason. */
    public boolean setsAside() {
        return this == SET_ASIDE || this == SET_ASIDE_LEGAL;
    }

    /** Its name in packs, addresses and keys: {@code hhs-notified}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static Optional<FactKind> parse(String code) {
        return Arrays.stream(values()).filter(kind -> kind.code().equals(code)).findFirst();
    }
}
