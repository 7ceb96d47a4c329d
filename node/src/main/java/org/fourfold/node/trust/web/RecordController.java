package org.fourfold.node.trust.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.LongSummaryStatistics;
import java.util.Optional;
import org.fourfold.node.frame.Actor;
import org.fourfold.node.frame.Problem;
import org.fourfold.node.frame.Purpose;
import org.fourfold.node.frame.Role;
import org.fourfold.node.frame.Slice;
import org.fourfold.node.shell.Html;
import org.fourfold.node.shell.NotFoundException;
import org.fourfold.node.shell.PageFrame;
import org.fourfold.node.shell.PageFrames;
import org.fourfold.node.shell.Room;
import org.fourfold.node.shell.Tag;
import org.fourfold.node.shell.Text;
import org.fourfold.node.shell.Viewer;
import org.fourfold.node.trust.CheckResult;
import org.fourfold.node.trust.EntryLine;
import org.fourfold.node.trust.EntryProof;
import org.fourfold.node.trust.Glance;
import org.fourfold.node.trust.Integrity;
import org.fourfold.node.trust.RecordWords;
import org.fourfold.node.trust.WitnessStanding;
import org.fourfold.node.trust.Witnesses;
import org.fourfold.pages.trust.JterecordEntryGenerated;
import org.fourfold.pages.trust.JterecordGenerated;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The integrity of the record at a glance, a check of everything, and any entry with its proof. */
@Controller
public class RecordController {

    /** So long a small record's check may take before the page tells how far it has come. */
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final PageFrames frames;
    private final Integrity integrity;
    private final Witnesses witnesses;
    private final InstantSource clock;

    public RecordController(PageFrames frames, Integrity integrity, Witnesses witnesses, InstantSource clock) {
        this.frames = frames;
        this.integrity = integrity;
        this.witnesses = witnesses;
        this.clock = clock;
    }

    @GetMapping("/record")
    public Html record(HttpServletRequest request, Viewer viewer) {
        return record(request, viewer, List.of());
    }

    private Html record(HttpServletRequest request, Viewer viewer, List<Problem> problems) {
        Actor actor = actor(viewer);
        Glance glance = integrity.glance(actor);
        Slice<EntryLine> latest = glance.log().isPresent()
                ? integrity.entries(actor, Optional.empty())
                : new Slice<>(List.of(), Optional.empty());
        PageFrame frame = frames.frame(request, viewer, Room.TRUST, "trust.record.title")
                .withLead(Text.of("trust.record.lead"))
                .withProblems(problems.isEmpty() ? glance.faults() : problems);
        RecordPage page = new RecordPage(
                glance,
                state(glance),
                glance.log().flatMap(Glance.Log::lastAt).map(this::age),
                glance.lastCheck().map(check -> found(frame, check)),
                latest.rows().stream()
                        .limit(RecordPage.LATEST_SHOWN)
                        .map(line -> line(frame, line))
                        .toList(),
                vouched(witnesses.standing()),
                viewer.holds(Role.SUPERVISOR) || viewer.holds(Role.PRIVACY_OFFICER));
        return Html.of(output -> JterecordGenerated.render(output, null, frame, page));
    }

    @PostMapping("/record/check")
    public Html check(Viewer viewer) {
        integrity.checkEverything(actor(viewer), PATIENCE);
        return Html.seeOther("/record");
    }

    /** All entries, the latest first; with an index typed, that entry. */
    @GetMapping("/record/entry")
    public Html entries(
            HttpServletRequest request,
            Viewer viewer,
            @RequestParam Optional<String> index,
            @RequestParam Optional<String> after) {
        Actor actor = actor(viewer);
        if (index.isPresent()) {
            String typed = index.get().strip();
            Optional<EntryProof> found =
                    RecordPage.isIndex(typed) ? integrity.entry(actor, Long.parseLong(typed)) : Optional.empty();
            return found.map(entry -> Html.seeOther("/record/entry/" + entry.index()))
                    .orElseGet(() -> entries(
                            request,
                            viewer,
                            Optional.empty(),
                            List.of(Problem.inField("trust.no-such-entry", "index"))));
        }
        return entries(request, viewer, after, List.of());
    }

    private Html entries(HttpServletRequest request, Viewer viewer, Optional<String> after, List<Problem> problems) {
        Slice<EntryLine> slice;
        try {
            slice = integrity.entries(actor(viewer), after);
        } catch (IllegalArgumentException malformed) {
            throw new NotFoundException();
        }
        PageFrame frame = frames.frame(request, viewer, Room.TRUST, "trust.entries.title")
                .withLead(Text.of("trust.entries.lead"))
                .withProblems(problems);
        EntriesPage page = new EntriesPage(
                slice.rows().stream().map(line -> line(frame, line)).toList(), slice.next(), after.isEmpty());
        Html html =
                Html.of(output -> org.fourfold.pages.trust.JterecordEntriesGenerated.render(output, null, frame, page));
        return problems.isEmpty() ? html : html.status(HttpStatus.UNPROCESSABLE_CONTENT);
    }

    @GetMapping("/record/entry/{index:[0-9]{1,12}}")
    public Html entry(HttpServletRequest request, Viewer viewer, @PathVariable String index) {
        EntryProof proof = integrity.entry(actor(viewer), Long.parseLong(index)).orElseThrow(NotFoundException::new);
        PageFrame frame = frames.frame(
                request,
                viewer,
                Room.TRUST,
                Room.TRUST.purpose(),
                Text.of("trust.entry.title", "index", proof.index()));
        EntryPage page = EntryPage.of(frame, proof);
        return Html.of(output -> JterecordEntryGenerated.render(output, null, frame, page));
    }

    @GetMapping("/record/entry/{index:[0-9]{1,12}}/proof")
    public ResponseEntity<byte[]> proof(Viewer viewer, @PathVariable String index) {
        long at = Long.parseLong(index);
        byte[] proof = integrity.proof(actor(viewer), at).orElseThrow(NotFoundException::new);
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_OCTET_STREAM)
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + at + ".tlog-proof\"")
                .body(proof);
    }

    private static Text vouched(List<WitnessStanding> all) {
        LongSummaryStatistics sizes = all.stream()
                .flatMap(one -> one.vouched().stream())
                .mapToLong(WitnessStanding.Vouched::size)
                .summaryStatistics();
        return sizes.getCount() == 0
                ? Text.of("trust.vouch.nobody")
                : Text.of("trust.vouch.some", "count", sizes.getCount()).with("size", sizes.getMax());
    }

    private static Actor actor(Viewer viewer) {
        return viewer.actor(Purpose.OVERSIGHT);
    }

    private static Tag state(Glance glance) {
        boolean faulty = !glance.faults().isEmpty()
                || glance.lastCheck().flatMap(CheckResult::fault).isPresent();
        if (faulty) {
            return Tag.stop("trust.record.state.fault");
        }
        if (glance.log().isEmpty()) {
            return Tag.quiet("trust.record.state.none");
        }
        return glance.unlocked() ? Tag.done("trust.record.state.signed") : Tag.warn("trust.record.state.locked");
    }

    private static Text found(PageFrame frame, CheckResult check) {
        Text said = check.fault()
                .map(fault -> Text.of("trust.check.fault." + fault.code()).with("place", fault.place()))
                .orElseGet(() -> Text.of("trust.check.holds"));
        return said.with("entries", check.entries()).with("time", frame.moment(check.at()));
    }

    private Text age(Instant since) {
        Duration age = Duration.between(since, clock.instant());
        return age.toHours() < 1
                ? Text.of("trust.record.minutes", "minutes", Math.max(0, age.toMinutes()))
                : Text.of("trust.record.hours", "hours", age.toHours());
    }

    private static EntriesPage.Line line(PageFrame frame, EntryLine line) {
        return new EntriesPage.Line(
                line.index(),
                frame.moment(line.entry().at()),
                RecordWords.of(frame, line.entry().type()),
                line.entry().by().map(one -> RecordWords.brief(one.hex())).orElse(""),
                line.entry().of().map(one -> RecordWords.brief(one.hex())).orElse(""));
    }
}
