package org.fourfold.node.protection.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.fourfold.node.access.Access;
import org.fourfold.node.frame.CaseFileId;
import org.fourfold.node.frame.MemberId;
import org.fourfold.node.frame.Problem;
import org.fourfold.node.frame.ProblemException;
import org.fourfold.node.protection.UrgentRisk;
import org.fourfold.node.protection.UrgentRisks;
import org.fourfold.node.protection.UrgentView;
import org.fourfold.node.shell.FormKeys;
import org.fourfold.node.shell.Html;
import org.fourfold.node.shell.PageFrame;
import org.fourfold.node.shell.PageFrames;
import org.fourfold.node.shell.Room;
import org.fourfold.node.shell.Text;
import org.fourfold.node.shell.Viewer;
import org.fourfold.pages.protection.JteurgentGenerated;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** An urgent risk: raised, seen, over. */
@Controller
public class UrgentController {

    private static final String HOURS = "24";

    private final PageFrames frames;
    private final UrgentRisks risks;
    private final Access access;
    private final FormKeys forms;

    public UrgentController(PageFrames frames, UrgentRisks risks, Access access, FormKeys forms) {
        this.frames = frames;
        this.risks = risks;
        this.access = access;
        this.forms = forms;
    }

    @GetMapping("/files/{file}/urgent")
    public Html urgent(HttpServletRequest request, Viewer viewer, @PathVariable String file) {
        return page(request, viewer, Paths.file(file), "", HOURS, List.of());
    }

    @PostMapping("/files/{file}/urgent")
    public Html raise(
            HttpServletRequest request,
            Viewer viewer,
            @PathVariable String file,
            @RequestParam(defaultValue = "") String reason,
            @RequestParam(defaultValue = "") String hours,
            @RequestParam(name = FormKeys.FIELD, defaultValue = "") String key) {
        CaseFileId id = Paths.file(file);
        return forms.once(viewer, key, () -> {
            try {
                risks.raise(Paths.actor(viewer), id, reason, Typed.number(hours));
                return Html.seeOther("/files/" + id + "/urgent");
            } catch (ProblemException faults) {
                return page(request, viewer, id, reason, hours, faults.problems())
                        .status(HttpStatus.UNPROCESSABLE_CONTENT);
            }
        });
    }

    @PostMapping("/files/{file}/urgent/{risk}/over")
    public Html over(Viewer viewer, @PathVariable String file, @PathVariable String risk) {
        CaseFileId id = Paths.file(file);
        risks.end(Paths.actor(viewer), id, Paths.id(risk));
        return Html.seeOther("/files/" + id + "/urgent");
    }

    private Html page(
            HttpServletRequest request,
            Viewer viewer,
            CaseFileId id,
            String reason,
            String hours,
            List<Problem> problems) {
        UrgentView view = risks.of(Paths.actor(viewer), id);
        PageFrame frame = frames.frame(
                        request,
                        viewer,
                        Room.PROTECTION,
                        Room.PROTECTION.purpose(),
                        Text.of(
                                "protection.urgent.title",
                                "number",
                                view.file().number().text()))
                .withLead(Text.of("protection.urgent.lead"))
                .withProblems(problems);
        String back = "/files/" + id;
        UrgentPage page = new UrgentPage(
                back + "/urgent", back, forms.next(), lines(frame, view, access), view.mayWrite(), reason, hours);
        return Html.of(output -> JteurgentGenerated.render(output, null, frame, page));
    }

    static List<UrgentPage.Line> lines(PageFrame frame, UrgentView view, Access access) {
        Map<MemberId, String> names =
                access.displayNames(view.risks().stream().map(UrgentRisk::by).collect(Collectors.toSet()));
        String path = "/files/" + view.file().id() + "/urgent/";
        return view.risks().stream()
                .map(one -> line(frame, one, names, view.mayWrite() ? path + one.id() + "/over" : ""))
                .toList();
    }

    private static UrgentPage.Line line(PageFrame frame, UrgentRisk one, Map<MemberId, String> names, String endPath) {
        return new UrgentPage.Line(
                one.reason(),
                names.getOrDefault(one.by(), ""),
                frame.moment(one.raised()),
                frame.moment(one.until()),
                endPath);
    }
}
