package org.fourfold.node.access.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.UUID;
import org.fourfold.node.access.internal.KeptPosts;
import org.fourfold.node.access.internal.KeptPosts.KeptPost;
import org.fourfold.node.frame.RandomIds;
import org.fourfold.node.shell.FormKeys;
import org.fourfold.node.shell.Html;
import org.fourfold.node.shell.NotFoundException;
import org.fourfold.node.shell.PageFrame;
import org.fourfold.node.shell.PageFrames;
import org.fourfold.node.shell.Room;
import org.fourfold.node.shell.Viewer;
import org.fourfold.pages.access.JtekeptGenerated;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** Where a sign-in leads when no page was asked for: to what was sent too late, else to the desk. */
@Controller
public class KeptController {

    /** Shorter texts are codes and choices of the form, which say nothing to whoever reads them. */
    private static final int WORDS_MIN = 12;

    private final PageFrames frames;
    private final KeptPosts kept;

    public KeptController(PageFrames frames, KeptPosts kept) {
        this.frames = frames;
        this.kept = kept;
    }

    @GetMapping("/kept")
    public Html page(HttpServletRequest request, Viewer viewer) {
        List<KeptPost> waiting = kept.waiting(viewer.member());
        if (waiting.isEmpty()) {
            return Html.seeOther("/");
        }
        PageFrame frame = frames.frame(request, viewer, Room.TODAY, "access.kept.title");
        KeptPage page =
                new KeptPage(waiting.stream().map(post -> shown(post, frame)).toList());
        return Html.of(output -> JtekeptGenerated.render(output, null, frame, page));
    }

    /** The browser sends the form on to where it was meant for (307 keeps method and body). */
    @PostMapping("/kept/{id}/send")
    public Html send(Viewer viewer, @PathVariable String id) {
        KeptPost post = kept.take(viewer.member(), known(id)).orElseThrow(NotFoundException::new);
        return Html.seeOther(post.path()).status(HttpStatus.TEMPORARY_REDIRECT);
    }

    @PostMapping("/kept/{id}/drop")
    public Html drop(Viewer viewer, @PathVariable String id) {
        kept.drop(viewer.member(), known(id));
        return Html.seeOther("/kept");
    }

    private static KeptPage.Post shown(KeptPost post, PageFrame frame) {
        List<String> words = post.fields().stream()
                .filter(field -> !field.name().equals(FormKeys.FIELD))
                .map(KeptPosts.Field::value)
                .filter(value -> value.length() >= WORDS_MIN)
                .toList();
        String at = "/kept/" + post.id();
        List<KeptPage.Field> fields = post.fields().stream()
                .map(field -> new KeptPage.Field(field.name(), field.value()))
                .toList();
        return new KeptPage.Post(frame.moment(post.at()), at + "/send", at + "/drop", words, fields);
    }

    private static UUID known(String id) {
        try {
            return RandomIds.parse(id);
        } catch (IllegalArgumentException e) {
            throw new NotFoundException();
        }
    }
}
