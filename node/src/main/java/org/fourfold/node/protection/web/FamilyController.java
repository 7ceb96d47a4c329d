package org.fourfold.node.protection.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.function.Consumer;
import org.fourfold.node.frame.Actor;
import org.fourfold.node.frame.CaseFileId;
import org.fourfold.node.frame.Problem;
import org.fourfold.node.frame.ProblemException;
import org.fourfold.node.protection.Families;
import org.fourfold.node.protection.FamilyView;
import org.fourfold.node.protection.FileNumber;
import org.fourfold.node.protection.Protection;
import org.fourfold.node.protection.Relative;
import org.fourfold.node.shell.Choice;
import org.fourfold.node.shell.FormKeys;
import org.fourfold.node.shell.Html;
import org.fourfold.node.shell.PageFrame;
import org.fourfold.node.shell.PageFrames;
import org.fourfold.node.shell.Room;
import org.fourfold.node.shell.Text;
import org.fourfold.node.shell.Viewer;
import org.fourfold.pages.protection.JtefamilyGenerated;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Families, and those who came together. */
@Controller
public class FamilyController {

    private final PageFrames frames;
    private final Families families;
    private final Protection protection;
    private final FormKeys forms;

    public FamilyController(PageFrames frames, Families families, Protection protection, FormKeys forms) {
        this.frames = frames;
        this.families = families;
        this.protection = protection;
        this.forms = forms;
    }

    @GetMapping("/files/{file}/family")
    public Html family(HttpServletRequest request, Viewer viewer, @PathVariable String file) {
        return page(request, viewer, Paths.file(file), FamilyPage.Typed.NOTHING, List.of());
    }

    @PostMapping("/files/{file}/family")
    public Html link(
            HttpServletRequest request,
            Viewer viewer,
            @PathVariable String file,
            @RequestParam(defaultValue = "") String kin,
            @RequestParam(defaultValue = "") String number,
            @RequestParam(name = FormKeys.FIELD, defaultValue = "") String key) {
        CaseFileId id = Paths.file(file);
        FamilyPage.Typed typed = new FamilyPage.Typed(kin, number, "");
        return forms.once(
                viewer,
                key,
                () -> doing(
                        request,
                        viewer,
                        id,
                        typed,
                        actor -> families.link(actor, id, numbered(actor, number), kin(kin))));
    }

    @PostMapping("/files/{file}/family/mention")
    public Html mention(
            HttpServletRequest request,
            Viewer viewer,
            @PathVariable String file,
            @RequestParam(defaultValue = "") String kin,
            @RequestParam(defaultValue = "") String words,
            @RequestParam(name = FormKeys.FIELD, defaultValue = "") String key) {
        CaseFileId id = Paths.file(file);
        FamilyPage.Typed typed = new FamilyPage.Typed(kin, "", words);
        return forms.once(
                viewer,
                key,
                () -> doing(request, viewer, id, typed, actor -> families.mention(actor, id, kin(kin), words)));
    }

    @PostMapping("/files/{file}/family/{relative}/unlink")
    public Html unlink(
            HttpServletRequest request, Viewer viewer, @PathVariable String file, @PathVariable String relative) {
        CaseFileId id = Paths.file(file);
        UUID which = Paths.id(relative);
        return doing(request, viewer, id, FamilyPage.Typed.NOTHING, actor -> families.unlink(actor, id, which));
    }

    /** By its number only: a name could be another person's. One that the actor may not see is not there. */
    private CaseFileId numbered(Actor actor, String typed) {
        return FileNumber.parse(typed).stream()
                .flatMap(number -> protection.find(actor, number.text()).readable().stream())
                .map(line -> line.file().id())
                .findFirst()
                .orElseThrow(() -> new ProblemException(Problem.inField("protection.family-number", "number")));
    }

    private static Relative.Kin kin(String sent) {
        return ConsentWords.one(Relative.Kin.class, sent).orElse(Relative.Kin.OTHER_FAMILY);
    }

    private Html doing(
            HttpServletRequest request, Viewer viewer, CaseFileId id, FamilyPage.Typed typed, Consumer<Actor> what) {
        try {
            what.accept(Paths.actor(viewer));
            return Html.seeOther("/files/" + id + "/family");
        } catch (ProblemException faults) {
            return page(request, viewer, id, typed, faults.problems()).status(HttpStatus.UNPROCESSABLE_CONTENT);
        }
    }

    private Html page(
            HttpServletRequest request, Viewer viewer, CaseFileId id, FamilyPage.Typed typed, List<Problem> problems) {
        FamilyView view = families.of(Paths.actor(viewer), id);
        PageFrame frame = frames.frame(
                        request,
                        viewer,
                        Room.PROTECTION,
                        Room.PROTECTION.purpose(),
                        Text.of(
                                "protection.family.title",
                                "number",
                                view.file().number().text()))
                .withLead(Text.of("protection.family.lead"))
                .withProblems(problems);
        String back = "/files/" + id;
        FamilyPage page = new FamilyPage(
                back + "/family",
                back,
                forms.next(),
                forms.next(),
                view.relatives().stream().map(one -> line(frame, view, one)).toList(),
                Arrays.stream(Relative.Kin.values())
                        .map(kin -> Choice.of(kin.name(), word(frame, kin)))
                        .toList(),
                view.mayWrite(),
                typed);
        return Html.of(output -> JtefamilyGenerated.render(output, null, frame, page));
    }

    private static FamilyPage.Line line(PageFrame frame, FamilyView view, Relative one) {
        return line(
                frame, one, view.mayWrite() ? "/files/" + view.file().id() + "/family/" + one.id() + "/unlink" : "");
    }

    /** A link only where the reader may see the other file. */
    static FamilyPage.Line line(PageFrame frame, Relative one, String dropPath) {
        String unseen = one.words().isEmpty() ? frame.text("protection.family.unnamed") : one.words();
        return new FamilyPage.Line(
                word(frame, one.kin()),
                one.file().map(file -> file.number().text()).orElse(unseen),
                one.file().map(file -> "/files/" + file.id()).orElse(""),
                dropPath);
    }

    private static String word(PageFrame frame, Relative.Kin kin) {
        return frame.text(
                "protection.family.kin." + kin.name().toLowerCase(Locale.ROOT).replace('_', '-'));
    }
}
