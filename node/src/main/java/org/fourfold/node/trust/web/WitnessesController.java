package org.fourfold.node.trust.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.fourfold.node.frame.Actor;
import org.fourfold.node.frame.Problem;
import org.fourfold.node.frame.ProblemException;
import org.fourfold.node.frame.Purpose;
import org.fourfold.node.frame.Role;
import org.fourfold.node.shell.Html;
import org.fourfold.node.shell.NotFoundException;
import org.fourfold.node.shell.PageFrame;
import org.fourfold.node.shell.PageFrames;
import org.fourfold.node.shell.Room;
import org.fourfold.node.shell.Tag;
import org.fourfold.node.shell.Text;
import org.fourfold.node.shell.Viewer;
import org.fourfold.node.trust.Glance;
import org.fourfold.node.trust.Integrity;
import org.fourfold.node.trust.RecordWords;
import org.fourfold.node.trust.WitnessFinding;
import org.fourfold.node.trust.WitnessStanding;
import org.fourfold.node.trust.Witnesses;
import org.fourfold.pages.trust.JtewitnessesGenerated;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Who outside vouches for the record, and how somebody becomes one who does. */
@Controller
public class WitnessesController {

    private final PageFrames frames;
    private final Witnesses witnesses;
    private final Integrity integrity;
    private final InstantSource clock;

    public WitnessesController(PageFrames frames, Witnesses witnesses, Integrity integrity, InstantSource clock) {
        this.frames = frames;
        this.witnesses = witnesses;
        this.integrity = integrity;
        this.clock = clock;
    }

    @GetMapping("/record/witnesses")
    public Html all(HttpServletRequest request, Viewer viewer, @RequestParam Optional<String> done) {
        return page(request, viewer, List.of(), WitnessesPage.NOTHING, done);
    }

    @PostMapping("/record/witnesses")
    public Html appoint(
            HttpServletRequest request,
            Viewer viewer,
            @RequestParam String name,
            @RequestParam String key,
            @RequestParam String place,
            @RequestParam String days) {
        Witnesses.Appointment typed = new Witnesses.Appointment(name, key, place, days(days));
        return doing(request, viewer, typed, "appointed", actor -> witnesses.appoint(actor, typed));
    }

    @PostMapping("/record/witnesses/take")
    public Html take(HttpServletRequest request, Viewer viewer, @RequestParam String note) {
        return doing(request, viewer, WitnessesPage.NOTHING, "taken", actor -> witnesses.take(actor, note));
    }

    @PostMapping("/record/witnesses/now")
    public Html now(HttpServletRequest request, Viewer viewer) {
        return doing(request, viewer, WitnessesPage.NOTHING, "looked", witnesses::beat);
    }

    @PostMapping("/record/witnesses/{id}/end")
    public Html end(HttpServletRequest request, Viewer viewer, @PathVariable String id) {
        UUID meant;
        try {
            meant = UUID.fromString(id);
        } catch (IllegalArgumentException malformed) {
            throw new NotFoundException();
        }
        return doing(request, viewer, WitnessesPage.NOTHING, "ended", actor -> witnesses.end(actor, meant));
    }

    /** What an appointer does. */
    private interface Doing {
        void as(Actor actor);
    }

    private Html doing(
            HttpServletRequest request, Viewer viewer, Witnesses.Appointment typed, String done, Doing what) {
        try {
            what.as(actor(viewer));
            return Html.seeOther("/record/witnesses?done=" + done);
        } catch (ProblemException faults) {
            return page(request, viewer, faults.problems(), typed, Optional.empty())
                    .status(HttpStatus.UNPROCESSABLE_CONTENT);
        }
    }

    private Html page(
            HttpServletRequest request,
            Viewer viewer,
            List<Problem> problems,
            Witnesses.Appointment typed,
            Optional<String> done) {
        List<WitnessStanding> standings = witnesses.standings(actor(viewer));
        Optional<Glance.Log> log = integrity.standing().log();
        PageFrame frame = frames.frame(request, viewer, Room.TRUST, "trust.witnesses.title")
                .withLead(Text.of("trust.witnesses.lead"))
                .withProblems(problems);
        PageFrame told = notice(done).map(frame::withNotice).orElse(frame);
        long size = log.map(Glance.Log::size).orElse(0L);
        WitnessesPage page = new WitnessesPage(
                standings.stream().map(one -> line(told, one, size)).toList(),
                log.map(Glance.Log::key),
                witnesses.shown().toString(),
                viewer.holds(Role.ADMINISTRATOR) || viewer.holds(Role.TRUSTEE),
                typed);
        return Html.of(output -> JtewitnessesGenerated.render(output, null, told, page));
    }

    private static Optional<Text> notice(Optional<String> done) {
        return done.flatMap(what -> switch (what) {
            case "appointed" -> Optional.of(Text.of("trust.witnesses.done-appointed"));
            case "taken" -> Optional.of(Text.of("trust.witnesses.done-taken"));
            case "looked" -> Optional.of(Text.of("trust.witnesses.done-looked"));
            case "ended" -> Optional.of(Text.of("trust.witnesses.done-ended"));
            default -> Optional.empty();
        });
    }

    private WitnessesPage.Line line(PageFrame frame, WitnessStanding one, long size) {
        Optional<String> vouches = one.vouched()
                .map(vouched -> frame.text(
                        "trust.witnesses.size",
                        Map.of(
                                "size",
                                vouched.size(),
                                "since",
                                frame.moment(vouched.since()),
                                "seen",
                                frame.moment(vouched.seenAt()))));
        return new WitnessesPage.Line(
                "/record/witnesses/" + one.id(),
                one.name(),
                state(one),
                vouches,
                frame.number(Math.max(
                        0,
                        size - one.vouched().map(WitnessStanding.Vouched::size).orElse(0L))),
                RecordWords.grouped(one.key().fingerprint()),
                one.place(),
                one.lookedAt().map(at -> frame.moment(at) + ": ").orElse("")
                        + frame.text("trust.witnesses.found." + one.found().code()),
                one.forks().stream().map(fork -> fork(frame, fork)).toList());
    }

    private static WitnessesPage.Fork fork(PageFrame frame, WitnessStanding.Fork fork) {
        return new WitnessesPage.Fork(
                frame.text("trust.witnesses.fork", Map.of("size", fork.size(), "time", frame.moment(fork.foundAt()))),
                fork.note());
    }

    private Tag state(WitnessStanding one) {
        Instant now = clock.instant();
        if (!one.forks().isEmpty() || one.found() == WitnessFinding.FORKED) {
            return Tag.stop("trust.witnesses.state.forked");
        }
        if (one.isSilent(now)) {
            return Tag.stop("trust.witnesses.state.silent");
        }
        return one.vouched().isPresent()
                ? Tag.done("trust.witnesses.state.vouches")
                : Tag.quiet("trust.witnesses.state.waiting");
    }

    private static int days(String typed) {
        try {
            return Integer.parseInt(typed.strip());
        } catch (NumberFormatException e) {
            return 0;
        }
    }

    private static Actor actor(Viewer viewer) {
        return viewer.actor(Purpose.OVERSIGHT);
    }
}
