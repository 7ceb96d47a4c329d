package org.fourfold.node.frame;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.fourfold.node.frame.ConsentFact.GivenBy;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.aggregator.ArgumentsAccessor;
import org.junit.jupiter.params.provider.CsvFileSource;

/** Decisions against sentences whose answers were written from the texts of the law, not from the code. */
class DecisionsTest {

    private static final Instant NOW = Instant.parse("2026-03-03T12:00:00Z");
    private static final Duration DAY = Duration.ofDays(1);
    private static final MemberId FIRST = new MemberId(new UUID(1, 1));
    private static final MemberId SECOND = new MemberId(new UUID(1, 2));

    @ParameterizedTest(name = "{7}")
    @CsvFileSource(resources = "/decide/inside.csv", delimiter = '|', numLinesToSkip = 1, emptyValue = "")
    void workInside(ArgumentsAccessor row) {
        Actor actor = actor(Role.valueOf(text(row, 0)), Purpose.valueOf(text(row, 1)));
        FileFacts file = file(text(row, 3), text(row, 2));
        Request request = new Request(actor, Operation.valueOf(text(row, 4)), file, groups(text(row, 5)));

        assertThat(written(Decisions.decide(request))).isEqualTo(text(row, 6));
    }

    @ParameterizedTest(name = "{13}")
    @CsvFileSource(resources = "/decide/handover.csv", delimiter = '|', numLinesToSkip = 1, emptyValue = "")
    void whatLeaves(ArgumentsAccessor row) {
        Handover handover = new Handover(
                actor(Role.valueOf(text(row, 0)), Purpose.PROTECTION),
                file(text(row, 2), text(row, 1)),
                Handover.RecipientKind.valueOf(text(row, 3)),
                text(row, 4),
                Purpose.valueOf(text(row, 5)),
                Handover.Form.valueOf(text(row, 6)),
                groups(text(row, 7)),
                text(row, 8).isEmpty() ? List.of() : List.of(consent(text(row, 8))),
                text(row, 9).isEmpty() ? Optional.empty() : Optional.of(duty(text(row, 9))),
                text(row, 10).isEmpty() ? Optional.empty() : Optional.of(override(text(row, 10))),
                text(row, 11).isEmpty() ? Set.of() : Set.of(text(row, 11)),
                NOW);

        assertThat(written(Decisions.decide(handover))).isEqualTo(text(row, 12));
    }

    @Test
    void noRoleWithoutARelationReadsAnything() {
        for (Role role : Role.values()) {
            for (Purpose purpose : Purpose.values()) {
                for (Operation operation : List.of(Operation.VIEW, Operation.WRITE, Operation.PRINT)) {
                    FileFacts file = new FileFacts(true, false, Set.of());
                    Request request = new Request(actor(role, purpose), operation, file, Set.of(FieldGroup.values()));
                    assertThat(Decisions.decide(request).permitted()).isEmpty();
                }
            }
        }
    }

    @Test
    void whoMayWriteAGroupMayReadIt() {
        for (Role role : Role.values()) {
            for (Relation relation : Relation.values()) {
                FileFacts file = new FileFacts(true, false, Set.of(relation));
                Actor actor = actor(role, Purpose.PROTECTION);
                Set<FieldGroup> all = Set.of(FieldGroup.values());
                Set<FieldGroup> readable = Decisions.decide(new Request(actor, Operation.VIEW, file, all))
                        .permitted();
                Set<FieldGroup> writable = Decisions.decide(new Request(actor, Operation.WRITE, file, all))
                        .permitted();
                assertThat(readable).as(role + " " + relation).containsAll(writable);
            }
        }
    }

    private static Actor actor(Role role, Purpose purpose) {
        return new Actor(FIRST, role, purpose, new OrganisationId(new UUID(2, 2)));
    }

    private static FileFacts file(String state, String relations) {
        return new FileFacts(!state.equals("closed"), state.equals("sealed"), several(relations, Relation::valueOf));
    }

    private static Set<FieldGroup> groups(String text) {
        return several(text, FieldGroup::valueOf);
    }

    private static <T> Set<T> several(String text, Function<String, T> read) {
        if (text.isEmpty()) {
            return Set.of();
        }
        return Arrays.stream(text.split("\\+", -1)).map(read).collect(Collectors.toSet());
    }

    private static ConsentFact consent(String text) {
        String[] parts = text.split("/", -1);
        String kind = parts[4];
        Instant from = kind.equals("future") ? NOW.plus(DAY) : NOW.minus(DAY.multipliedBy(30));
        Instant until = kind.equals("ended") ? NOW : NOW.plus(DAY.multipliedBy(30));
        Optional<Instant> withdrawn = kind.equals("withdrawn") ? Optional.of(NOW) : Optional.empty();
        return new ConsentFact(
                parts[0],
                Purpose.valueOf(parts[1]),
                groups(parts[2]),
                GivenBy.valueOf(parts[3]),
                !kind.equals("uninformed"),
                kind.equals("condition"),
                from,
                until,
                withdrawn);
    }

    private static LegalDuty duty(String text) {
        String[] parts = text.split("/", -1);
        return new LegalDuty(
                "invented article 12",
                groups(parts[1]),
                parts[0].equals("approved"),
                parts[2].equals("told"),
                parts[2].equals("forbidden"));
    }

    private static OverrideFact override(String text) {
        String[] parts = text.split("/", -1);
        String kind = parts[3];
        MemberId asker = kind.equals("others") ? SECOND : FIRST;
        Optional<MemberId> approver = switch (kind) {
            case "unapproved" -> Optional.empty();
            case "self" -> Optional.of(asker);
            default -> Optional.of(kind.equals("others") ? FIRST : SECOND);
        };
        Instant from = kind.equals("ended") ? NOW.minus(DAY) : NOW;
        return new OverrideFact(
                asker,
                approver,
                parts[0],
                Purpose.valueOf(parts[1]),
                groups(parts[2]),
                OverrideFact.Reason.LIFE_IN_DANGER,
                from,
                from.plus(DAY));
    }

    /** Every role, relation and kind of recipient, with an override for all groups that somebody else approved. */
    @Test
    void anOverrideOpensOnlyToServicesProsecutionAndCourtsAndOnlyWhatItNames() {
        for (Role role : Role.values()) {
            for (Relation relation : Relation.values()) {
                for (Handover.RecipientKind kind : Handover.RecipientKind.values()) {
                    for (FieldGroup group : FieldGroup.values()) {
                        Decision without = decide(role, relation, kind, Optional.empty(), Set.of());
                        Decision with =
                                decide(role, relation, kind, Optional.of(named(group, Optional.of(SECOND))), Set.of());
                        boolean helped = with.allowed() && !with.equals(without);
                        if (helped) {
                            assertThat(kind)
                                    .isIn(
                                            Handover.RecipientKind.SERVICE,
                                            Handover.RecipientKind.PROSECUTION,
                                            Handover.RecipientKind.COURT);
                            assertThat(relation).isNotIn(Relation.TEAM, Relation.BREAK_GLASS);
                            assertThat(with).isEqualTo(Decision.allowed(Set.of(group), "override"));
                        } else {
                            assertThat(with.permitted()).isEqualTo(without.permitted());
                        }
                    }
                }
            }
        }
    }

    @Test
    void withoutASecondPersonOrAgainstHerNoAnOverrideChangesNothing() {
        for (Role role : Role.values()) {
            for (Relation relation : Relation.values()) {
                for (Handover.RecipientKind kind : Handover.RecipientKind.values()) {
                    FieldGroup group = FieldGroup.HEALTH;
                    for (Optional<MemberId> approver : List.of(Optional.<MemberId>empty(), Optional.of(FIRST))) {
                        assertThat(decide(role, relation, kind, Optional.of(named(group, approver)), Set.of())
                                        .permitted())
                                .isEqualTo(decide(role, relation, kind, Optional.empty(), Set.of())
                                        .permitted());
                    }
                    Set<String> withheld = Set.of("them");
                    assertThat(decide(role, relation, kind, Optional.of(named(group, Optional.of(SECOND))), withheld)
                                    .permitted())
                            .isEqualTo(decide(role, relation, kind, Optional.empty(), withheld)
                                    .permitted());
                }
            }
        }
    }

    @Test
    void whoAsksForAnOverrideIsNeverItsSecondPerson() {
        for (Role role : Role.values()) {
            for (Relation relation : Relation.values()) {
                Actor actor = actor(role, Purpose.PROTECTION);
                FileFacts file = new FileFacts(true, false, Set.of(relation));
                assertThat(Decisions.approvingOverride(actor, file, FIRST).allowed())
                        .isFalse();
                if (Decisions.approvingOverride(actor, file, SECOND).allowed()) {
                    assertThat(Decisions.askingOverride(actor, file).allowed()).isTrue();
                }
            }
        }
    }

    private static OverrideFact named(FieldGroup group, Optional<MemberId> approver) {
        return new OverrideFact(
                FIRST,
                approver,
                "them",
                Purpose.PROTECTION,
                Set.of(group),
                OverrideFact.Reason.MEDICAL_EMERGENCY,
                NOW,
                NOW.plus(DAY));
    }

    private static Decision decide(
            Role role,
            Relation relation,
            Handover.RecipientKind kind,
            Optional<OverrideFact> override,
            Set<String> withheld) {
        return Decisions.decide(new Handover(
                actor(role, Purpose.PROTECTION),
                new FileFacts(true, false, Set.of(relation)),
                kind,
                "them",
                Purpose.PROTECTION,
                Handover.Form.IN_CLEAR,
                Set.of(FieldGroup.values()),
                List.of(),
                Optional.empty(),
                override,
                withheld,
                NOW));
    }

    private static String written(Decision decision) {
        if (!decision.allowed()) {
            return "refused:" + decision.reason();
        }
        String groups = Arrays.stream(FieldGroup.values())
                .filter(decision.permitted()::contains)
                .map(Enum::name)
                .collect(Collectors.joining("+"));
        return groups.isEmpty() ? "yes" : groups;
    }

    private static String text(ArgumentsAccessor row, int column) {
        String text = row.getString(column);
        return text == null ? "" : text.strip();
    }

    @Test
    void theWholeRecordIsSealedByOversightAndAdministrationAlone() {
        Set<String> may = new java.util.TreeSet<>();
        for (Role role : Role.values()) {
            for (Purpose purpose : Purpose.values()) {
                Actor actor =
                        new Actor(new MemberId(new UUID(1, 1)), role, purpose, new OrganisationId(new UUID(2, 2)));
                if (Decisions.sealing(actor).allowed()) {
                    may.add(purpose + " " + role);
                }
            }
        }
        assertThat(may)
                .containsExactly(
                        "ADMINISTRATION ADMINISTRATOR",
                        "OVERSIGHT ADMINISTRATOR",
                        "OVERSIGHT PRIVACY_OFFICER",
                        "OVERSIGHT SUPERVISOR",
                        "OVERSIGHT TRUSTEE");
    }
}
