package org.fourfold.node.access.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.fourfold.node.access.Member;
import org.fourfold.node.access.NewMember;
import org.fourfold.node.access.SetUp;
import org.fourfold.node.access.SignInName;
import org.fourfold.node.frame.Problem;
import org.fourfold.node.frame.ProblemException;
import org.fourfold.node.frame.Problems;
import org.fourfold.node.ground.NodeKind;
import org.fourfold.node.shell.Choice;
import org.fourfold.node.shell.Html;
import org.fourfold.node.shell.NotFoundException;
import org.fourfold.node.shell.PageFrame;
import org.fourfold.node.shell.PageFrames;
import org.fourfold.node.shell.Visitor;
import org.fourfold.pages.access.JtesetUpGenerated;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The first visit: code from the terminal, organisation with its administrator and passphrase, recovery sheet. */
@Controller
public class SetUpController {

    private static final String ADMITTED = SetUpController.class.getName() + ".admitted";
    private static final String ZONE_STANDARD = "America/Guatemala";

    private static final List<String> ZONES = List.of(
            ZONE_STANDARD,
            "America/Tegucigalpa",
            "America/El_Salvador",
            "America/Managua",
            "America/Costa_Rica",
            "America/Panama",
            "America/Belize",
            "America/Mexico_City",
            "America/Cancun",
            "America/Monterrey",
            "America/Chihuahua",
            "America/Ciudad_Juarez",
            "America/Hermosillo",
            "America/Tijuana",
            "America/New_York",
            "America/Chicago",
            "America/Denver",
            "America/Phoenix",
            "America/Los_Angeles",
            "America/Bogota",
            "America/Santo_Domingo",
            "UTC");

    private final PageFrames frames;
    private final Optional<SetUp> setUp;

    public SetUpController(PageFrames frames, ObjectProvider<SetUp> setUp) {
        this.frames = frames;
        this.setUp = Optional.ofNullable(setUp.getIfAvailable());
    }

    @GetMapping("/setup")
    public Html page(HttpServletRequest request, Visitor visitor) {
        return page(request, visitor, Map.of(), List.of());
    }

    @PostMapping("/setup/code")
    public Html code(HttpServletRequest request, Visitor visitor, @RequestParam String code) {
        if (!setUp().accepts(code)) {
            return page(request, visitor, Map.of(), List.of(Problem.inField("access.setup-code-wrong", "code")))
                    .status(HttpStatus.UNPROCESSABLE_CONTENT);
        }
        request.changeSessionId();
        request.getSession().setAttribute(ADMITTED, true);
        return Html.seeOther("/setup");
    }

    @PostMapping("/setup/organisation")
    public Html organisation(HttpServletRequest request, Visitor visitor, @RequestParam Map<String, String> typed) {
        requireAdmitted(request);
        char[] passphrase = typed.getOrDefault("passphrase", "").toCharArray();
        try {
            SetUp.Organisation organisation = parse(typed, visitor);
            NewMember administrator = new NewMember(
                    new SignInName(SignInName.parse(typed.getOrDefault("sign-in-name", ""))
                            .orElseThrow()
                            .value()),
                    typed.getOrDefault("member-name", ""),
                    visitor.language());
            setUp().make(organisation, administrator, typed.getOrDefault("password", ""), passphrase);
            return Html.seeOther("/setup");
        } catch (ProblemException faults) {
            return page(request, visitor, typed, faults.problems()).status(HttpStatus.UNPROCESSABLE_CONTENT);
        } finally {
            Arrays.fill(passphrase, '\0');
        }
    }

    @PostMapping("/setup/sheet")
    public Html sheet(HttpServletRequest request, Visitor visitor, @RequestParam Map<String, String> typed) {
        requireAdmitted(request);
        List<String> groups = new ArrayList<>();
        for (int i = 0; i < SetUp.GROUPS_ASKED; i++) {
            groups.add(typed.getOrDefault("group-" + i, ""));
        }
        try {
            setUp().finish(groups);
        } catch (ProblemException faults) {
            return page(request, visitor, typed, faults.problems()).status(HttpStatus.UNPROCESSABLE_CONTENT);
        }
        request.getSession().invalidate();
        return Html.seeOther("/sign-in");
    }

    private static SetUp.Organisation parse(Map<String, String> typed, Visitor visitor) {
        Problems problems = new Problems();
        Optional<NodeKind> kind = Arrays.stream(NodeKind.values())
                .filter(one -> one.code().equals(typed.get("kind")))
                .findFirst();
        if (kind.isEmpty()) {
            problems.add(Problem.inField("access.setup-kind-missing", "kind"));
        }
        String name = typed.getOrDefault("organisation-name", "").strip();
        if (name.isEmpty() || name.length() > Member.NAME_LENGTH_MAX) {
            problems.add(Problem.inField("access.name-length", "organisation-name"));
        }
        String administrator = typed.getOrDefault("member-name", "").strip();
        if (administrator.isEmpty() || administrator.length() > Member.NAME_LENGTH_MAX) {
            problems.add(Problem.inField("access.name-length", "member-name"));
        }
        if (SignInName.parse(typed.getOrDefault("sign-in-name", "")).isEmpty()) {
            problems.add(Problem.inField("access.sign-in-name-form", "sign-in-name"));
        }
        String zone = typed.getOrDefault("zone", "");
        if (!ZONES.contains(zone)) {
            problems.add(Problem.inField("access.setup-zone-unknown", "zone"));
        }
        if (!typed.getOrDefault("passphrase", "").equals(typed.get("passphrase-again"))) {
            problems.add(Problem.inField("access.setup-passphrase-differs", "passphrase-again"));
        }
        problems.throwIfAny();
        return new SetUp.Organisation(kind.orElseThrow(), name, ZoneId.of(zone), visitor.language());
    }

    private Html page(HttpServletRequest request, Visitor visitor, Map<String, String> typed, List<Problem> problems) {
        SetUpPage.Step step = step(request);
        String titleKey = switch (step) {
            case CODE, INTERRUPTED, ORGANISATION -> "access.setup.code-title";
            case SHEET -> "access.setup.sheet-title";
        };
        PageFrame plain = frames.frame(request, visitor, titleKey).withProblems(problems);
        PageFrame frame = step == SetUpPage.Step.CODE
                ? plain.withLead(org.fourfold.node.shell.Text.of("access.setup.code-lead"))
                : plain;
        SetUpPage page = new SetUpPage(
                step,
                typed.getOrDefault("kind", ""),
                typed.getOrDefault("organisation-name", ""),
                typed.getOrDefault("zone", ZONE_STANDARD),
                typed.getOrDefault("member-name", ""),
                typed.getOrDefault("sign-in-name", ""),
                Stream.of(NodeKind.values())
                        .map(kind -> Choice.of(kind.code(), frame.text("access.setup.kind." + kind.code())))
                        .toList(),
                ZONES.stream()
                        .map(zone -> Choice.of(zone, zone.replace('_', ' ')))
                        .toList(),
                step == SetUpPage.Step.SHEET ? setUp().sheet().orElse(List.of()) : List.of(),
                step == SetUpPage.Step.SHEET
                        ? setUp().asked().stream().map(group -> group + 1).toList()
                        : List.of());
        return Html.of(output -> JtesetUpGenerated.render(output, null, frame, page));
    }

    private SetUpPage.Step step(HttpServletRequest request) {
        if (setUp().isInterrupted()) {
            return SetUpPage.Step.INTERRUPTED;
        }
        if (!isAdmitted(request)) {
            return SetUpPage.Step.CODE;
        }
        return setUp().sheet().isPresent() ? SetUpPage.Step.SHEET : SetUpPage.Step.ORGANISATION;
    }

    private static boolean isAdmitted(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        return session != null && session.getAttribute(ADMITTED) != null;
    }

    private static void requireAdmitted(HttpServletRequest request) {
        if (!isAdmitted(request)) {
            throw new NotFoundException();
        }
    }

    private SetUp setUp() {
        return setUp.orElseThrow(NotFoundException::new);
    }
}
