package org.fourfold.node.protection.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import org.fourfold.node.frame.CaseFileId;
import org.fourfold.node.frame.Problem;
import org.fourfold.node.frame.ProblemException;
import org.fourfold.node.protection.ConsentId;
import org.fourfold.node.protection.Consents;
import org.fourfold.node.shell.FormKeys;
import org.fourfold.node.shell.Html;
import org.fourfold.node.shell.PageFrame;
import org.fourfold.node.shell.PageFrames;
import org.fourfold.node.shell.Room;
import org.fourfold.node.shell.Text;
import org.fourfold.node.shell.Viewer;
import org.fourfold.pages.protection.JtevoiceGenerated;
import org.springframework.core.io.Resource;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/** A person saying that they agree, recorded where they want it. */
@Controller
public class VoiceController {

    private static final String PATH = "/files/{file}/consent/{consent}/voice";

    private final PageFrames frames;
    private final Consents consents;
    private final FormKeys forms;

    public VoiceController(PageFrames frames, Consents consents, FormKeys forms) {
        this.frames = frames;
        this.consents = consents;
        this.forms = forms;
    }

    @GetMapping(PATH)
    public Html ask(
            HttpServletRequest request, Viewer viewer, @PathVariable String file, @PathVariable String consent) {
        return page(request, viewer, Paths.file(file), consent(consent), List.of());
    }

    @PostMapping(PATH)
    public Html add(
            HttpServletRequest request,
            Viewer viewer,
            @PathVariable String file,
            @PathVariable String consent,
            @RequestParam Optional<MultipartFile> sound,
            @RequestParam(name = FormKeys.FIELD, defaultValue = "") String key) {
        CaseFileId id = Paths.file(file);
        ConsentId meant = consent(consent);
        return forms.once(viewer, key, () -> {
            try {
                consents.addVoice(Paths.actor(viewer), id, meant, RecordingController.sound(sound));
                return Html.seeOther("/files/" + id + "/consent");
            } catch (ProblemException faults) {
                return page(request, viewer, id, meant, faults.problems()).status(HttpStatus.UNPROCESSABLE_CONTENT);
            }
        });
    }

    @GetMapping(PATH + "/sound")
    public ResponseEntity<Resource> sound(Viewer viewer, @PathVariable String file, @PathVariable String consent) {
        return RecordingController.answer(consents.voice(Paths.actor(viewer), Paths.file(file), consent(consent)));
    }

    private static ConsentId consent(String text) {
        return new ConsentId(Paths.id(text));
    }

    private Html page(
            HttpServletRequest request, Viewer viewer, CaseFileId id, ConsentId consent, List<Problem> problems) {
        PageFrame frame = frames.frame(request, viewer, Room.PROTECTION, "protection.voice.title")
                .withLead(Text.of("protection.voice.lead"))
                .withProblems(problems);
        String back = "/files/" + id + "/consent";
        String key = forms.next();
        return Html.of(
                output -> JtevoiceGenerated.render(output, null, frame, back + "/" + consent + "/voice", back, key));
    }
}
