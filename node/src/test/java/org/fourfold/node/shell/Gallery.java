package org.fourfold.node.shell;

import gg.jte.html.HtmlContent;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.fourfold.node.frame.LockedException;
import org.fourfold.node.frame.Problem;
import org.fourfold.node.frame.ProblemException;
import org.fourfold.node.frame.RefusedException;
import org.fourfold.pages.shell.JtechartGenerated;
import org.fourfold.pages.shell.JtechoicesGenerated;
import org.fourfold.pages.shell.JtefieldGenerated;
import org.fourfold.pages.shell.JteformGenerated;
import org.fourfold.pages.shell.JtelayoutGenerated;
import org.fourfold.pages.shell.JtenoteGenerated;
import org.fourfold.pages.shell.JtesummaryRowGenerated;
import org.fourfold.pages.shell.JtetableGenerated;
import org.fourfold.pages.shell.JtetasksGenerated;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Pages of the tests only: every part of the frame once, and every way to fail. */
@Controller
@Profile(Gallery.PROFILE)
class Gallery {

    /** Keeps these pages out of a real node that finds them on the tests' class path. */
    static final String PROFILE = "shell-under-test";

    static final String CANARY = "Xochitl-Canario-9371";

    private final PageFrames frames;
    private final FormKeys keys;
    private int taken;

    Gallery(PageFrames frames, FormKeys keys) {
        this.frames = frames;
        this.keys = keys;
    }

    /** Work that shows every tone. */
    static final class FakeDesk implements Desk {

        @Override
        public Room room() {
            return Room.PROTECTION;
        }

        @Override
        public List<DeskItem> items(Viewer viewer) {
            return tasks();
        }
    }

    private static List<DeskItem> tasks() {
        return List.of(
                DeskItem.of(Text.of("shell.left.flour"), "/gallery").tag(Tag.done("shell.left.cup")),
                DeskItem.of(Text.of("shell.left.lead"), "/gallery")
                        .detail(Text.of("shell.left.tip"))
                        .tag(Tag.warn("shell.left.spoon")),
                DeskItem.of(Text.of("shell.left.maize"), "/gallery").tag(Tag.stop("shell.left.beans")),
                DeskItem.of(Text.of("shell.left.rice"), "/gallery").tag(Tag.quiet("shell.left.oats")));
    }

    @GetMapping("/gallery")
    Html gallery(HttpServletRequest request, Viewer viewer) {
        PageFrame frame = frames.frame(request, viewer, Room.PROTECTION, "shell.desk.title")
                .withLead(Text.of("shell.left.lead"))
                .withNotice(Text.of("shell.left.title"));
        HtmlContent rows = out -> {
            JtesummaryRowGenerated.render(out, null, "Clínica San Rafael", text("salud, contacto"), "Retirar", "/");
            JtesummaryRowGenerated.render(out, null, "Fiscalía", text("ningún envío, copia ni búsqueda"), "", "");
        };
        HtmlContent table = out -> out.writeContent(
                "<table><thead><tr><th scope=\"col\">Plazo</th><th scope=\"col\">Por qué</th><th scope=\"col\" class=\"num\">Quedan</th></tr></thead>"
                        + "<tbody><tr><td>Aviso a la procuraduría de protección</td><td>Regla de ejemplo, revisada por la abogada</td><td class=\"num\">7 h</td></tr></tbody></table>");
        return Html.of(out -> JtelayoutGenerated.render(out, null, frame, (HtmlContent) content -> {
            JtenoteGenerated.render(content, null, text("No llamar al celular. Contacto seguro: la recepción."), "");
            content.writeContent("<div class=\"two\"><div><h2 class=\"part\">Qué falta</h2>");
            JtetasksGenerated.render(content, null, frame, tasks());
            content.writeContent("<h2 class=\"part\">Plazos</h2>");
            JtetableGenerated.render(content, null, "Plazos", table);
            content.writeContent("</div><div><h2 class=\"part\">Autoriza</h2><dl class=\"summary\">");
            rows.writeTo(content);
            content.writeContent(
                    "</dl><p class=\"row\"><a class=\"button\" href=\"/gallery/form\">Escribir una nota</a>"
                            + "<a class=\"button second\" href=\"/\">Canalizar</a></p></div></div>");
            JtechartGenerated.render(content, null, frame, bars(), "bars");
            JtechartGenerated.render(content, null, frame, line(), "line");
        }));
    }

    @GetMapping("/gallery/form")
    Html form(HttpServletRequest request, Viewer viewer) {
        return form(request, viewer, "", List.of());
    }

    @PostMapping("/gallery/form")
    Html take(
            HttpServletRequest request,
            Viewer viewer,
            @RequestParam(defaultValue = "") String note,
            @RequestParam(name = "form-key", defaultValue = "") String key) {
        if (note.isBlank()) {
            return form(request, viewer, note, List.of(Problem.inField("frame.database-busy", "note")));
        }
        return keys.once(viewer, key, () -> {
            taken++;
            return Html.seeOther("/gallery/taken?count=" + taken);
        });
    }

    @PostMapping("/gallery/draft")
    Html draft() {
        return Html.of(out -> out.writeContent("kept"));
    }

    @GetMapping("/gallery/taken")
    Html taken(HttpServletRequest request, Viewer viewer) {
        PageFrame frame = frames.frame(request, viewer, Room.PROTECTION, "shell.left.title");
        return Html.of(out -> JtelayoutGenerated.render(out, null, frame, text("taken: " + taken)));
    }

    private Html form(HttpServletRequest request, Viewer viewer, String note, List<Problem> problems) {
        PageFrame frame = frames.frame(request, viewer, Room.PROTECTION, "shell.left.title")
                .withProblems(problems);
        Html page = Html.of(out ->
                JtelayoutGenerated.render(out, null, frame, (HtmlContent) content -> JteformGenerated.render(
                        content,
                        null,
                        frame,
                        "/gallery/form",
                        fields(frame, note),
                        keys.next(),
                        "/gallery/draft",
                        false,
                        false)));
        return problems.isEmpty() ? page : page.status(org.springframework.http.HttpStatus.UNPROCESSABLE_CONTENT);
    }

    private static HtmlContent fields(PageFrame frame, String note) {
        return out -> {
            JtefieldGenerated.render(
                    out, null, frame, "note", "Nota", note, "Sin nombres", "text", "off", null, "", 2000, 5, true);
            JtefieldGenerated.render(
                    out, null, frame, "when", "Fecha", "", "", "date", "off", null, "short", 10, 0, false);
            JtechoicesGenerated.render(
                    out,
                    null,
                    frame,
                    "safe",
                    "¿Está a salvo ahora?",
                    List.of(
                            Choice.of("yes", "Sí"),
                            Choice.of("no", "No"),
                            new Choice("unknown", "No se sabe", "Se puede saltar")),
                    Set.of("yes"),
                    false,
                    "");
            out.writeContent("<p class=\"draft\" role=\"status\"></p>"
                    + "<p class=\"row\"><button class=\"button\">Guardar</button></p>");
        };
    }

    @GetMapping("/gallery/refused")
    Html refused() {
        throw new RefusedException("sealed");
    }

    @GetMapping("/gallery/locked")
    Html locked() {
        throw new LockedException();
    }

    @GetMapping("/gallery/missing")
    Html missing() {
        throw new NotFoundException();
    }

    @GetMapping("/gallery/fault")
    Html fault() {
        throw new IllegalStateException(CANARY);
    }

    @GetMapping("/gallery/busy")
    Html busy() {
        throw new ProblemException(Problem.of("frame.database-busy"));
    }

    @GetMapping("/gallery/often")
    Html often() {
        throw new TooManyRequestsException(Duration.ofSeconds(30));
    }

    @GetMapping("/gallery/number")
    Html number(@RequestParam int value) {
        throw new IllegalStateException("not reached " + value);
    }

    @GetMapping("/gallery/conflict")
    Html conflict() {
        throw new RevisionConflictException(
                "/gallery/form",
                List.of(new RevisionConflictException.Difference(
                        "shell.left.title", "Llegó a las ocho.\nCenó.", "Llegó a las nueve.")));
    }

    private static HtmlContent text(String words) {
        return out -> out.writeUserContent(words);
    }

    private static MonthChart bars() {
        return MonthChart.bars(
                "Incidentes por mes",
                IntStream.range(0, 60)
                        .mapToObj(i -> new MonthChart.Point(
                                YearMonth.of(2020, 1).plusMonths(i),
                                Math.round(40 + 30 * Math.sin(i / 4.0) + i % 7),
                                Optional.of("/gallery?month=" + i)))
                        .toList());
    }

    private static MonthChart line() {
        return MonthChart.line(
                "Casos por mes",
                IntStream.of(0, 1, 2, 3, 4, 7, 8, 9, 10, 11)
                        .mapToObj(i -> MonthChart.Point.of(YearMonth.of(2025, 1).plusMonths(i), i * 31L % 17))
                        .toList());
    }

    static Map<String, Integer> failing() {
        return Map.of(
                "/gallery/refused", 404,
                "/gallery/missing", 404,
                "/gallery/fault", 500,
                "/gallery/busy", 503,
                "/gallery/often", 429,
                "/gallery/conflict", 409,
                "/gallery/number?value=x", 400,
                "/nowhere", 404);
    }
}
