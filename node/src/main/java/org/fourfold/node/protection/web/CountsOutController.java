package org.fourfold.node.protection.web;

import de.siegmar.fastcsv.writer.CsvWriter;
import jakarta.servlet.MultipartConfigElement;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.fourfold.node.access.Access;
import org.fourfold.node.frame.Actor;
import org.fourfold.node.frame.Problem;
import org.fourfold.node.frame.ProblemException;
import org.fourfold.node.protection.CountRun;
import org.fourfold.node.protection.Counts;
import org.fourfold.node.protection.count.CountCell;
import org.fourfold.node.protection.count.Outgoing;
import org.fourfold.node.protection.count.Tally;
import org.fourfold.node.shell.Html;
import org.fourfold.node.shell.NotFoundException;
import org.fourfold.node.shell.PageFrame;
import org.fourfold.node.shell.PageFrames;
import org.fourfold.node.shell.Room;
import org.fourfold.node.shell.Viewer;
import org.fourfold.node.tables.SheetTemplate;
import org.fourfold.pages.protection.JtecountsGenerated;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/** Totals on their way out: as a table, or in the organisation's own workbook. */
@Controller
public class CountsOutController {

    private static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    private static final String TIMES = ".times";

    private final PageFrames frames;
    private final Counts counts;
    private final Access access;
    private final Path uploads;

    public CountsOutController(PageFrames frames, Counts counts, Access access, MultipartConfigElement multipart) {
        this.frames = frames;
        this.counts = counts;
        this.access = access;
        this.uploads = Path.of(multipart.getLocation());
    }

    /** The table with the code of each row, by which it is named in an own workbook. */
    @PostMapping(CountsController.COUNTS + "/{run}/table")
    public void table(HttpServletRequest request, HttpServletResponse response, Viewer viewer, @PathVariable String run)
            throws IOException {
        Actor actor = Paths.reviewer(viewer);
        Tally tally = tally(actor, run).orElseThrow(NotFoundException::new);
        PageFrame frame = frame(request, viewer);
        Outgoing outgoing = counts.takeOut(actor, tally);
        StringWriter text = new StringWriter();
        try (CsvWriter csv = CsvWriter.builder().build(text)) {
            csv.writeRecord(heading(frame));
            for (CountCell cell : outgoing.cells()) {
                csv.writeRecord(
                        cell.measure().code(),
                        CountWords.table(frame, cell.measure().table()),
                        CountWords.row(frame, cell.measure()),
                        plain(frame, outgoing.persons(cell)),
                        CountShowing.countsTimes(cell.measure().table()) ? plain(frame, outgoing.times(cell)) : "");
            }
        }
        send(response, "text/csv;charset=UTF-8", "counts.csv", text.toString().getBytes(StandardCharsets.UTF_8));
    }

    private static List<String> heading(PageFrame frame) {
        return List.of(
                frame.text("protection.counts.code"),
                frame.text("protection.counts.what"),
                frame.text("protection.counts.row"),
                frame.text("protection.counts.persons"),
                frame.text("protection.counts.times"));
    }

    /** Null where the filled workbook was sent. */
    @PostMapping(CountsController.COUNTS + "/{run}/workbook")
    public @Nullable Html workbook(
            HttpServletRequest request,
            HttpServletResponse response,
            Viewer viewer,
            @PathVariable String run,
            @RequestParam Optional<MultipartFile> template)
            throws IOException {
        Actor actor = Paths.reviewer(viewer);
        CountRun counted = counts.run(actor, Paths.id(run)).orElseThrow(NotFoundException::new);
        Tally tally = counted.tally().orElseThrow(NotFoundException::new);
        PageFrame frame = frame(request, viewer);
        try {
            byte[] filled = fill(frame, template, counts.takeOut(actor, tally));
            send(response, XLSX, "counts.xlsx", filled);
            return null;
        } catch (ProblemException faults) {
            PageFrame told = frame.withProblems(faults.problems());
            CountsPage.Result page =
                    CountShowing.result(told, counted, tally, access.displayNames(CountShowing.members(tally)));
            return Html.of(output -> JtecountsGenerated.render(output, null, told, page))
                    .status(HttpStatus.UNPROCESSABLE_CONTENT);
        }
    }

    private byte[] fill(PageFrame frame, Optional<MultipartFile> template, Outgoing outgoing) throws IOException {
        MultipartFile sent = template.filter(file -> !file.isEmpty())
                .orElseThrow(() -> new ProblemException(Problem.inField("protection.counts-template", "template")));
        Path copy = Files.createTempFile(uploads, "template", "");
        try {
            sent.transferTo(copy);
            ByteArrayOutputStream filled = new ByteArrayOutputStream();
            int _ = SheetTemplate.fill(copy, filled, code -> value(frame, outgoing, code));
            return filled.toByteArray();
        } finally {
            Files.deleteIfExists(copy);
        }
    }

    private static Optional<SheetTemplate.Value> value(PageFrame frame, Outgoing outgoing, String code) {
        return switch (code) {
            case "period.from" -> words(outgoing.period().from());
            case "period.until" -> words(outgoing.period().last());
            default -> {
                boolean times = code.endsWith(TIMES);
                String row = times ? code.substring(0, code.length() - TIMES.length()) : code;
                yield outgoing.cell(row)
                        .map(cell -> times ? outgoing.times(cell) : outgoing.persons(cell))
                        .map(number -> value(frame, number));
            }
        };
    }

    private static Optional<SheetTemplate.Value> words(LocalDate day) {
        return Optional.of(new SheetTemplate.Value.Words(day.toString()));
    }

    private static SheetTemplate.Value value(PageFrame frame, OptionalLong number) {
        return number.isPresent()
                ? new SheetTemplate.Value.Whole(number.getAsLong())
                : new SheetTemplate.Value.Words(frame.text("protection.counts.left-out"));
    }

    private static String plain(PageFrame frame, OptionalLong number) {
        return number.isPresent() ? Long.toString(number.getAsLong()) : frame.text("protection.counts.left-out");
    }

    private Optional<Tally> tally(Actor actor, String run) {
        return counts.run(actor, Paths.id(run)).flatMap(CountRun::tally);
    }

    private PageFrame frame(HttpServletRequest request, Viewer viewer) {
        return frames.frame(request, viewer, Room.PROTECTION, "protection.counts.title");
    }

    private static void send(HttpServletResponse response, String type, String name, byte[] bytes) throws IOException {
        response.setContentType(type);
        response.setHeader("Content-Disposition", "attachment; filename=\"" + name + "\"");
        response.getOutputStream().write(bytes);
    }
}
