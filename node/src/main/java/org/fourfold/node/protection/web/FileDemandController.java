package org.fourfold.node.protection.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.fourfold.node.access.Access;
import org.fourfold.node.frame.Actor;
import org.fourfold.node.frame.CaseFileId;
import org.fourfold.node.frame.MemberId;
import org.fourfold.node.frame.Problem;
import org.fourfold.node.frame.ProblemException;
import org.fourfold.node.protection.DemandId;
import org.fourfold.node.protection.DemandView;
import org.fourfold.node.protection.Demands;
import org.fourfold.node.protection.DemandsOfFile;
import org.fourfold.node.protection.Instruments;
import org.fourfold.node.protection.LawyersAnswer;
import org.fourfold.node.protection.Sharing;
import org.fourfold.node.registry.Organisations;
import org.fourfold.node.shell.FormKeys;
import org.fourfold.node.shell.Html;
import org.fourfold.node.shell.PageFrame;
import org.fourfold.node.shell.PageFrames;
import org.fourfold.node.shell.Room;
import org.fourfold.node.shell.Text;
import org.fourfold.node.shell.Viewer;
import org.fourfold.pages.protection.JtedemandsGenerated;
import org.fourfold.pages.protection.JteshareGenerated;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The demands for what is in a file: written down, passed on, answered by the lawyer, told, met or not. */
@Controller
public class FileDemandController {

    private final PageFrames frames;
    private final Demands demands;
    private final DemandShowing showing;
    private final Organisations organisations;
    private final Instruments instruments;
    private final Access access;
    private final FormKeys forms;
    private final InstantSource clock;

    public FileDemandController(
            PageFrames frames,
            Demands demands,
            DemandShowing showing,
            Organisations organisations,
            Instruments instruments,
            Access access,
            FormKeys forms,
            InstantSource clock) {
        this.frames = frames;
        this.demands = demands;
        this.showing = showing;
        this.organisations = organisations;
        this.instruments = instruments;
        this.access = access;
        this.forms = forms;
        this.clock = clock;
    }

    @GetMapping("/files/{file}/demands")
    public Html demands(HttpServletRequest request, Viewer viewer, @PathVariable String file) {
        return list(request, viewer, Paths.file(file), DemandForm.empty(demands.today()), List.of());
    }

    @PostMapping("/files/{file}/demands")
    public Html receive(
            HttpServletRequest request,
            Viewer viewer,
            @PathVariable String file,
            @RequestParam MultiValueMap<String, String> sent,
            @RequestParam(name = FormKeys.FIELD, defaultValue = "") String key) {
        CaseFileId id = Paths.file(file);
        DemandForm typed = DemandForm.of(sent);
        return forms.once(viewer, key, () -> {
            try {
                return Paths.asLawyerOrReviewer(viewer, actor -> {
                    var _ = demands.receive(actor, Optional.of(id), Asking.read(organisations, actor, typed));
                    return Html.seeOther("/files/" + id + "/demands");
                });
            } catch (ProblemException faults) {
                return list(request, viewer, id, typed, faults.problems()).status(HttpStatus.UNPROCESSABLE_CONTENT);
            }
        });
    }

    @GetMapping("/files/{file}/demands/{demand}")
    public Html demand(
            HttpServletRequest request, Viewer viewer, @PathVariable String file, @PathVariable String demand) {
        return show(request, viewer, Paths.file(file), Paths.demand(demand), DemandPage.Typed.NOTHING, List.of(), "");
    }

    @GetMapping("/files/{file}/demands/{demand}/sheet")
    public Html sheet(
            HttpServletRequest request, Viewer viewer, @PathVariable String file, @PathVariable String demand) {
        CaseFileId id = Paths.file(file);
        DemandId meant = Paths.demand(demand);
        return Paths.asLawyerOrReviewer(
                viewer, actor -> showing.sheet(request, viewer, demands.print(actor, id, meant)));
    }

    @PostMapping("/files/{file}/demands/{demand}/ask")
    public Html ask(
            HttpServletRequest request,
            Viewer viewer,
            @PathVariable String file,
            @PathVariable String demand,
            @RequestParam(defaultValue = "") String lawyer) {
        return doing(
                request,
                viewer,
                file,
                demand,
                DemandPage.Typed.NOTHING,
                actor -> demands.askLawyer(
                        actor, Paths.file(file), Paths.demand(demand), new MemberId(Paths.id(lawyer))));
    }

    @PostMapping("/files/{file}/demands/{demand}/answer")
    public Html answer(
            HttpServletRequest request,
            Viewer viewer,
            @PathVariable String file,
            @PathVariable String demand,
            @RequestParam(defaultValue = "") String answer,
            @RequestParam(defaultValue = "") List<String> groups,
            @RequestParam(defaultValue = "") String article,
            @RequestParam(defaultValue = "") String reasons) {
        DemandPage.Typed typed = new DemandPage.Typed(answer, new HashSet<>(groups), article, reasons, "", "", "", "");
        return doing(request, viewer, file, demand, typed, actor -> {
            LawyersAnswer meant = DemandWords.answer(typed);
            demands.answer(actor, Paths.file(file), Paths.demand(demand), meant);
        });
    }

    @PostMapping("/files/{file}/demands/{demand}/told")
    public Html told(
            HttpServletRequest request,
            Viewer viewer,
            @PathVariable String file,
            @PathVariable String demand,
            @RequestParam(defaultValue = "") String words) {
        DemandPage.Typed typed = new DemandPage.Typed("", Set.of(), "", "", words, "", "", "");
        return doing(
                request,
                viewer,
                file,
                demand,
                typed,
                actor -> demands.personTold(actor, Paths.file(file), Paths.demand(demand), words.strip()));
    }

    @PostMapping("/files/{file}/demands/{demand}/silence")
    public Html silence(
            HttpServletRequest request,
            Viewer viewer,
            @PathVariable String file,
            @PathVariable String demand,
            @RequestParam(defaultValue = "") String order,
            @RequestParam(defaultValue = "") String until) {
        DemandPage.Typed typed = new DemandPage.Typed("", Set.of(), "", "", "", order, until, "");
        return doing(request, viewer, file, demand, typed, actor -> {
            LocalDate day = DemandForm.day(until)
                    .orElseThrow(() -> new ProblemException(Problem.inField("protection.demand-until", "until")));
            demands.forbidTelling(actor, Paths.file(file), Paths.demand(demand), order.strip(), day);
        });
    }

    @PostMapping("/files/{file}/demands/{demand}/hand-over")
    public Html handOver(
            HttpServletRequest request,
            Viewer viewer,
            @PathVariable String file,
            @PathVariable String demand,
            @RequestParam(name = FormKeys.FIELD, defaultValue = "") String key) {
        CaseFileId id = Paths.file(file);
        DemandId meant = Paths.demand(demand);
        return forms.once(viewer, key, () -> {
            try {
                Sharing sharing = Paths.asLawyerOrReviewer(viewer, actor -> demands.handOver(actor, id, meant));
                return switch (sharing) {
                    case Sharing.Given given -> out(request, viewer, id, meant, given);
                    case Sharing.Refused refused ->
                        show(
                                        request,
                                        viewer,
                                        id,
                                        meant,
                                        DemandPage.Typed.NOTHING,
                                        List.of(),
                                        "protection.share.refused." + refused.reason())
                                .status(HttpStatus.UNPROCESSABLE_CONTENT);
                };
            } catch (ProblemException faults) {
                return show(request, viewer, id, meant, DemandPage.Typed.NOTHING, faults.problems(), "")
                        .status(HttpStatus.UNPROCESSABLE_CONTENT);
            }
        });
    }

    private Html out(HttpServletRequest request, Viewer viewer, CaseFileId id, DemandId demand, Sharing.Given given) {
        DemandView view = Paths.asLawyerOrReviewer(viewer, actor -> demands.view(actor, id, demand));
        PageFrame frame = frames.frame(
                request,
                viewer,
                Room.PROTECTION,
                Room.PROTECTION.purpose(),
                Text.of(
                        "protection.share.title",
                        "number",
                        given.file().number().text()));
        String asker = organisations
                .find(view.demand().terms().asker())
                .map(one -> one.name())
                .orElse("");
        String under = view.demand().finding().map(step -> step.article()).orElse("");
        SharePage page = SharePage.of(
                "/files/" + id,
                Sheets.byDuty(
                        frame,
                        asker,
                        clock.instant(),
                        given,
                        ToldWords.rows(frame, given.told(), instruments, organisations.all()),
                        under));
        return Html.of(output -> JteshareGenerated.render(output, null, frame, page));
    }

    private Html doing(
            HttpServletRequest request,
            Viewer viewer,
            String file,
            String demand,
            DemandPage.Typed typed,
            Consumer<Actor> work) {
        CaseFileId id = Paths.file(file);
        DemandId meant = Paths.demand(demand);
        Function<Actor, Html> then = actor -> {
            work.accept(actor);
            return Html.seeOther("/files/" + id + "/demands/" + meant);
        };
        try {
            return Paths.asLawyerOrReviewer(viewer, then);
        } catch (ProblemException faults) {
            return show(request, viewer, id, meant, typed, faults.problems(), "")
                    .status(HttpStatus.UNPROCESSABLE_CONTENT);
        }
    }

    private Html show(
            HttpServletRequest request,
            Viewer viewer,
            CaseFileId id,
            DemandId demand,
            DemandPage.Typed typed,
            List<Problem> problems,
            String refused) {
        return Paths.asLawyerOrReviewer(
                viewer,
                actor -> showing.page(request, viewer, demands.view(actor, id, demand), typed, problems, refused));
    }

    private Html list(
            HttpServletRequest request, Viewer viewer, CaseFileId id, DemandForm typed, List<Problem> problems) {
        DemandsOfFile all = Paths.asLawyerOrReviewer(viewer, actor -> demands.of(actor, id));
        LocalDate today = demands.today();
        PageFrame frame = frames.frame(
                        request,
                        viewer,
                        Room.PROTECTION,
                        Room.PROTECTION.purpose(),
                        Text.of(
                                "protection.demands.of",
                                "number",
                                all.file().number().text()))
                .withLead(Text.of("protection.demands.lead"))
                .withProblems(problems);
        String lawyers =
                access.displayNames(all.lawyers()).values().stream().sorted().collect(Collectors.joining(", "));
        DemandsPage page = new DemandsPage(
                "/files/" + id + "/demands",
                "/files/" + id,
                true,
                all.whole(),
                true,
                lawyers,
                all.mayName() ? "/files/" + id + "/lawyer" : "",
                all.demands().stream()
                        .map(line -> DemandWords.line(frame, line, today))
                        .toList(),
                Optional.of(DemandWords.fields(frame, organisations.all(), typed)),
                forms.next());
        return Html.of(output -> JtedemandsGenerated.render(output, null, frame, page));
    }
}
