package org.fourfold.node.protection.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import org.fourfold.node.frame.Problem;
import org.fourfold.node.protection.Identification;
import org.fourfold.node.protection.RefusalCount;
import org.fourfold.node.protection.RefusalReason;
import org.fourfold.node.shell.FormKeys;
import org.fourfold.node.shell.Html;
import org.fourfold.node.shell.PageFrame;
import org.fourfold.node.shell.PageFrames;
import org.fourfold.node.shell.Room;
import org.fourfold.node.shell.Text;
import org.fourfold.node.shell.Viewer;
import org.fourfold.pages.protection.JterefusalsGenerated;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Who does not want to be identified counts all the same, without a name. Its address names no file, and neither does the form. */
@Controller
public class RefusalController {

    /** Below this a number could point at somebody: it is told as "fewer than". */
    private static final int TOLD_MIN = 5;

    private final PageFrames frames;
    private final Identification identification;
    private final FormKeys forms;

    public RefusalController(PageFrames frames, Identification identification, FormKeys forms) {
        this.frames = frames;
        this.identification = identification;
        this.forms = forms;
    }

    @GetMapping("/refusals")
    public Html refusals(HttpServletRequest request, Viewer viewer, @RequestParam(defaultValue = "") String counted) {
        PageFrame frame = frame(request, viewer);
        return show(counted.isEmpty() ? frame : frame.withNotice(Text.of("protection.refusals.counted")), viewer);
    }

    @PostMapping("/refusals")
    public Html count(
            HttpServletRequest request,
            Viewer viewer,
            @RequestParam(defaultValue = "") String reason,
            @RequestParam(name = FormKeys.FIELD, defaultValue = "") String key) {
        Optional<RefusalReason> meant = ConsentWords.one(RefusalReason.class, reason);
        if (meant.isEmpty()) {
            PageFrame frame = frame(request, viewer)
                    .withProblems(List.of(Problem.inField("protection.refusal-reason", "reason")));
            return show(frame, viewer).status(HttpStatus.UNPROCESSABLE_CONTENT);
        }
        return forms.once(viewer, key, () -> {
            identification.countRefusal(Paths.actor(viewer), meant.get());
            return Html.seeOther("/refusals?counted=yes");
        });
    }

    private Html show(PageFrame frame, Viewer viewer) {
        RefusalsPage page = new RefusalsPage(
                forms.next(),
                IdentificationWords.choices(RefusalReason.values(), reason -> reason(frame, reason)),
                "",
                identification.refusals(Paths.actor(viewer)).stream()
                        .map(count -> line(frame, count))
                        .toList());
        return Html.of(output -> JterefusalsGenerated.render(output, null, frame, page));
    }

    private static RefusalsPage.Line line(PageFrame frame, RefusalCount count) {
        return new RefusalsPage.Line(
                frame.month(count.month()),
                reason(frame, count.reason()),
                count.persons() < TOLD_MIN
                        ? frame.text("protection.refusals.few", "number", TOLD_MIN)
                        : frame.number(count.persons()));
    }

    private static String reason(PageFrame frame, RefusalReason reason) {
        return frame.text("protection.refusals.reason." + reason.code());
    }

    private PageFrame frame(HttpServletRequest request, Viewer viewer) {
        return frames.frame(request, viewer, Room.PROTECTION, "protection.refusals.title")
                .withLead(Text.of("protection.refusals.lead"));
    }
}
