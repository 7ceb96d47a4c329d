package org.fourfold.node.partnership.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.fourfold.node.access.Access;
import org.fourfold.node.frame.Actor;
import org.fourfold.node.frame.MemberId;
import org.fourfold.node.frame.ProblemException;
import org.fourfold.node.frame.Purpose;
import org.fourfold.node.partnership.Partnership;
import org.fourfold.node.partnership.Permission;
import org.fourfold.node.partnership.PublicLicence;
import org.fourfold.node.shell.FormKeys;
import org.fourfold.node.shell.Html;
import org.fourfold.node.shell.PageFrame;
import org.fourfold.node.shell.PageFrames;
import org.fourfold.node.shell.Room;
import org.fourfold.node.shell.Tag;
import org.fourfold.node.shell.Text;
import org.fourfold.node.shell.Viewer;
import org.fourfold.pages.partnership.JtepermissionGenerated;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Turning publishing on, by an administrator and a supervisor; and off, by either. */
@Controller
public class PermissionController {

    private static final String PATH = "/publications/permission";

    private final PageFrames frames;
    private final Partnership partnership;
    private final Access access;
    private final FormKeys formKeys;

    public PermissionController(PageFrames frames, Partnership partnership, Access access, FormKeys formKeys) {
        this.frames = frames;
        this.partnership = partnership;
        this.access = access;
        this.formKeys = formKeys;
    }

    @GetMapping(PATH)
    public Html state(HttpServletRequest request, Viewer viewer) {
        return show(frame(request, viewer), viewer, PublicLicence.CC_BY_4.name(), "");
    }

    private PageFrame frame(HttpServletRequest request, Viewer viewer) {
        return frames.frame(
                request,
                viewer,
                Room.PARTNERSHIP,
                Optional.of(Purpose.OVERSIGHT),
                Text.of("partnership.permission.title"));
    }

    private Html show(PageFrame frame, Viewer viewer, String licence, String contact) {
        Optional<Permission> current = partnership.permission(Callers.permitter(viewer));
        boolean mayAgree =
                current.flatMap(asked -> Callers.agreeing(viewer, asked)).isPresent();
        PublicationPages.Permit page = new PublicationPages.Permit(
                formKeys.next(),
                tag(current),
                current.map(Permission::asked).map(step -> step(step, frame)),
                current.flatMap(Permission::agreed).map(step -> step(step, frame)),
                current.map(permission -> permission.licence().title()).orElse(licence),
                current.map(Permission::contact).orElse(contact),
                current.isEmpty(),
                mayAgree,
                current.isPresent());
        return Html.of(output -> JtepermissionGenerated.render(output, null, frame, page));
    }

    private static Tag tag(Optional<Permission> current) {
        if (current.isEmpty()) {
            return Tag.quiet("partnership.permission.off");
        }
        return current.get().isOn()
                ? Tag.done("partnership.permission.on")
                : Tag.warn("partnership.permission.waiting");
    }

    private PublicationPages.Step step(Permission.Step step, PageFrame frame) {
        Map<MemberId, String> names = access.displayNames(Set.of(step.member()));
        return new PublicationPages.Step(
                names.getOrDefault(step.member(), ""),
                frame.text("access.role."
                        + step.role().name().toLowerCase(Locale.ROOT).replace('_', '-')),
                frame.moment(step.at()));
    }

    @PostMapping(PATH)
    public Html change(
            HttpServletRequest request,
            Viewer viewer,
            @RequestParam(FormKeys.FIELD) String formKey,
            @RequestParam(defaultValue = "") String action,
            @RequestParam(defaultValue = "") String licence,
            @RequestParam(defaultValue = "") String contact) {
        return formKeys.once(viewer, formKey, () -> {
            try {
                carryOut(viewer, action, licence, contact);
                return Html.seeOther(PATH);
            } catch (ProblemException e) {
                return show(frame(request, viewer).withProblems(e.problems()), viewer, licence, contact)
                        .status(HttpStatus.UNPROCESSABLE_CONTENT);
            }
        });
    }

    private void carryOut(Viewer viewer, String action, String licence, String contact) {
        Actor actor = Callers.permitter(viewer);
        switch (action) {
            case "ask" ->
                partnership.askPermission(actor, PublicLicence.parse(licence).orElse(PublicLicence.CC_BY_4), contact);
            case "agree" ->
                partnership.agreePermission(partnership
                        .permission(actor)
                        .flatMap(asked -> Callers.agreeing(viewer, asked))
                        .orElse(actor));
            case "end" -> partnership.endPermission(actor);
            default -> throw new org.fourfold.node.shell.NotFoundException();
        }
    }
}
