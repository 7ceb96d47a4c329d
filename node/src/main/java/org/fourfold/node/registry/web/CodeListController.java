package org.fourfold.node.registry.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import org.fourfold.node.frame.Language;
import org.fourfold.node.registry.Htcds;
import org.fourfold.node.shell.Html;
import org.fourfold.node.shell.PageFrame;
import org.fourfold.node.shell.PageFrames;
import org.fourfold.node.shell.Room;
import org.fourfold.node.shell.Text;
import org.fourfold.node.shell.Viewer;
import org.fourfold.pages.registry.JtecodeListsGenerated;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** Shows the code lists that this node exchanges. */
@Controller
public class CodeListController {

    private final PageFrames frames;
    private final Htcds htcds;

    public CodeListController(PageFrames frames, Htcds htcds) {
        this.frames = frames;
        this.htcds = htcds;
    }

    @GetMapping("/registry/htcds")
    public Html codeLists(HttpServletRequest request, Viewer viewer) {
        PageFrame frame = frames.frame(request, viewer, Room.TODAY, Optional.empty(), Text.of("registry.htcds.title"));
        Language language = frame.language();
        CodeListPage page = new CodeListPage(
                Htcds.ATTRIBUTION,
                Htcds.SOURCE,
                Htcds.LICENCE,
                htcds.fields().stream()
                        .map(Htcds.Field::section)
                        .distinct()
                        .map(section -> section(section, language))
                        .toList(),
                htcds.lists().entrySet().stream()
                        .map(list -> new CodeListPage.Codes(
                                list.getKey(),
                                htcds.field(list.getKey())
                                        .map(field -> field.label(language))
                                        .orElse(list.getKey()),
                                list.getValue().stream()
                                        .map(code -> new CodeListPage.Line(code.code(), code.label(language), false))
                                        .toList()))
                        .toList());
        return Html.of(output -> JtecodeListsGenerated.render(output, null, frame, page));
    }

    private CodeListPage.Section section(String section, Language language) {
        List<CodeListPage.Line> lines = htcds.fields().stream()
                .filter(field -> field.section().equals(section))
                .map(field -> new CodeListPage.Line(
                        field.name(), field.label(language), field.status().equals("DEPRECATED")))
                .toList();
        return new CodeListPage.Section("registry.htcds.section." + section, lines);
    }
}
