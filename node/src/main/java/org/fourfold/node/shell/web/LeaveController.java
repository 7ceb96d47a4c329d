package org.fourfold.node.shell.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.fourfold.node.shell.Assets;
import org.fourfold.node.shell.Html;
import org.fourfold.node.shell.Leaving;
import org.fourfold.node.shell.PageFrames;
import org.fourfold.node.shell.SecurityHeaders;
import org.fourfold.node.shell.Texts;
import org.fourfold.pages.shell.JteleaveGenerated;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/**
 * Leaving at once. A GET, so that it is a plain link that works without scripts and however broken the page is. What it
 * shows is a page about kitchen measures: ours, so that it comes without a network, and no word on what was seen before.
 */
@Controller
public class LeaveController {

    private final List<Leaving> leavings;
    private final PageFrames frames;
    private final Texts texts;
    private final Assets assets;

    public LeaveController(List<Leaving> leavings, PageFrames frames, Texts texts, Assets assets) {
        this.leavings = List.copyOf(leavings);
        this.frames = frames;
        this.texts = texts;
        this.assets = assets;
    }

    @GetMapping("/leave")
    public Html leave(HttpServletRequest request, HttpServletResponse response) {
        LeavePage page = new LeavePage(texts.in(frames.visitor(request).language()), assets.path("app.css"));
        leavings.forEach(leaving -> leaving.leave(request, response));
        return Html.of(output -> JteleaveGenerated.render(output, null, page))
                .header("Clear-Site-Data", SecurityHeaders.CLEAR_SITE_DATA);
    }
}
