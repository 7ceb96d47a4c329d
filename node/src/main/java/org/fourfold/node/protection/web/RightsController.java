package org.fourfold.node.protection.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.fourfold.node.frame.Actor;
import org.fourfold.node.frame.Problem;
import org.fourfold.node.frame.ProblemException;
import org.fourfold.node.protection.Consent;
import org.fourfold.node.protection.FileNumber;
import org.fourfold.node.protection.Rights;
import org.fourfold.node.protection.RightsRequest;
import org.fourfold.node.shell.Choice;
import org.fourfold.node.shell.FormKeys;
import org.fourfold.node.shell.Html;
import org.fourfold.node.shell.PageFrame;
import org.fourfold.node.shell.PageFrames;
import org.fourfold.node.shell.Room;
import org.fourfold.node.shell.Tag;
import org.fourfold.node.shell.Text;
import org.fourfold.node.shell.Viewer;
import org.fourfold.pages.protection.JterequestsGenerated;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Requests of access, rectification, erasure and objection: written down by whoever hears them, answered within their time. */
@Controller
public class RightsController {

    private final PageFrames frames;
    private final Rights rights;
    private final FormKeys forms;
    private final InstantSource clock;

    public RightsController(PageFrames frames, Rights rights, FormKeys forms, InstantSource clock) {
        this.frames = frames;
        this.rights = rights;
        this.forms = forms;
        this.clock = clock;
    }

    @GetMapping("/files/requests")
    public Html requests(HttpServletRequest request, Viewer viewer) {
        return page(request, viewer, RequestsPage.Typed.NOTHING, List.of());
    }

    @PostMapping("/files/requests")
    public Html receive(
            HttpServletRequest request,
            Viewer viewer,
            @RequestParam(defaultValue = "") String number,
            @RequestParam(defaultValue = "") String kind,
            @RequestParam(defaultValue = "") String how,
            @RequestParam(name = FormKeys.FIELD, defaultValue = "") String key) {
        return forms.once(viewer, key, () -> {
            try {
                FileNumber meant = FileNumber.parse(number)
                        .orElseThrow(
                                () -> new ProblemException(Problem.inField("protection.no-such-number", "number")));
                rights.receive(
                        Paths.actor(viewer),
                        meant,
                        ConsentWords.one(RightsRequest.Kind.class, kind)
                                .orElseThrow(
                                        () -> new ProblemException(Problem.inField("protection.request-kind", "kind"))),
                        ConsentWords.one(Consent.How.class, how).orElse(Consent.How.PHONE));
                return Html.seeOther("/files/requests");
            } catch (ProblemException faults) {
                return page(request, viewer, new RequestsPage.Typed(number, kind, how), faults.problems())
                        .status(HttpStatus.UNPROCESSABLE_CONTENT);
            }
        });
    }

    @PostMapping("/files/requests/{asked}/answer")
    public Html answer(
            HttpServletRequest request,
            Viewer viewer,
            @PathVariable String asked,
            @RequestParam(defaultValue = "") String outcome) {
        try {
            rights.answer(
                    actor(viewer),
                    Paths.id(asked),
                    ConsentWords.one(RightsRequest.Outcome.class, outcome)
                            .orElseThrow(() -> new ProblemException(Problem.of("protection.request-outcome"))));
            return Html.seeOther("/files/requests");
        } catch (ProblemException faults) {
            return page(request, viewer, RequestsPage.Typed.NOTHING, faults.problems())
                    .status(HttpStatus.UNPROCESSABLE_CONTENT);
        }
    }

    private static Actor actor(Viewer viewer) {
        return Paths.isOverseer(viewer) ? Paths.overseer(viewer) : Paths.reviewer(viewer);
    }

    private Html page(HttpServletRequest request, Viewer viewer, RequestsPage.Typed typed, List<Problem> problems) {
        boolean overseer = Paths.isOverseer(viewer);
        List<RightsRequest> listed = rights.listed(actor(viewer));
        Room room = overseer ? Room.TRUST : Room.PROTECTION;
        PageFrame frame = frames.frame(request, viewer, room, room.purpose(), Text.of("protection.requests.title"))
                .withLead(Text.of("protection.requests.lead", "days", Rights.WORKING_DAYS))
                .withProblems(problems);
        Instant now = clock.instant();
        RequestsPage page = new RequestsPage(
                listed.stream().map(one -> line(frame, one, now)).toList(),
                !overseer,
                words(frame, RightsRequest.Kind.values()),
                ConsentWords.how(frame),
                words(frame, RightsRequest.Outcome.values()),
                forms.next(),
                typed);
        return Html.of(output -> JterequestsGenerated.render(output, null, frame, page));
    }

    private static RequestsPage.Line line(PageFrame frame, RightsRequest one, Instant now) {
        Tag state = one.answer().isPresent()
                ? Tag.done("protection.request.answered")
                : one.isOverdue(now) ? Tag.stop("protection.request.overdue") : Tag.warn("protection.request.waits");
        return new RequestsPage.Line(
                one.number().text(),
                word(frame, one.kind()),
                frame.moment(one.received()),
                frame.moment(one.due()),
                state,
                one.answer()
                        .map(answer -> word(frame, answer.outcome()) + ", " + frame.moment(answer.at()))
                        .orElse(""),
                one.answer().isPresent() ? "" : "/files/requests/" + one.id() + "/answer");
    }

    private static List<Choice> words(PageFrame frame, Enum<?>[] all) {
        return Arrays.stream(all)
                .map(one -> Choice.of(one.name(), word(frame, one)))
                .toList();
    }

    private static String word(PageFrame frame, Enum<?> one) {
        return frame.text("protection.request." + one.name().toLowerCase(Locale.ROOT));
    }
}
