package org.fourfold.node.frame;

import static org.fourfold.node.frame.FieldGroup.CONTACT;
import static org.fourfold.node.frame.FieldGroup.DURESS;
import static org.fourfold.node.frame.FieldGroup.HEALTH;
import static org.fourfold.node.frame.FieldGroup.IDENTITY;
import static org.fourfold.node.frame.FieldGroup.LEGAL;
import static org.fourfold.node.frame.FieldGroup.NARRATIVE;
import static org.fourfold.node.frame.FieldGroup.NEEDS;
import static org.fourfold.node.frame.FieldGroup.NOTES;
import static org.fourfold.node.frame.FieldGroup.SAFETY;

import java.util.EnumSet;
import java.util.Set;

/**
 * The one decision about case files: a pure function of what is asked, without clock, database or state. The row
 * security policies are compared with it, and it is compared with sentences written from the law
 * ({@code decide/*.csv} among the tests).
 *
 * <p>Deny by default: what no rule here allows is refused. A purpose, a role and a relation are all three needed.
 */
public final class Decisions {

    private Decisions() {}

    /** Work inside the organisation. */
    public static Decision decide(Request request) {
        Role role = request.actor().role();
        Purpose purpose = request.actor().purpose();
        if (request.operation() == Operation.SEE_READERS && overseesReading(role, purpose)) {
            return Decision.allowed(Set.of(), "oversight");
        }
        if (purpose != Purpose.PROTECTION) {
            return Decision.refused("purpose");
        }
        if (!helps(role)) {
            return Decision.refused("role");
        }
        if (request.operation() == Operation.SEARCH) {
            return Decision.allowed(Set.of(), "search-before-create");
        }
        Set<Relation> relations = relations(request.file(), role);
        if (relations.isEmpty()) {
            return Decision.refused(request.file().sealed() ? "sealed" : "relation");
        }
        if (request.operation() == Operation.WRITE && !request.file().open()) {
            return Decision.refused("closed");
        }
        return within(request, relations);
    }

    /** Something that would leave the organisation. */
    public static Decision decide(Handover handover) {
        if (handover.form() == Handover.Form.TOTALS) {
            return Decision.allowed(Set.of(), "totals");
        }
        if (handover.kind() == Handover.RecipientKind.SHARED_STORE || handover.form() == Handover.Form.HASHED) {
            return Decision.refused("shared-store");
        }
        if (handover.actor().purpose() != Purpose.PROTECTION) {
            return Decision.refused("relation");
        }
        if (!mayHandOver(handover)) {
            return asksForOverride(handover) ? OverrideRules.alone(handover) : Decision.refused("relation");
        }
        return switch (handover.kind()) {
            case THE_PERSON -> Decision.allowed(handover.groups(), "own-copy");
            case FUNDER -> Decision.refused("funder");
            case IMMIGRATION_AUTHORITY -> Decision.refused("immigration-authority");
            case SERVICE, PROSECUTION -> byConsentElseDuty(handover);
            case COURT -> byDutyElseConsent(handover);
            case SHARED_STORE -> Decision.refused("shared-store");
        };
    }

    /** Asking for an override: whoever answers for the file, its lawyer, and who is there at night. */
    public static Decision askingOverride(Actor actor, FileFacts file) {
        boolean may = actor.purpose() == Purpose.PROTECTION
                && helps(actor.role())
                && relations(file, actor.role()).stream().anyMatch(relation -> switch (relation) {
                    case OWNER, SUPERVISOR_OF_TEAM, LAWYER_OF_FILE, NIGHT_COVER -> true;
                    case TEAM, BREAK_GLASS -> false;
                });
        return may ? Decision.allowed(Set.of(), "relation") : Decision.refused("relation");
    }

    /** Approving an override that somebody else asked for, or leaving it: a second person who may hand over themselves. */
    public static Decision approvingOverride(Actor actor, FileFacts file, MemberId askedBy) {
        if (actor.purpose() != Purpose.PROTECTION || !mayHandOver(actor.role(), file)) {
            return Decision.refused("relation");
        }
        return actor.member().equals(askedBy)
                ? Decision.refused("second-person")
                : Decision.allowed(Set.of(), "relation");
    }

    /**
     * Sealing the record of the whole house, for somebody outside or for its last day: headers and proofs, nobody's content.
     * The record of one file goes with {@link Operation#SEE_READERS} of that file.
     */
    public static Decision sealing(Actor actor) {
        boolean fits = switch (actor.purpose()) {
            case OVERSIGHT ->
                switch (actor.role()) {
                    case SUPERVISOR, PRIVACY_OFFICER, TRUSTEE, ADMINISTRATOR -> true;
                    case CASEWORKER, NIGHT_STAFF, LAWYER, INVESTIGATOR, PROSECUTOR, ANALYST, LIAISON -> false;
                };
            case ADMINISTRATION -> actor.role() == Role.ADMINISTRATOR;
            case PROTECTION, INVESTIGATION, PREVENTION, PARTNERSHIP -> false;
        };
        return fits ? Decision.allowed(Set.of(), "oversight") : Decision.refused("role");
    }

    /** Hearing complaints about the house itself: its trustees, and nobody who works in it. */
    public static Decision hearing(Actor actor) {
        return actor.purpose() == Purpose.OVERSIGHT && actor.role() == Role.TRUSTEE
                ? Decision.allowed(Set.of(), "trustee")
                : Decision.refused("role");
    }

    private static Decision within(Request request, Set<Relation> relations) {
        Set<FieldGroup> permitted = EnumSet.noneOf(FieldGroup.class);
        for (Relation relation : relations) {
            permitted.addAll(groups(request.operation(), relation));
        }
        return switch (request.operation()) {
            case SEE_EXISTS -> Decision.allowed(Set.of(), "relation");
            case VIEW, WRITE, PRINT -> only(request.groups(), permitted, "relation", "field-group");
            case CLOSE, ERASE, SEE_READERS ->
                relations.contains(Relation.OWNER) || relations.contains(Relation.SUPERVISOR_OF_TEAM)
                        ? Decision.allowed(Set.of(), "relation")
                        : Decision.refused("relation");
            case SEARCH -> Decision.allowed(Set.of(), "search-before-create");
        };
    }

    /** Which groups a relation opens for an operation. Least first: each line says what the work needs. */
    private static Set<FieldGroup> groups(Operation operation, Relation relation) {
        return switch (operation) {
            case VIEW ->
                switch (relation) {
                    case OWNER -> EnumSet.of(IDENTITY, CONTACT, SAFETY, NEEDS, HEALTH, NARRATIVE, NOTES, DURESS);
                    case TEAM -> EnumSet.of(IDENTITY, CONTACT, SAFETY, NEEDS, NOTES);
                    case SUPERVISOR_OF_TEAM -> EnumSet.of(IDENTITY, CONTACT, SAFETY, NEEDS, HEALTH, NARRATIVE, NOTES);
                    case LAWYER_OF_FILE -> EnumSet.of(IDENTITY, CONTACT, SAFETY, NARRATIVE, LEGAL, DURESS);
                    case NIGHT_COVER -> EnumSet.of(IDENTITY, CONTACT, SAFETY, NEEDS);
                    case BREAK_GLASS -> EnumSet.of(IDENTITY, CONTACT, SAFETY, NEEDS, HEALTH);
                };
            case WRITE ->
                switch (relation) {
                    case OWNER -> EnumSet.of(IDENTITY, CONTACT, SAFETY, NEEDS, HEALTH, NARRATIVE, NOTES, DURESS);
                    case TEAM -> EnumSet.of(NEEDS, NOTES);
                    case SUPERVISOR_OF_TEAM -> EnumSet.of(NOTES);
                    case LAWYER_OF_FILE -> EnumSet.of(LEGAL, DURESS);
                    case NIGHT_COVER -> EnumSet.of(SAFETY, NEEDS);
                    case BREAK_GLASS -> EnumSet.noneOf(FieldGroup.class);
                };
            case PRINT ->
                switch (relation) {
                    case OWNER, SUPERVISOR_OF_TEAM, LAWYER_OF_FILE -> groups(Operation.VIEW, relation);
                    case TEAM, NIGHT_COVER, BREAK_GLASS -> EnumSet.noneOf(FieldGroup.class);
                };
            case SEE_EXISTS, SEARCH, CLOSE, ERASE, SEE_READERS -> EnumSet.noneOf(FieldGroup.class);
        };
    }

    /** The relations that count: those that fit the role acted in, and for a sealed file its owner and its lawyer only. */
    private static Set<Relation> relations(FileFacts file, Role role) {
        Set<Relation> counted = EnumSet.noneOf(Relation.class);
        for (Relation relation : file.relations()) {
            boolean opensSealed = relation == Relation.OWNER || relation == Relation.LAWYER_OF_FILE;
            if (fits(relation, role) && (opensSealed || !file.sealed())) {
                counted.add(relation);
            }
        }
        return counted;
    }

    private static boolean fits(Relation relation, Role role) {
        return switch (relation) {
            case OWNER, TEAM -> role == Role.CASEWORKER || role == Role.SUPERVISOR;
            case SUPERVISOR_OF_TEAM -> role == Role.SUPERVISOR;
            case LAWYER_OF_FILE -> role == Role.LAWYER;
            case NIGHT_COVER -> role == Role.NIGHT_STAFF;
            case BREAK_GLASS -> role == Role.CASEWORKER || role == Role.NIGHT_STAFF || role == Role.SUPERVISOR;
        };
    }

    private static boolean helps(Role role) {
        return switch (role) {
            case CASEWORKER, NIGHT_STAFF, SUPERVISOR, LAWYER -> true;
            case INVESTIGATOR, PROSECUTOR, ANALYST, LIAISON, PRIVACY_OFFICER, TRUSTEE, ADMINISTRATOR -> false;
        };
    }

    private static boolean overseesReading(Role role, Purpose purpose) {
        return purpose == Purpose.OVERSIGHT && role == Role.PRIVACY_OFFICER;
    }

    private static boolean mayHandOver(Handover handover) {
        return mayHandOver(handover.actor().role(), handover.file());
    }

    private static boolean mayHandOver(Role role, FileFacts file) {
        return helps(role)
                && relations(file, role).stream().anyMatch(relation -> switch (relation) {
                    case OWNER, SUPERVISOR_OF_TEAM, LAWYER_OF_FILE -> true;
                    case TEAM, NIGHT_COVER, BREAK_GLASS -> false;
                });
    }

    /** Who is there at night hands over what they themselves asked for and somebody else approved, and nothing beside. */
    private static boolean asksForOverride(Handover handover) {
        return handover.override()
                        .filter(override ->
                                override.askedBy().equals(handover.actor().member()))
                        .isPresent()
                && askingOverride(handover.actor(), handover.file()).allowed();
    }

    private static Decision byConsentElseDuty(Handover handover) {
        Decision consent = byConsentElseOverride(handover);
        return consent.allowed() || handover.duty().isEmpty() ? consent : byDuty(handover);
    }

    private static Decision byDutyElseConsent(Handover handover) {
        return handover.duty().isPresent() ? byDuty(handover) : byConsentElseOverride(handover);
    }

    /** What the person withheld stays withheld: an override goes against a consent that is missing, never against a no. */
    private static Decision byConsentElseOverride(Handover handover) {
        Decision consent = byConsent(handover);
        if (handover.override().isEmpty()
                || consent.reason().equals("withheld")
                || consent.permitted().containsAll(handover.groups())) {
            return consent;
        }
        Decision override = OverrideRules.decide(handover, handover.override().get());
        return override.allowed() || !consent.allowed() ? override : consent;
    }

    /** Consents do not add up across recipients or purposes; several for the same recipient and purpose do. */
    private static Decision byConsent(Handover handover) {
        if (handover.withheldFrom().contains(handover.recipient())) {
            return Decision.refused("withheld");
        }
        Set<FieldGroup> permitted = EnumSet.noneOf(FieldGroup.class);
        String nearest = "no-consent";
        for (ConsentFact consent : handover.consents()) {
            String fault = fault(consent, handover);
            if (fault.isEmpty()) {
                permitted.addAll(consent.groups());
            } else if (nearest.equals("no-consent")) {
                nearest = fault;
            }
        }
        return only(handover.groups(), permitted, "consent", permitted.isEmpty() ? nearest : "field-group");
    }

    private static String fault(ConsentFact consent, Handover handover) {
        if (!consent.recipient().equals(handover.recipient())) {
            return "other-recipient";
        }
        if (consent.purpose() != handover.purpose()) {
            return "other-purpose";
        }
        if (!consent.informed() || consent.conditionOfService()) {
            return "consent-void";
        }
        if (consent.givenBy() == ConsentFact.GivenBy.IMPLICATED_GUARDIAN) {
            return "guardian-implicated";
        }
        if (consent.givenBy() == ConsentFact.GivenBy.GUARDIAN_ALONE) {
            return "minor-not-asked";
        }
        return consent.holds(handover.at()) ? "" : "consent-ended";
    }

    private static Decision byDuty(Handover handover) {
        LegalDuty duty = handover.duty().orElseThrow();
        if (!duty.approvedByLawyer()) {
            return Decision.refused("lawyer-not-asked");
        }
        if (!duty.personTold() && !duty.tellingForbidden()) {
            return Decision.refused("person-not-told");
        }
        return only(handover.groups(), duty.scope(), "legal-duty", "beyond-scope");
    }

    static Decision only(Set<FieldGroup> asked, Set<FieldGroup> open, String because, String otherwise) {
        Set<FieldGroup> both = EnumSet.noneOf(FieldGroup.class);
        both.addAll(asked);
        both.retainAll(open);
        return both.isEmpty() ? Decision.refused(otherwise) : Decision.allowed(both, because);
    }
}
