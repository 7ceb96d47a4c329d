package org.fourfold.node.prosecution.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.fourfold.node.frame.Actor;
import org.fourfold.node.frame.Problem;
import org.fourfold.node.frame.ProblemException;
import org.fourfold.node.frame.Purpose;
import org.fourfold.node.prosecution.ImportQueue;
import org.fourfold.node.prosecution.ImportReport;
import org.fourfold.node.prosecution.Prosecution;
import org.fourfold.node.prosecution.QueueItem;
import org.fourfold.node.prosecution.QueueItemId;
import org.fourfold.node.prosecution.SavedMapping;
import org.fourfold.node.prosecution.reading.FtmModel;
import org.fourfold.node.prosecution.tables.ColumnRole;
import org.fourfold.node.prosecution.tables.Mapping;
import org.fourfold.node.prosecution.tables.MappingCheck;
import org.fourfold.node.prosecution.tables.TablePreview;
import org.fourfold.node.shell.Choice;
import org.fourfold.node.shell.FormKeys;
import org.fourfold.node.shell.Html;
import org.fourfold.node.shell.NotFoundException;
import org.fourfold.node.shell.PageFrame;
import org.fourfold.node.shell.PageFrames;
import org.fourfold.node.shell.Room;
import org.fourfold.node.shell.Text;
import org.fourfold.node.shell.Viewer;
import org.fourfold.node.tables.Sheet;
import org.fourfold.node.tables.SheetRow;
import org.fourfold.node.tables.TableFile;
import org.fourfold.pages.prosecution.JtereadingGenerated;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** How a waiting table is to be read: its first rows, what is guessed, what a person says, what a try would bring. */
@Controller
public class MappingController {

    private static final Set<String> FIELDS = Set.of("mapping-name");
    private static final int ROWS_SHOWN_MAX = 14;
    private static final int ROWS_BELOW_HEADINGS = 5;
    private static final int CELLS_SHOWN_MAX = 12;
    private static final int CELL_CHARACTERS_MAX = 40;

    private final PageFrames frames;
    private final Prosecution prosecution;
    private final ImportQueue queue;
    private final FormKeys formKeys;
    private final FtmModel model = FtmModel.shipped();

    public MappingController(PageFrames frames, Prosecution prosecution, ImportQueue queue, FormKeys formKeys) {
        this.frames = frames;
        this.prosecution = prosecution;
        this.queue = queue;
        this.formKeys = formKeys;
    }

    /** A table as it was looked at. */
    private record Looked(List<Sheet> sheets, int sheet, TablePreview preview) {

        /** Empty where it is the sheet that is read when none is named: so the mapping fits other workbooks too. */
        Optional<String> sheetName() {
            boolean first = sheets.stream().filter(one -> !one.isHidden()).findFirst().stream()
                    .anyMatch(one -> one.equals(sheets.get(sheet)));
            return first ? Optional.empty() : Optional.of(sheets.get(sheet).name());
        }
    }

    private static Looked look(TableFile table, int sheet, Optional<Integer> headerRow) throws java.io.IOException {
        int known = Math.clamp(sheet, 0, table.sheets().size() - 1);
        return new Looked(table.sheets(), known, TablePreview.of(table, known, headerRow));
    }

    @GetMapping("/entities/import/{item:[0-9a-f-]{36}}/mapping")
    public Html form(
            HttpServletRequest request,
            Viewer viewer,
            @PathVariable String item,
            @RequestParam Optional<Integer> sheet,
            @RequestParam Optional<Integer> header) {
        Actor actor = viewer.actor(Purpose.INVESTIGATION);
        QueueItem known = item(actor, item);
        if (!(known.state() instanceof QueueItem.State.NeedsMapping)) {
            return Html.seeOther("/entities/import/queue");
        }
        Looked looked = queue.look(actor, known.id(), table -> look(table, sheet.orElse(known.sheet()), header));
        MappingForm form = MappingForm.guessed(
                looked.sheet(), looked.preview(), known.options().phoneCountry());
        return show(frame(request, viewer, known), actor, known, looked, form, Optional.empty());
    }

    @PostMapping("/entities/import/{item:[0-9a-f-]{36}}/mapping")
    public Html said(
            HttpServletRequest request,
            Viewer viewer,
            @PathVariable String item,
            @RequestParam(FormKeys.FIELD) String formKey,
            @RequestParam(name = "act", defaultValue = "try") String act,
            @RequestParam(name = "alike", defaultValue = "") String alike) {
        Actor actor = viewer.actor(Purpose.INVESTIGATION);
        QueueItem known = item(actor, item);
        MappingForm sent = MappingForm.of(request);
        return formKeys.once(viewer, formKey, () -> {
            Looked looked = queue.look(actor, known.id(), table -> look(table, sent.sheet(), sent.headerRow()));
            // Whoever chose a kept mapping was asked for no columns: they stay as guessed.
            MappingForm form = sent.kept().isEmpty()
                    ? sent
                    : MappingForm.guessed(
                                    looked.sheet(),
                                    looked.preview(),
                                    known.options().phoneCountry())
                            .withKept(sent.kept());
            PageFrame frame = frame(request, viewer, known);
            try {
                Mapping mapping = checked(actor, form, looked);
                if (act.equals("try")) {
                    ImportReport report = queue.tryOut(actor, known.id(), mapping);
                    return show(frame, actor, known, looked, form, Optional.of(report));
                }
                if (!form.name().isEmpty() && form.kept().isEmpty()) {
                    prosecution.saveMapping(actor, mapping);
                }
                List<QueueItem> others = alike.isEmpty() ? List.of() : queue.alike(actor, known);
                queue.run(actor, known.id(), mapping);
                others.forEach(
                        other -> queue.run(actor, other.id(), mapping.placed(Optional.empty(), other.headerRow())));
                return Html.seeOther("/entities/import/queue");
            } catch (ProblemException e) {
                return show(
                                frame.withProblems(Refusals.onPage(e.problems(), FIELDS)),
                                actor,
                                known,
                                looked,
                                form,
                                Optional.empty())
                        .status(HttpStatus.UNPROCESSABLE_CONTENT);
            }
        });
    }

    /** What was said, when it can be run on this table; the file is not lost to a slip. */
    private Mapping checked(Actor actor, MappingForm form, Looked looked) {
        Mapping said = form.kept().isEmpty()
                ? form.mapping(looked.preview())
                : prosecution.mappings(actor).stream()
                        .filter(saved -> saved.id().toString().equals(form.kept()))
                        .findFirst()
                        .map(SavedMapping::mapping)
                        .orElseThrow(() -> new ProblemException(Problem.of("prosecution.mapping-unknown")));
        Mapping mapping = said.placed(looked.sheetName(), looked.preview().headerRow());
        List<Problem> problems = new ArrayList<>(MappingCheck.of(mapping, model));
        problems.addAll(MappingCheck.missing(mapping, looked.preview().headings()));
        if (!problems.isEmpty()) {
            throw new ProblemException(problems);
        }
        return mapping;
    }

    private QueueItem item(Actor actor, String id) {
        return QueueItemId.parse(id).flatMap(known -> queue.item(actor, known)).orElseThrow(NotFoundException::new);
    }

    private PageFrame frame(HttpServletRequest request, Viewer viewer, QueueItem item) {
        return frames.frame(
                request,
                viewer,
                Room.PROSECUTION,
                Room.PROSECUTION.purpose(),
                Text.of("prosecution.reading.title", "name", item.name()));
    }

    private Html show(
            PageFrame frame,
            Actor actor,
            QueueItem item,
            Looked looked,
            MappingForm form,
            Optional<ImportReport> report) {
        TablePreview preview = looked.preview();
        List<Choice> kept = prosecution.mappings(actor).stream()
                .filter(saved -> MappingCheck.missing(saved.mapping(), preview.headings())
                        .isEmpty())
                .map(saved -> Choice.of(saved.id().toString(), saved.name()))
                .toList();
        QueuePage.Reading page = new QueuePage.Reading(
                "/entities/import/" + item.id() + "/mapping",
                item.name(),
                sheets(looked.sheets(), frame),
                Integer.toString(looked.sheet()),
                preview.headerRow(),
                preview.header().reasons().stream()
                        .map(reason -> frame.text(reason.key(), reason.values()))
                        .toList(),
                rows(preview),
                columns(preview, form, frame),
                roles(frame),
                Math.max(0, preview.guesses().size() - MappingForm.COLUMNS_MAX),
                new QueuePage.Said(form.dateOrder(), form.country(), form.decimal(), form.formulas(), form.name()),
                EntityImportController.countries(frame),
                kept,
                form.kept(),
                queue.alike(actor, item).size(),
                formKeys.next(),
                report.map(told -> new QueuePage.Result(
                        told.fileRefused(),
                        Refusals.figures(told),
                        Refusals.of(told.problems(), frame, Optional.empty()),
                        told.problemCount())));
        return Html.of(output -> JtereadingGenerated.render(output, null, frame, page));
    }

    private static List<Choice> sheets(List<Sheet> sheets, PageFrame frame) {
        List<Choice> choices = new ArrayList<>();
        for (int i = 0; i < sheets.size(); i++) {
            Sheet sheet = sheets.get(i);
            String label = sheet.isHidden()
                    ? frame.text("prosecution.reading.sheet-hidden", "sheet", sheet.name())
                    : sheet.name();
            choices.add(Choice.of(Integer.toString(i), label));
        }
        return choices;
    }

    private static List<QueuePage.Row> rows(TablePreview preview) {
        long last = Math.max(ROWS_SHOWN_MAX, preview.headerRow() + ROWS_BELOW_HEADINGS);
        return preview.rows().stream()
                .filter(row -> row.number() <= last)
                .filter(row -> row.number() > last - ROWS_SHOWN_MAX)
                .map(row -> new QueuePage.Row(row.number(), row.number() == preview.headerRow(), cells(row)))
                .toList();
    }

    private static List<String> cells(SheetRow row) {
        return row.cells().stream()
                .limit(CELLS_SHOWN_MAX)
                .map(cell -> shortened(cell.text()))
                .toList();
    }

    private static String shortened(String text) {
        return text.length() <= CELL_CHARACTERS_MAX ? text : text.substring(0, CELL_CHARACTERS_MAX) + "…";
    }

    private static List<QueuePage.Column> columns(TablePreview preview, MappingForm form, PageFrame frame) {
        return preview.guesses().stream()
                .limit(MappingForm.COLUMNS_MAX)
                .map(guess -> new QueuePage.Column(
                        MappingForm.field(guess.column()),
                        guess.name(),
                        preview.rows().stream()
                                .filter(row -> row.number() > preview.headerRow())
                                .map(row -> row.cell(guess.column()).text())
                                .filter(text -> !text.isBlank())
                                .findFirst()
                                .map(MappingController::shortened)
                                .orElse(""),
                        form.chosen(guess.column()),
                        guess.reasons().stream()
                                .map(reason -> frame.text(reason.key(), reason.values()))
                                .toList()))
                .toList();
    }

    private static List<Choice> roles(PageFrame frame) {
        Stream<Choice> roles = Stream.of(ColumnRole.values())
                .map(MappingForm::code)
                .map(code -> Choice.of(code, frame.text("prosecution.role." + code)));
        return Stream.concat(Stream.of(Choice.of("", frame.text("prosecution.role.none"))), roles)
                .toList();
    }
}
