package org.fourfold.node.protection.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.fourfold.node.access.Access;
import org.fourfold.node.frame.CaseFileId;
import org.fourfold.node.frame.MemberId;
import org.fourfold.node.frame.ProblemException;
import org.fourfold.node.protection.FileClocks;
import org.fourfold.node.protection.LegalClocks;
import org.fourfold.node.protection.Question;
import org.fourfold.node.protection.RuleReview;
import org.fourfold.node.protection.ToldFact;
import org.fourfold.node.protection.clock.FactKind;
import org.fourfold.node.protection.clock.LegalClock;
import org.fourfold.node.protection.clock.Rule;
import org.fourfold.node.protection.clock.RulePack;
import org.fourfold.node.shell.DeskItem;
import org.fourfold.node.shell.FormKeys;
import org.fourfold.node.shell.Html;
import org.fourfold.node.shell.NotFoundException;
import org.fourfold.node.shell.PageFrame;
import org.fourfold.node.shell.PageFrames;
import org.fourfold.node.shell.Room;
import org.fourfold.node.shell.Text;
import org.fourfold.node.shell.Viewer;
import org.fourfold.pages.protection.JteclocksGenerated;
import org.fourfold.pages.protection.JtefactGenerated;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The deadlines of a file, and telling what starts and stops them. */
@Controller
public class ClocksController {

    private final PageFrames frames;
    private final LegalClocks clocks;
    private final Access access;
    private final FormKeys forms;
    private final InstantSource clock;

    public ClocksController(PageFrames frames, LegalClocks clocks, Access access, FormKeys forms, InstantSource clock) {
        this.frames = frames;
        this.clocks = clocks;
        this.access = access;
        this.forms = forms;
        this.clock = clock;
    }

    /** What a form sent: of which clock, which fact in which revision, when, and what shows it. */
    private record Sent(String of, String fact, int revision, TypedDate date, String proof) {}

    @GetMapping("/files/{file}/clocks")
    public Html clocks(HttpServletRequest request, Viewer viewer, @PathVariable String file) {
        FileClocks all = clocks.of(Paths.actor(viewer), Paths.file(file));
        PageFrame frame =
                frame(request, viewer, all, "protection.clocks.title").withLead(Text.of("protection.clocks.lead"));
        ClockWords words = words(frame, all);
        ClocksPage page = new ClocksPage(
                "/files/" + all.file().id(),
                all.clocks().stream()
                        .filter(ClocksController::isAhead)
                        .map(words::clock)
                        .toList(),
                all.clocks().stream()
                        .filter(one -> !isAhead(one))
                        .map(words::clock)
                        .toList(),
                all.hidden().stream().map(words::hidden).toList(),
                all.facts().stream().map(words::told).toList(),
                starts(frame, all),
                Math.toIntExact(all.clocks().stream()
                        .filter(one -> !words.isReviewed(one))
                        .count()));
        return Html.of(output -> JteclocksGenerated.render(output, null, frame, page));
    }

    private static boolean isAhead(LegalClock one) {
        return switch (one.state()) {
            case OVERDUE, RUNNING, END_UNKNOWN, NOT_YET, OPEN -> true;
            case DONE, DONE_LATE, SET_ASIDE -> false;
        };
    }

    @GetMapping("/files/{file}/clocks/{kind}")
    public Html fact(
            HttpServletRequest request,
            Viewer viewer,
            @PathVariable String file,
            @PathVariable String kind,
            @RequestParam(defaultValue = "") String of,
            @RequestParam(defaultValue = "") String fact) {
        FileClocks all = clocks.of(Paths.actor(viewer), Paths.file(file));
        FactKind meant = kind(kind);
        PageFrame frame = factFrame(request, viewer, all, meant);
        if (!fact.isEmpty()) {
            ToldFact told = told(all, Paths.id(fact), meant);
            TypedDate date = TypedDate.of(told.fact().dated(), told.fact().moment(), frame.zone());
            String stopped = told.fact().of().map(UUID::toString).orElse("");
            return form(
                    frame,
                    all,
                    meant,
                    new Sent(stopped, fact, told.revision(), date, told.fact().proof()));
        }
        TypedDate date = of.isEmpty() ? TypedDate.NOTHING : TypedDate.today(clock.instant(), frame.zone());
        return form(frame, all, meant, new Sent(of, "", 0, date, ""));
    }

    @PostMapping("/files/{file}/clocks/{kind}")
    public Html tell(
            HttpServletRequest request,
            Viewer viewer,
            @PathVariable String file,
            @PathVariable String kind,
            @RequestParam(defaultValue = "") String of,
            @RequestParam(defaultValue = "") String fact,
            @RequestParam(defaultValue = "0") int revision,
            @RequestParam(defaultValue = "") String day,
            @RequestParam(defaultValue = "") String month,
            @RequestParam(defaultValue = "") String year,
            @RequestParam(defaultValue = "") String time,
            @RequestParam(defaultValue = "") String proof,
            @RequestParam(name = FormKeys.FIELD, defaultValue = "") String key) {
        FactKind meant = kind(kind);
        CaseFileId id = Paths.file(file);
        Sent sent = new Sent(of, fact, revision, new TypedDate(day, month, year, time), proof);
        return forms.once(
                viewer,
                key,
                () -> doing(request, viewer, id, meant, sent, () -> {
                    LegalClocks.Told told = new LegalClocks.Told(sent.date().read(), proof.strip());
                    if (fact.isEmpty()) {
                        Optional<UUID> start = of.isEmpty() ? Optional.empty() : Optional.of(Paths.id(of));
                        clocks.tell(Paths.actor(viewer), id, meant, told, start);
                    } else {
                        clocks.correct(Paths.actor(viewer), id, meant, Paths.id(fact), revision, told);
                    }
                }));
    }

    @PostMapping("/files/{file}/clocks/{kind}/strike")
    public Html strike(
            HttpServletRequest request,
            Viewer viewer,
            @PathVariable String file,
            @PathVariable String kind,
            @RequestParam(defaultValue = "") String fact,
            @RequestParam(defaultValue = "0") int revision) {
        FactKind meant = kind(kind);
        CaseFileId id = Paths.file(file);
        Sent sent = new Sent("", fact, revision, TypedDate.NOTHING, "");
        return doing(
                request,
                viewer,
                id,
                meant,
                sent,
                () -> clocks.strike(Paths.actor(viewer), id, meant, Paths.id(fact), revision));
    }

    private Html doing(
            HttpServletRequest request, Viewer viewer, CaseFileId id, FactKind kind, Sent sent, Runnable what) {
        try {
            what.run();
            return Html.seeOther("/files/" + id + "/clocks");
        } catch (ProblemException faults) {
            FileClocks all = clocks.of(Paths.actor(viewer), id);
            PageFrame frame = factFrame(request, viewer, all, kind).withProblems(faults.problems());
            return form(frame, all, kind, sent).status(HttpStatus.UNPROCESSABLE_CONTENT);
        }
    }

    private Html form(PageFrame frame, FileClocks all, FactKind kind, Sent sent) {
        String path = "/files/" + all.file().id() + "/clocks";
        ClockWords words = words(frame, all);
        String about = all.facts().stream()
                .filter(told -> told.fact().id().toString().equals(sent.of()))
                .map(told -> RuleWords.fact(frame, told.fact().kind()) + ": " + words.when(told.fact()))
                .findFirst()
                .orElse("");
        FactPage page = new FactPage(
                path + "/" + kind.code(),
                path,
                forms.next(),
                sent.of(),
                about,
                sent.fact(),
                sent.revision(),
                kind.told() == FactKind.Told.ROUGHLY,
                kind.told() == FactKind.Told.MOMENT,
                kind.setsAside(),
                sent.date(),
                sent.proof());
        return Html.of(output -> JtefactGenerated.render(output, null, frame, page));
    }

    /** Of each country the facts that start something and that the reader may tell; before them the person's birth date. */
    private List<ClocksPage.Starts> starts(PageFrame frame, FileClocks all) {
        String path = "/files/" + all.file().id() + "/clocks/";
        String birth = "/files/" + all.file().id() + "/answers/" + Question.AGE.path();
        List<ClocksPage.Starts> person = all.writable().contains(FactKind.BIRTH.group())
                ? List.of(new ClocksPage.Starts(
                        frame.text("protection.clocks.person"),
                        List.of(DeskItem.of(Text.of("protection.fact.birth"), birth))))
                : List.of();
        Stream<ClocksPage.Starts> countries = all.packs().stream()
                .map(pack -> new ClocksPage.Starts(
                        pack.name().in(frame.language()),
                        items(path, startsOf(pack).filter(kind -> all.writable().contains(kind.group())))))
                .filter(country -> !country.kinds().isEmpty());
        return Stream.concat(person.stream(), countries).toList();
    }

    private static Stream<FactKind> startsOf(RulePack pack) {
        return pack.rules().stream().map(Rule::start).filter(FactKind::isTold).distinct();
    }

    private static List<DeskItem> items(String path, Stream<FactKind> kinds) {
        return kinds.map(kind -> DeskItem.of(Text.of("protection.fact." + kind.code()), path + kind.code()))
                .toList();
    }

    private ClockWords words(PageFrame frame, FileClocks all) {
        Set<MemberId> members = new HashSet<>();
        all.facts().forEach(told -> members.add(told.by()));
        all.reviews().values().stream().map(RuleReview::by).forEach(members::add);
        Map<MemberId, String> names = access.displayNames(members);
        return new ClockWords(frame, all, names, clock.instant());
    }

    private PageFrame factFrame(HttpServletRequest request, Viewer viewer, FileClocks all, FactKind kind) {
        if (!all.writable().contains(kind.group())) {
            throw new NotFoundException();
        }
        return frame(request, viewer, all, "protection.clocks.title")
                .withTitle(Text.of("protection.fact." + kind.code()))
                .withLead(Text.of("protection.fact." + kind.code() + ".hint"));
    }

    private PageFrame frame(HttpServletRequest request, Viewer viewer, FileClocks all, String title) {
        return frames.frame(
                request,
                viewer,
                Room.PROTECTION,
                Room.PROTECTION.purpose(),
                Text.of(title, "number", all.file().number().text()));
    }

    private static FactKind kind(String code) {
        return FactKind.parse(code).filter(FactKind::isTold).orElseThrow(NotFoundException::new);
    }

    private static ToldFact told(FileClocks all, UUID fact, FactKind kind) {
        return all.facts().stream()
                .filter(told -> told.fact().id().equals(fact) && told.fact().kind() == kind && !told.struck())
                .findFirst()
                .orElseThrow(NotFoundException::new);
    }
}
