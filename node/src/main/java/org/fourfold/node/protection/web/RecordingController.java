package org.fourfold.node.protection.web;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.fourfold.node.frame.Problem;
import org.fourfold.node.frame.ProblemException;
import org.fourfold.node.frame.Role;
import org.fourfold.node.protection.Sound;
import org.fourfold.node.protection.Spoken;
import org.fourfold.node.protection.Spoken.Recording;
import org.fourfold.node.shell.Choice;
import org.fourfold.node.shell.FormKeys;
import org.fourfold.node.shell.Html;
import org.fourfold.node.shell.PageFrame;
import org.fourfold.node.shell.PageFrames;
import org.fourfold.node.shell.Room;
import org.fourfold.node.shell.Text;
import org.fourfold.node.shell.Viewer;
import org.fourfold.pages.protection.JterecordingsGenerated;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.core.io.Resource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/** Recordings of what the house says, added and played. */
@Controller
public class RecordingController {

    private static final String PATH = "/recordings";

    private final PageFrames frames;
    private final Spoken spoken;
    private final Recordings recordings;
    private final FormKeys forms;

    public RecordingController(PageFrames frames, Spoken spoken, Recordings recordings, FormKeys forms) {
        this.frames = frames;
        this.spoken = spoken;
        this.recordings = recordings;
        this.forms = forms;
    }

    @GetMapping(PATH)
    public Html list(HttpServletRequest request, Viewer viewer) {
        return page(request, viewer, "", "", List.of());
    }

    @PostMapping(PATH)
    public Html add(
            HttpServletRequest request,
            Viewer viewer,
            @RequestParam(defaultValue = "") String text,
            @RequestParam(defaultValue = "") String language,
            @RequestParam Optional<MultipartFile> sound,
            @RequestParam(name = FormKeys.FIELD, defaultValue = "") String key) {
        return forms.once(viewer, key, () -> {
            try {
                Spoken.Text said = ConsentWords.one(Spoken.Text.class, text).orElse(Spoken.Text.RIGHTS);
                spoken.add(Paths.reviewer(viewer), said, language, sound(sound));
                return Html.seeOther(PATH);
            } catch (ProblemException faults) {
                return page(request, viewer, text, language, faults.problems())
                        .status(HttpStatus.UNPROCESSABLE_CONTENT);
            }
        });
    }

    @PostMapping(PATH + "/{recording}/away")
    public Html takeAway(Viewer viewer, @PathVariable String recording) {
        spoken.takeAway(Paths.reviewer(viewer), Paths.id(recording));
        return Html.seeOther(PATH);
    }

    /** From this origin only, under the headers of every answer; parts of it where the player asks for parts. */
    @GetMapping(PATH + "/{recording}/sound")
    public ResponseEntity<Resource> sound(Viewer viewer, @PathVariable String recording) {
        return answer(spoken.play(Paths.actor(viewer), Paths.id(recording)));
    }

    static ResponseEntity<Resource> answer(Sound sound) {
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(sound.type().media()))
                .header(HttpHeaders.CONTENT_DISPOSITION, "inline")
                .body(new ByteArrayResource(sound.bytes()));
    }

    /** What was sent; nothing sent is no recording. */
    static Sound sound(Optional<MultipartFile> sent) {
        if (sent.isEmpty()) {
            return Sound.of(new byte[0]);
        }
        try (InputStream in = sent.get().getInputStream()) {
            return Sound.of(in.readNBytes(Sound.BYTES_MAX + 1));
        } catch (IOException e) {
            throw new UncheckedIOException("the upload could not be read", e);
        }
    }

    private Html page(HttpServletRequest request, Viewer viewer, String text, String language, List<Problem> problems) {
        List<Recording> all = recordings.of(viewer);
        boolean adds = viewer.holds(Role.SUPERVISOR);
        PageFrame frame = frames.frame(request, viewer, Room.PROTECTION, "protection.recording.title")
                .withLead(Text.of("protection.recording.lead"))
                .withProblems(problems);
        RecordingsPage page = new RecordingsPage(
                Arrays.stream(Spoken.Text.values())
                        .map(one -> new RecordingsPage.Part(
                                word(frame, one),
                                Recordings.players(frame, all, one).stream()
                                        .map(player -> new RecordingsPage.Line(
                                                player.language(),
                                                player.path(),
                                                player.since(),
                                                adds ? PATH + "/" + player.id() + "/away" : ""))
                                        .toList()))
                        .toList(),
                adds ? forms.next() : "",
                Arrays.stream(Spoken.Text.values())
                        .map(one -> Choice.of(one.name(), word(frame, one)))
                        .toList(),
                Recordings.languages(frame),
                text,
                language);
        return Html.of(output -> JterecordingsGenerated.render(output, null, frame, page));
    }

    private static String word(PageFrame frame, Spoken.Text text) {
        return frame.text("protection.recording.text." + text.name().toLowerCase(Locale.ROOT));
    }
}
