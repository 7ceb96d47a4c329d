package org.fourfold.node.protection.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.fourfold.node.frame.CaseFileId;
import org.fourfold.node.frame.FieldGroup;
import org.fourfold.node.protection.Answers;
import org.fourfold.node.protection.FileView;
import org.fourfold.node.protection.Protection;
import org.fourfold.node.protection.Question;
import org.fourfold.node.protection.SafeContact;
import org.fourfold.node.shell.Html;
import org.fourfold.node.shell.PageFrame;
import org.fourfold.node.shell.PageFrames;
import org.fourfold.node.shell.Room;
import org.fourfold.node.shell.Text;
import org.fourfold.node.shell.Viewer;
import org.fourfold.pages.protection.JteblankGenerated;
import org.fourfold.pages.protection.JtemessageGenerated;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** What is used outside of the program: blank forms, and short texts that tell nothing to who reads them over a shoulder. */
@Controller
public class PaperController {

    /** How many neutral texts there are. */
    private static final int TEXTS = 4;

    private final PageFrames frames;
    private final Protection protection;
    private final RightsSaid rights;

    public PaperController(PageFrames frames, Protection protection, RightsSaid rights) {
        this.frames = frames;
        this.protection = protection;
        this.rights = rights;
    }

    /** The first questions with room to write: nothing on it is of anybody. */
    @GetMapping("/blank-form")
    public Html blank(HttpServletRequest request, Viewer viewer) {
        PageFrame frame = frames.frame(request, viewer, Room.PROTECTION, "protection.blank.title");
        List<BlankPart> parts = Arrays.stream(Question.values())
                .map(question -> new BlankPart(
                        frame.text(question.titleKey()),
                        rights.said(frame, question),
                        Showing.inputs(frame, question.fields(), Answers.NONE)))
                .toList();
        return Html.of(output -> JteblankGenerated.render(output, null, frame, parts));
    }

    /** Texts to copy into a messenger, under how the person may be reached and how never. */
    @GetMapping("/files/{file}/message")
    public Html message(HttpServletRequest request, Viewer viewer, @PathVariable String file) {
        CaseFileId id = Paths.file(file);
        FileView view = protection.view(Paths.actor(viewer), id);
        PageFrame frame = frames.frame(
                        request,
                        viewer,
                        Room.PROTECTION,
                        Room.PROTECTION.purpose(),
                        Text.of("protection.neutral.title"))
                .withLead(Text.of("protection.neutral.lead"));
        List<Row> contact = Question.CONTACT.fields().stream()
                .filter(field -> view.shown().contains(FieldGroup.CONTACT))
                .filter(field -> view.answers().given(field).isPresent())
                .map(field -> Showing.row(frame, field, view.answers().of(field), ""))
                .toList();
        boolean forbidden = !view.shown().contains(FieldGroup.CONTACT)
                || SafeContact.of(view.answers()).forbids(SafeContact.Way.MESSAGES);
        List<String> texts = forbidden
                ? List.of()
                : IntStream.rangeClosed(1, TEXTS)
                        .mapToObj(number -> frame.text("protection.neutral.text." + number))
                        .toList();
        return Html.of(output -> JtemessageGenerated.render(output, null, frame, "/files/" + id, contact, texts));
    }
}
