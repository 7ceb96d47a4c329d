package org.fourfold.node.traces;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import org.fourfold.node.access.Founders;
import org.fourfold.node.access.WebVisitor;
import org.fourfold.node.frame.Actor;
import org.fourfold.node.frame.CaseFileId;
import org.fourfold.node.frame.MemberId;
import org.fourfold.node.frame.ProgressListener;
import org.fourfold.node.frame.Purpose;
import org.fourfold.node.frame.Role;
import org.fourfold.node.ground.Ground;
import org.fourfold.node.ground.Home;
import org.fourfold.node.ground.NodeKind;
import org.fourfold.node.ground.RecoveryBed;
import org.fourfold.node.prosecution.ImportOptions;
import org.fourfold.node.prosecution.ImportReport;
import org.fourfold.node.prosecution.Prosecution;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;

/**
 * The seizure drill: a home is taken off, running but locked, and running with somebody signed in. Canaries tell what can be
 * read in each. What is found here stands in the guide (docs/guide/if-taken.md) and in the threat model.
 */
@Tag("recovery")
@Timeout(300)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SeizureTest {

    private static final String HERS = "qzclara";
    private static final String OTHERS = "qzberta";
    private static final String TEAM = "Casa Ceiba";

    /** All of a shelter's case files that is not ciphertext: ids and numbers drawn at random, who works on it, when. */
    private static final List<String> CLEAR = List.of(
            "case_file.id case_file.number case_file.organisation case_file.owner case_file.state case_file.sealed"
                    + " case_file.revision case_file.opened_at case_file.closed_at",
            "presence.file presence.organisation presence.owner presence.sealed",
            "file_lawyer.file file_lawyer.owner file_lawyer.lawyer",
            "break_glass.id break_glass.file break_glass.owner break_glass.member break_glass.opened_at"
                    + " break_glass.until break_glass.reviewed_by break_glass.reviewed_at",
            "content.file content.field_group content.revision content.item",
            "consent.id consent.file consent.owner consent.given_at consent.until consent.after",
            "consent_end.consent consent_end.file consent_end.number consent_end.organisation consent_end.owner"
                    + " consent_end.sealed consent_end.until consent_end.after",
            "file_transfer.id file_transfer.file file_transfer.former file_transfer.receiver file_transfer.member"
                    + " file_transfer.at file_transfer.taken_at",
            // Of the house, and of no file.
            "breach_entry.id breach_entry.organisation breach_entry.breach breach_entry.at breach_entry.member",
            "complaint.id complaint.organisation complaint_part.id complaint_part.complaint complaint_part.kind"
                    + " complaint_part.day complaint_part.number",
            "withdrawal.id withdrawal.file withdrawal.owner withdrawal.consent withdrawal.at withdrawal.member"
                    + " withdrawal.how withdrawal.number",
            "withholding.id withholding.file withholding.owner withholding.said_at withholding.lifted_at",
            "handover.id handover.file handover.owner handover.at handover.member handover.told_at handover.after",
            "rights_request.id rights_request.file rights_request.number rights_request.organisation"
                    + " rights_request.kind rights_request.how rights_request.received_at rights_request.received_by"
                    + " rights_request.due_at rights_request.answered_at rights_request.answered_by"
                    + " rights_request.outcome",
            "legal_fact.id legal_fact.revision legal_fact.file legal_fact.owner legal_fact.field_group",
            "clock.id clock.file clock.owner clock.field_group clock.ends_at clock.stopped_at clock.owner_from"
                    + " clock.lawyer_from clock.supervisor_from clock.packs",
            // A lawyer's words on a law, of nobody.
            "rule_review.id rule_review.organisation rule_review.jurisdiction rule_review.version rule_review.rule"
                    + " rule_review.verdict rule_review.member rule_review.at rule_review.words rule_review.number",
            "demand.id demand.organisation demand.file demand.owner demand.member demand.received_on demand.due",
            "demand_step.id demand_step.demand demand_step.kind demand_step.at demand_step.member demand_step.until"
                    + " demand_step.number",
            "consent_override.id consent_override.file consent_override.owner consent_override.member"
                    + " consent_override.asked_at consent_override.until",
            "override_step.override override_step.asker override_step.kind override_step.at override_step.member",
            "room.id room.organisation room.name bed.id bed.room bed.name bed.closed bed_taken.bed bed_taken.stay",
            "room_held.room room_held.stay stay.id stay.file stay.since stay.until",
            "absence.id absence.stay absence.file absence.over",
            "unmet_need.id unmet_need.organisation unmet_need.month unmet_need.outcome unmet_need.need"
                    + " unmet_need.reason unmet_need.persons",
            "night_entry.id night_entry.organisation night_entry.night night_entry.at night_entry.author"
                    + " night_entry.file night_read.organisation night_read.night night_read.reader night_read.at",
            "urgent_risk.id urgent_risk.file urgent_risk.until urgent_risk.over",
            "work_task.id work_task.organisation work_task.maker work_task.assignee work_task.file work_task.due"
                    + " work_task.done work_task.team",
            "cover.id cover.organisation cover.member cover.covers cover.first_day cover.last_day",
            "plan_entry.id plan_entry.file plan_entry.field_group plan_entry.changed_at",
            "service_given.id service_given.file service_given.written_at",
            "plan_approval.id plan_approval.file plan_approval.supervisor plan_approval.at",
            "store_item.id store_item.organisation store_item.name store_item.stock",
            "relative.id relative.file",
            "interpreter.id interpreter.organisation",
            "spoken.id spoken.organisation spoken.said spoken.language spoken.added_at spoken.away",
            "consent_voice.consent consent_voice.file",
            "search_token.file search_token.organisation search_token.sealed import_key.file",
            "draft.id draft.member draft.kind draft.file draft.item draft.kept_at draft.expires_at",
            "erasure.file erasure.number erasure.organisation erasure.owner erasure.erased_by erasure.erased_at"
                    + " erasure.texts erasure.tokens erasure.backups_until",
            "identification_refusal.organisation identification_refusal.month identification_refusal.reason"
                    + " identification_refusal.persons");

    private static final Duration LOCKED_WITHIN = Duration.ofSeconds(40);

    private final Path folder = RecoveryBed.folder(false);
    private final Path home = folder.resolve("home");
    private final Path locked = folder.resolve("locked.hprof");
    private final Needles words = new Needles();
    private final List<HttpResponse<String>> seenByClara = new ArrayList<>();
    private final List<HttpResponse<String>> afterTheLock = new ArrayList<>();
    private final List<String> rows = new ArrayList<>();
    private final List<String> clear = new ArrayList<>();
    private Needles keys = new Needles();
    private Set<String> inRunningMemory = Set.of();
    private Set<String> inLockedMemory = Set.of();
    private Set<String> keysInLockedMemory = Set.of();

    @BeforeAll
    void liveAndBeTaken() throws IOException, InterruptedException {
        for (String who : List.of(HERS, OTHERS)) {
            for (String what : List.of("name", "contact", "note", "draft", "unfinished")) {
                words.word(who + what, who + what);
            }
        }
        words.word("passphrase", Refuge.PASSPHRASE).word("password", Refuge.PASSWORD);
        try (Refuge refuge = Refuge.found(home)) {
            refuge.members(List.of(
                    new Refuge.Member("clara", Role.CASEWORKER, Optional.of(TEAM), false),
                    new Refuge.Member("berta", Role.CASEWORKER, Optional.empty(), false)));
        }
        List<CaseFileId> files = new ArrayList<>();
        try (CanaryProcess node = CanaryProcess.start(home, folder.resolve("said.txt"));
                WebVisitor clara = new WebVisitor(node.port());
                WebVisitor berta = new WebVisitor(node.port())) {
            clara.send("/unlock", "/unlock", Map.of("passphrase", Refuge.PASSPHRASE));
            files.add(tell(berta, "berta", OTHERS));
            files.add(tell(clara, "clara", HERS));
            lookAround(clara, files.getFirst());
            // Of what was read earlier the collector may have taken the page by now.
            clara.open("/files/" + files.getLast());
            seenByClara.addAll(clara.answers());
            inRunningMemory = memory(node, words);
            lock(node, clara, "/files/" + files.getLast());
            rows.addAll(RecoveryBed.everyRow(new Home(home)));
            clear.addAll(RecoveryBed.clearColumns(new Home(home), "protection"));
            node.end();
        }
        try (Refuge again = Refuge.again(home)) {
            keys = KeysInClear.of(again.ground, Refuge.PASSPHRASE, files);
        }
        keysInLockedMemory = keys.inFile(locked);
        Files.delete(locked);
    }

    /**
     * What is promised is the memory half a minute later, when what was under way has ended and the last sweep is over: so it
     * is looked at then, and not before.
     */
    private void lock(CanaryProcess node, WebVisitor clara, String file) throws IOException, InterruptedException {
        clara.send("/files", "/lock", Map.of());
        long promised = System.nanoTime() + LOCKED_WITHIN.toNanos();
        while (System.nanoTime() < promised) {
            LockSupport.parkNanos(promised - System.nanoTime());
        }
        node.dump(locked);
        inLockedMemory = words.inFile(locked);
        int before = clara.answers().size();
        for (String path : List.of("/", "/files", file, "/members")) {
            clara.open(path);
        }
        afterTheLock.addAll(clara.answers().subList(before, clara.answers().size()));
    }

    private Set<String> memory(CanaryProcess node, Needles needles) throws IOException, InterruptedException {
        Path dump = folder.resolve("memory.hprof");
        node.dump(dump);
        try {
            return needles.inFile(dump);
        } finally {
            Files.delete(dump);
        }
    }

    private static CaseFileId tell(WebVisitor visitor, String name, String sign) {
        assertThat(WebVisitor.location(visitor.signIn(name, Refuge.PASSWORD))).doesNotContain("refused");
        String base = begin(visitor);
        visitor.send(base + "name", base + "name", Map.of("name", sign + "name Tzoc"));
        visitor.send(base + "contact", base + "contact", Map.of("contact-how", sign + "contact"));
        String file = WebVisitor.location(visitor.send(base + "check", base + "check", Map.of()));
        String note = WebVisitor.location(visitor.send(file, file + "/notes", Map.of()));
        visitor.send(note, note, Map.of("base", "0", "text", sign + "note"));
        visitor.send(note, note + "/draft", Map.of("base", "1", "text", sign + "draft"));
        String unfinished = begin(visitor);
        visitor.send(unfinished + "name", unfinished + "name/draft", Map.of("name", sign + "unfinished"));
        return new CaseFileId(UUID.fromString(file.substring("/files/".length())));
    }

    private static String begin(WebVisitor visitor) {
        String first = WebVisitor.location(visitor.send("/files", "/files/new", Map.of()));
        return first.substring(0, first.lastIndexOf('/') + 1);
    }

    /** Everything that somebody would try who sits down at a screen that was left signed in. */
    private static void lookAround(WebVisitor clara, CaseFileId others) {
        clara.open("/");
        clara.open("/files");
        clara.open("/files/" + others);
        clara.open("/files/" + others + "/print");
        clara.open("/files/" + others + "/readers");
        clara.send("/files", "/files/search", Map.of("typed", "Tzoc"));
        clara.open("/files/emergencies");
        clara.open("/files/week");
        clara.open("/members");
        clara.open("/record");
    }

    @AfterAll
    void remove() {
        RecoveryBed.remove(folder);
    }

    @Test
    void takenOffNothingOfAnyPersonIsReadable() {
        assertThat(words.in(folder)).isEmpty();
        assertThat(keys.in(folder)).isEmpty();
    }

    @Test
    void takenOffTheHouseItsMembersAndTheirWorkAreReadable() {
        Set<String> found = new Needles()
                        .text(Refuge.NAME)
                        .text(Refuge.MEMBER)
                        .text(TEAM)
                        .text("case.opened")
                        .text("CASEWORKER")
                        .in(home)
                        .stream()
                        .map(Needles.Hit::needle)
                        .collect(Collectors.toSet());
        assertThat(found).containsExactlyInAnyOrder(Refuge.NAME, Refuge.MEMBER, TEAM, "case.opened", "CASEWORKER");
        assertThat(clear).containsExactlyInAnyOrder(String.join(" ", CLEAR).split(" ", -1));
    }

    @Test
    void takenOffAnInvestigationUnitTellsWhatItsSourcesTold() throws IOException {
        Path table = Files.writeString(folder.resolve("source.ftm.json"), """
                {"id":"a","schema":"Person","properties":{"name":["Qzsospecho Inventado"]}}
                """);
        Path unit = folder.resolve("unit");
        try (Ground ground = Refuge.ground(unit)) {
            ground.migrate(NodeKind.INVESTIGATION_UNIT.modules());
            MemberId irma = new Founders(ground.databases().of("access"), Refuge.CLOCK, Refuge.RANDOM)
                    .demonstration(
                            List.of(new Refuge.Member("irma", Role.INVESTIGATOR, Optional.empty(), false).invented()))
                    .values()
                    .iterator()
                    .next();
            ImportReport report = new Prosecution(ground.databases().of("prosecution"), Refuge.CLOCK, Refuge.RANDOM)
                    .importEntities(
                            new Actor(irma, Role.INVESTIGATOR, Purpose.INVESTIGATION, Refuge.ORGANISATION),
                            table,
                            "source.ftm.json",
                            ImportOptions.plain(),
                            ProgressListener.silent());
            assertThat(report.toString()).isNotEmpty();
        }
        Files.delete(table);
        assertThat(new Needles().text("Qzsospecho Inventado").in(unit)).isNotEmpty();
    }

    @Test
    void takenLockedThePagesTheDatabaseAndTheMemoryTellNothingOfAnyPerson() {
        assertThat(afterTheLock).allSatisfy(answer -> {
            assertThat(answer.statusCode()).isEqualTo(303);
            assertThat(WebVisitor.location(answer)).startsWith("/unlock");
        });
        String all = String.join("\n", rows);
        assertThat(words.of(all.getBytes(StandardCharsets.UTF_8))).isEmpty();
        assertThat(keysInLockedMemory).isEmpty();
        assertThat(inLockedMemory).isEmpty();
    }

    @Test
    void takenSignedInTheScreenShowsWhatThatMemberMayReadAndNoMore() {
        String shown = seenByClara.stream().map(HttpResponse::body).collect(Collectors.joining("\n"));
        assertThat(shown).contains(HERS + "name", HERS + "contact", HERS + "note");
        assertThat(words.of(shown.getBytes(StandardCharsets.UTF_8))).noneMatch(word -> word.startsWith(OTHERS));
        assertThat(inRunningMemory).contains(HERS + "name");
    }
}
