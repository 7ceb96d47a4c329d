package org.fourfold.node.protection.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.fourfold.node.frame.Problem;
import org.fourfold.node.frame.ProblemException;
import org.fourfold.node.protection.Plans;
import org.fourfold.node.protection.StoreItem;
import org.fourfold.node.shell.Choice;
import org.fourfold.node.shell.FormKeys;
import org.fourfold.node.shell.Html;
import org.fourfold.node.shell.PageFrame;
import org.fourfold.node.shell.PageFrames;
import org.fourfold.node.shell.Room;
import org.fourfold.node.shell.Text;
import org.fourfold.node.shell.Viewer;
import org.fourfold.pages.protection.JtestoreGenerated;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What lies in the store. It goes out from the plan of a person's file. */
@Controller
public class StoreController {

    private final PageFrames frames;
    private final Plans plans;
    private final FormKeys forms;

    public StoreController(PageFrames frames, Plans plans, FormKeys forms) {
        this.frames = frames;
        this.plans = plans;
        this.forms = forms;
    }

    @GetMapping("/store")
    public Html store(HttpServletRequest request, Viewer viewer) {
        return page(request, viewer, StorePage.Typed.NOTHING, List.of());
    }

    @PostMapping("/store")
    public Html add(
            HttpServletRequest request,
            Viewer viewer,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String stock,
            @RequestParam(name = FormKeys.FIELD, defaultValue = "") String key) {
        StorePage.Typed typed = new StorePage.Typed(name, stock, "", "");
        return forms.once(
                viewer,
                key,
                () -> doing(
                        request, viewer, typed, () -> plans.addItem(Paths.actor(viewer), name, Typed.number(stock))));
    }

    @PostMapping("/store/count")
    public Html counted(
            HttpServletRequest request,
            Viewer viewer,
            @RequestParam(defaultValue = "") String counted,
            @RequestParam(defaultValue = "") String count) {
        StorePage.Typed typed = new StorePage.Typed("", "", counted, count);
        var item = Paths.id(counted);
        return doing(request, viewer, typed, () -> plans.counted(Paths.actor(viewer), item, Typed.number(count)));
    }

    private Html doing(HttpServletRequest request, Viewer viewer, StorePage.Typed typed, Runnable what) {
        try {
            what.run();
            return Html.seeOther("/store");
        } catch (ProblemException faults) {
            return page(request, viewer, typed, faults.problems()).status(HttpStatus.UNPROCESSABLE_CONTENT);
        }
    }

    private Html page(HttpServletRequest request, Viewer viewer, StorePage.Typed typed, List<Problem> problems) {
        List<StoreItem> items = plans.store(Paths.actor(viewer));
        PageFrame frame = frames.frame(request, viewer, Room.PROTECTION, "protection.store.title")
                .withLead(Text.of("protection.store.lead"))
                .withProblems(problems);
        StorePage page = new StorePage(
                forms.next(),
                items.stream()
                        .map(item -> new StorePage.Line(item.name(), frame.number(item.stock())))
                        .toList(),
                items.stream()
                        .map(item -> Choice.of(item.id().toString(), item.name()))
                        .toList(),
                typed);
        return Html.of(output -> JtestoreGenerated.render(output, null, frame, page));
    }
}
