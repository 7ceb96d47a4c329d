package org.fourfold.node.protection.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.fourfold.node.frame.Actor;
import org.fourfold.node.frame.CaseFileId;
import org.fourfold.node.frame.Problem;
import org.fourfold.node.frame.ProblemException;
import org.fourfold.node.protection.Note;
import org.fourfold.node.protection.NoteDraft;
import org.fourfold.node.protection.NoteId;
import org.fourfold.node.protection.NoteWriting;
import org.fourfold.node.protection.Protection;
import org.fourfold.node.shell.FormKeys;
import org.fourfold.node.shell.Html;
import org.fourfold.node.shell.NotFoundException;
import org.fourfold.node.shell.PageFrame;
import org.fourfold.node.shell.PageFrames;
import org.fourfold.node.shell.RevisionConflictException;
import org.fourfold.node.shell.Room;
import org.fourfold.node.shell.Viewer;
import org.fourfold.pages.protection.JtenoteGenerated;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Writing a note. Its address holds the note's id from the start, so that it may be sent again and is written once. */
@Controller
public class NoteController {

    private final PageFrames frames;
    private final Protection protection;
    private final FormKeys forms;
    private final InstantSource clock;
    private final RandomGenerator random;

    public NoteController(
            PageFrames frames, Protection protection, FormKeys forms, InstantSource clock, RandomGenerator random) {
        this.frames = frames;
        this.protection = protection;
        this.forms = forms;
        this.clock = clock;
        this.random = random;
    }

    @PostMapping("/files/{file}/notes")
    public Html begin(@PathVariable String file) {
        return Html.seeOther("/files/" + Paths.file(file) + "/notes/" + NoteId.random(random));
    }

    @GetMapping("/files/{file}/notes/{note}")
    public Html note(HttpServletRequest request, Viewer viewer, @PathVariable String file, @PathVariable String note) {
        CaseFileId id = Paths.file(file);
        NoteId noteId = Paths.note(note);
        Actor actor = Paths.actor(viewer);
        Optional<NoteDraft> draft = protection.draft(actor, id, noteId);
        Optional<Note> stored = protection.note(actor, id, noteId);
        if (stored.isPresent() && !stored.get().stands()) {
            return Html.seeOther("/files/" + id);
        }
        int base = draft.map(NoteDraft::baseRevision)
                .orElse(stored.map(one -> one.revision().number()).orElse(0));
        String text = draft.map(NoteDraft::text).orElse(stored.map(Note::text).orElse(""));
        Optional<LocalDate> told = draft.isPresent() ? draft.get().toldOn() : stored.flatMap(Note::toldOn);
        Typed typed = new Typed(base, told.map(LocalDate::toString).orElse(""), text);
        return page(request, viewer, id, noteId, typed, draft.map(NoteDraft::keptAt), "", List.of());
    }

    @PostMapping("/files/{file}/notes/{note}")
    public Html write(
            HttpServletRequest request,
            Viewer viewer,
            @PathVariable String file,
            @PathVariable String note,
            @RequestParam(defaultValue = "0") int base,
            @RequestParam(defaultValue = "") String told,
            @RequestParam(defaultValue = "") String text,
            @RequestParam Optional<String> save) {
        CaseFileId id = Paths.file(file);
        NoteId noteId = Paths.note(note);
        Actor actor = Paths.actor(viewer);
        if (save.isPresent() && text.length() <= Note.TEXT_MAX) {
            keep(actor, id, noteId, new Typed(base, told, text));
            return Html.seeOther("/files/" + id + "/notes/" + noteId);
        }
        try {
            Optional<LocalDate> day =
                    day(told, frames.frame(request, viewer, Room.PROTECTION, "protection.note.title"));
            return switch (protection.writeNote(actor, id, noteId, base, day, text)) {
                case NoteWriting.Written written -> Html.seeOther("/files/" + id);
                case NoteWriting.Conflict(Note stored, String typed) -> {
                    keep(actor, id, noteId, new Typed(stored.revision().number(), told, typed));
                    throw new RevisionConflictException(
                            "/files/" + id + "/notes/" + noteId,
                            List.of(new RevisionConflictException.Difference(
                                    "protection.note.text", stored.text(), typed)));
                }
            };
        } catch (ProblemException faults) {
            Typed typed = new Typed(base, told, text);
            return page(request, viewer, id, noteId, typed, Optional.empty(), "", faults.problems())
                    .status(HttpStatus.UNPROCESSABLE_CONTENT);
        }
    }

    @PostMapping("/files/{file}/notes/{note}/strike")
    public Html strike(
            HttpServletRequest request,
            Viewer viewer,
            @PathVariable String file,
            @PathVariable String note,
            @RequestParam(defaultValue = "0") int base,
            @RequestParam(defaultValue = "") String why,
            @RequestParam(name = FormKeys.FIELD, defaultValue = "") String key) {
        CaseFileId id = Paths.file(file);
        NoteId noteId = Paths.note(note);
        Actor actor = Paths.actor(viewer);
        return forms.once(viewer, key, () -> {
            try {
                protection.strikeNote(actor, id, noteId, base, why);
                return Html.seeOther("/files/" + id);
            } catch (ProblemException faults) {
                // What stands now, so that nobody strikes what they did not read.
                Note stored = protection.note(actor, id, noteId).orElseThrow(NotFoundException::new);
                Typed typed = new Typed(
                        stored.revision().number(),
                        stored.toldOn().map(LocalDate::toString).orElse(""),
                        stored.text());
                return page(request, viewer, id, noteId, typed, Optional.empty(), why, faults.problems())
                        .status(HttpStatus.UNPROCESSABLE_CONTENT);
            }
        });
    }

    @PostMapping("/files/{file}/notes/{note}/draft")
    public ResponseEntity<Void> draft(
            Viewer viewer,
            @PathVariable String file,
            @PathVariable String note,
            @RequestParam(defaultValue = "0") int base,
            @RequestParam(defaultValue = "") String told,
            @RequestParam(defaultValue = "") String text) {
        keep(Paths.actor(viewer), Paths.file(file), Paths.note(note), new Typed(base, told, text));
        return ResponseEntity.noContent().build();
    }

    /** The form as it was sent. */
    private record Typed(int base, String told, String text) {}

    private void keep(Actor actor, CaseFileId id, NoteId note, Typed typed) {
        if (typed.base() < 0 || typed.text().length() > Note.TEXT_MAX) {
            throw new NotFoundException();
        }
        // A day that is not wholly typed yet is no reason to lose the text.
        Optional<LocalDate> told = parse(typed.told());
        protection.keepDraft(actor, id, new NoteDraft(note, typed.base(), told, typed.text(), clock.instant()));
    }

    private static Optional<LocalDate> parse(String typed) {
        try {
            return typed.isBlank() ? Optional.empty() : Optional.of(LocalDate.parse(typed.strip()));
        } catch (DateTimeException malformed) {
            return Optional.empty();
        }
    }

    /** Nothing was told tomorrow. */
    private Optional<LocalDate> day(String typed, PageFrame frame) {
        Optional<LocalDate> day = parse(typed);
        LocalDate today = LocalDate.ofInstant(clock.instant(), frame.zone());
        if (day.isEmpty() != typed.isBlank() || day.filter(today::isBefore).isPresent()) {
            throw new ProblemException(Problem.inField("protection.note-told", "told"));
        }
        return day;
    }

    private Html page(
            HttpServletRequest request,
            Viewer viewer,
            CaseFileId id,
            NoteId note,
            Typed typed,
            Optional<Instant> keptAt,
            String why,
            List<Problem> problems) {
        PageFrame frame = frames.frame(request, viewer, Room.PROTECTION, "protection.note.title")
                .withProblems(problems);
        NotePage page = new NotePage(
                "/files/" + id + "/notes/" + note,
                "/files/" + id,
                forms.next(),
                typed.base(),
                typed.told(),
                typed.text(),
                keptAt,
                forms.next(),
                why);
        return Html.of(output -> JtenoteGenerated.render(output, null, frame, page));
    }
}
