package org.fourfold.node.prevention.web;

import jakarta.servlet.MultipartConfigElement;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.fourfold.node.access.Access;
import org.fourfold.node.frame.Actor;
import org.fourfold.node.frame.MemberId;
import org.fourfold.node.frame.Problem;
import org.fourfold.node.frame.ProgressListener;
import org.fourfold.node.frame.Purpose;
import org.fourfold.node.frame.Role;
import org.fourfold.node.frame.Slice;
import org.fourfold.node.prevention.ImportId;
import org.fourfold.node.prevention.ImportOptions;
import org.fourfold.node.prevention.ImportOptions.DateOrder;
import org.fourfold.node.prevention.ImportReport;
import org.fourfold.node.prevention.ImportRun;
import org.fourfold.node.prevention.Prevention;
import org.fourfold.node.shell.FormKeys;
import org.fourfold.node.shell.Html;
import org.fourfold.node.shell.NotFoundException;
import org.fourfold.node.shell.PageFrame;
import org.fourfold.node.shell.PageFrames;
import org.fourfold.node.shell.Room;
import org.fourfold.node.shell.Viewer;
import org.fourfold.pages.prevention.JteimportGenerated;
import org.fourfold.pages.prevention.JteimportedGenerated;
import org.fourfold.pages.prevention.JteimportsGenerated;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/** Imports: the list, one of them, and the form that tries a file before it takes it. */
@Controller
public class ImportController {

    /** Characters of a source's name. */
    private static final int SOURCE_MAX = 100;

    private final PageFrames frames;
    private final Prevention prevention;
    private final Access access;
    private final FormKeys formKeys;
    private final Path uploads;

    public ImportController(
            PageFrames frames,
            Prevention prevention,
            Access access,
            FormKeys formKeys,
            MultipartConfigElement multipart) {
        this.frames = frames;
        this.prevention = prevention;
        this.access = access;
        this.formKeys = formKeys;
        this.uploads = Path.of(multipart.getLocation());
    }

    @GetMapping("/map/imports")
    public Html imports(HttpServletRequest request, Viewer viewer, @RequestParam Optional<String> after) {
        Actor actor = viewer.actor(Purpose.PREVENTION);
        Slice<ImportRun> slice = prevention.imports(actor, after);
        PageFrame frame = frames.frame(request, viewer, Room.PREVENTION, "prevention.imports.title");
        Map<MemberId, String> names = access.displayNames(
                slice.rows().stream().map(ImportRun::member).distinct().toList());
        List<ImportPage.Row> rows = slice.rows().stream()
                .map(run -> new ImportPage.Row(
                        "/map/imports/" + run.id(),
                        frame.moment(run.at()),
                        names.getOrDefault(run.member(), ""),
                        run.layout(),
                        run.source(),
                        run.accepted(),
                        run.refused()))
                .toList();
        ImportPage.Imports page = new ImportPage.Imports(
                rows, slice.next(), after.isEmpty(), writer(viewer).isPresent());
        return Html.of(output -> JteimportsGenerated.render(output, null, frame, page));
    }

    @GetMapping("/map/imports/{id}")
    public Html imported(HttpServletRequest request, Viewer viewer, @PathVariable String id) {
        ImportRun run = ImportId.parse(id)
                .flatMap(known -> prevention.importRun(viewer.actor(Purpose.PREVENTION), known))
                .orElseThrow(NotFoundException::new);
        PageFrame frame = frames.frame(request, viewer, Room.PREVENTION, "prevention.imported.title");
        ImportPage.One page = new ImportPage.One(
                frame.moment(run.at()),
                access.displayNames(Set.of(run.member())).getOrDefault(run.member(), ""),
                run.source(),
                frame.date(run.vintage()),
                run.fileName(),
                Results.of(run, frame));
        return Html.of(output -> JteimportedGenerated.render(output, null, frame, page));
    }

    @GetMapping("/map/import")
    public Html form(HttpServletRequest request, Viewer viewer) {
        viewer.actor(Purpose.PREVENTION);
        PageFrame frame = frames.frame(request, viewer, Room.PREVENTION, "prevention.import.title");
        return show(frame, "", Optional.empty());
    }

    private Html show(PageFrame frame, String dateOrder, Optional<ImportPage.Result> result) {
        ImportPage.Upload page = new ImportPage.Upload(formKeys.next(), dateOrder, result);
        return Html.of(output -> JteimportGenerated.render(output, null, frame, page));
    }

    @PostMapping("/map/import")
    public Html take(
            HttpServletRequest request,
            Viewer viewer,
            @RequestParam(FormKeys.FIELD) String formKey,
            @RequestParam(name = "date-order", defaultValue = "") String dateOrder,
            @RequestParam(defaultValue = "") String source,
            @RequestParam(name = "dry-run", defaultValue = "") String dryRun,
            @RequestParam Optional<MultipartFile> file) {
        Actor actor = viewer.actor(Purpose.PREVENTION, writer(viewer).orElse(Role.ANALYST));
        return formKeys.once(viewer, formKey, () -> {
            PageFrame frame = frames.frame(request, viewer, Room.PREVENTION, "prevention.import.title");
            if (file.isEmpty() || file.get().isEmpty()) {
                Problem missing = Problem.inField("prevention.upload-missing", "file");
                return show(frame.withProblems(List.of(missing)), dateOrder, Optional.empty())
                        .status(HttpStatus.UNPROCESSABLE_CONTENT);
            }
            ImportOptions plain = ImportOptions.plain().withDryRun(!dryRun.isEmpty());
            String name = source.strip();
            ImportOptions options = name.isEmpty() || name.length() > SOURCE_MAX ? plain : plain.withSourceName(name);
            ImportOptions ordered =
                    DateOrder.parse(dateOrder).map(options::withDateOrder).orElse(options);
            ImportReport report = importUpload(actor, file.get(), ordered);
            if (report.id().isPresent()) {
                return Html.seeOther("/map/imports/" + report.id().get());
            }
            return show(frame, dateOrder, Optional.of(Results.of(report, frame)));
        });
    }

    /** The uploaded file lies in the node's own folder for as long as it is read, under a name that tells nothing. */
    private ImportReport importUpload(Actor actor, MultipartFile file, ImportOptions options) {
        try {
            Path folder = Files.createTempDirectory(uploads, "import");
            Path copy = folder.resolve("upload");
            try {
                file.transferTo(copy);
                String name = plainName(file.getOriginalFilename());
                return prevention.importIncidents(actor, copy, name, options, ProgressListener.silent());
            } finally {
                Files.deleteIfExists(copy);
                Files.deleteIfExists(folder);
            }
        } catch (IOException e) {
            throw new java.io.UncheckedIOException("the upload could not be kept", e);
        }
    }

    private static String plainName(@org.jspecify.annotations.Nullable String name) {
        String plain =
                name == null ? "" : name.replaceAll("[^A-Za-z0-9._-]", "_").replaceAll("^\\.+", "");
        return plain.isEmpty() ? "upload" : plain.substring(Math.max(0, plain.length() - 100));
    }

    /** The role in which somebody may write, if they have one. */
    static Optional<Role> writer(Viewer viewer) {
        return List.of(Role.ANALYST, Role.SUPERVISOR).stream()
                .filter(viewer::holds)
                .findFirst();
    }
}
