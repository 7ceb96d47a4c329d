package org.fourfold.node.protection;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.fourfold.node.frame.CaseFileId;
import org.fourfold.node.frame.FieldGroup;
import org.fourfold.node.frame.Handover.RecipientKind;
import org.fourfold.node.frame.LegalDuty;
import org.fourfold.node.frame.MemberId;
import org.fourfold.node.frame.OrganisationId;

/**
 * A demand by an authority for what is in a file, or for somebody of whom it is not known whether there is a file. It is
 * only a paper until the file's lawyer found that it binds; then it is a {@link LegalDuty}, which the one decision asks for.
 *
 * @param file empty while it is tied to no file
 * @param writtenBy who wrote it down when it arrived
 * @param due until when it asks to be met; empty where it names no day
 * @param steps everything that was done with it, the first first; the first is that it was received
 */
public record LegalDemand(
        DemandId id,
        Optional<CaseFileId> file,
        MemberId writtenBy,
        LocalDate received,
        Optional<LocalDate> due,
        Terms terms,
        List<Step> steps) {

    /** As whom somebody asks. */
    public enum Authority {
        COURT,
        PROSECUTION,
        POLICE,
        IMMIGRATION_AUTHORITY,
        OTHER
    }

    /** How it arrived. */
    public enum Arrival {
        PAPER,
        IN_PERSON,
        TELEPHONE
    }

    /** How it stands. */
    public enum State {
        RECEIVED,
        WITH_LAWYER,
        CHALLENGED,
        NARROWED,
        APPROVED,
        REFUSED,
        ANSWERED;

        /** Whether nothing more is to be decided. */
        public boolean isOver() {
            return this == REFUSED || this == ANSWERED;
        }

        /** The state after these steps. */
        public static State after(Collection<Kind> kinds) {
            State state = RECEIVED;
            for (Kind kind : kinds) {
                state = switch (kind) {
                    case RECEIVED, TIED, PERSON_TOLD, TELLING_FORBIDDEN -> state;
                    case LAWYER_ASKED -> WITH_LAWYER;
                    case APPROVED -> APPROVED;
                    case NARROWED -> NARROWED;
                    case CHALLENGED -> CHALLENGED;
                    case REFUSED -> REFUSED;
                    case ANSWERED -> ANSWERED;
                };
            }
            return state;
        }
    }

    /** What can be done with it. Stored by name: never rename one. */
    public enum Kind {
        RECEIVED,
        /** To the file that it is about. */
        TIED,
        LAWYER_ASKED,
        /** The lawyer found that it binds, for all that it asks. */
        APPROVED,
        /** The lawyer found that it binds, for less. */
        NARROWED,
        CHALLENGED,
        REFUSED,
        PERSON_TOLD,
        TELLING_FORBIDDEN,
        /** Something was handed over, or an answer given with nothing. */
        ANSWERED
    }

    /**
     * What is asked, as stated.
     *
     * @param asker who asks
     * @param kind as what the one decision takes who asks: an immigration authority, whatever else it calls itself
     * @param person name and office of who asks for it
     * @param article the law or the order as they stated it; may be empty
     */
    public record Terms(
            OrganisationId asker,
            RecipientKind kind,
            Authority authority,
            String person,
            String article,
            Set<FieldGroup> scope,
            String words,
            Arrival arrival) {

        public Terms {
            scope = Set.copyOf(scope);
        }
    }

    /**
     * Something that was done with it.
     *
     * @param words reasons, an order, what was said
     * @param article as the lawyer found it
     * @param groups what the lawyer found it reaches, or what was handed over
     * @param lawyer who was asked
     * @param until the last day on which telling is forbidden
     * @param handover what went out by it
     */
    public record Step(
            Kind kind,
            Instant at,
            MemberId by,
            String words,
            String article,
            Set<FieldGroup> groups,
            Optional<MemberId> lawyer,
            Optional<LocalDate> until,
            Optional<java.util.UUID> handover) {

        public Step {
            groups = Set.copyOf(groups);
        }
    }

    public LegalDemand {
        steps = List.copyOf(steps);
    }

    public State state() {
        return State.after(steps.stream().map(Step::kind).toList());
    }

    public boolean isOfImmigration() {
        return terms.kind() == RecipientKind.IMMIGRATION_AUTHORITY;
    }

    /** When the person was told of it, and by whom. */
    public Optional<Step> told() {
        return last(EnumSet.of(Kind.PERSON_TOLD));
    }

    /** The court's order that forbids telling on that day. */
    public Optional<Step> tellingForbidden(LocalDate day) {
        return last(EnumSet.of(Kind.TELLING_FORBIDDEN))
                .filter(step ->
                        step.until().filter(until -> !day.isAfter(until)).isPresent());
    }

    /** What the lawyer found last. */
    public Optional<Step> finding() {
        return last(EnumSet.of(Kind.APPROVED, Kind.NARROWED, Kind.CHALLENGED, Kind.REFUSED));
    }

    /** What went out by it so far. */
    public Set<FieldGroup> handedOver() {
        Set<FieldGroup> groups = EnumSet.noneOf(FieldGroup.class);
        steps.stream().filter(step -> step.kind() == Kind.ANSWERED).forEach(step -> groups.addAll(step.groups()));
        return groups;
    }

    /** What it reaches as the lawyer found, and has not gone out. */
    public Set<FieldGroup> remaining() {
        Set<FieldGroup> groups = EnumSet.noneOf(FieldGroup.class);
        finding().filter(LegalDemand::binds).ifPresent(step -> groups.addAll(step.groups()));
        groups.removeAll(handedOver());
        return groups;
    }

    /** The duty that it is on that day; empty until the lawyer found that it binds. */
    public Optional<LegalDuty> duty(LocalDate day) {
        return finding()
                .filter(LegalDemand::binds)
                .map(step -> new LegalDuty(
                        step.article(),
                        step.groups(),
                        true,
                        told().isPresent(),
                        tellingForbidden(day).isPresent()));
    }

    private static boolean binds(Step step) {
        return step.kind() == Kind.APPROVED || step.kind() == Kind.NARROWED;
    }

    private Optional<Step> last(Set<Kind> kinds) {
        return steps.reversed().stream()
                .filter(step -> kinds.contains(step.kind()))
                .findFirst();
    }
}
