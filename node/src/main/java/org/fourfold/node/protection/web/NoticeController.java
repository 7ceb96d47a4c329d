package org.fourfold.node.protection.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.fourfold.node.access.Access;
import org.fourfold.node.frame.Actor;
import org.fourfold.node.frame.Decisions;
import org.fourfold.node.frame.FieldGroup;
import org.fourfold.node.frame.FileFacts;
import org.fourfold.node.frame.MemberId;
import org.fourfold.node.frame.Operation;
import org.fourfold.node.frame.OrganisationId;
import org.fourfold.node.frame.Purpose;
import org.fourfold.node.frame.Relation;
import org.fourfold.node.frame.Request;
import org.fourfold.node.frame.Role;
import org.fourfold.node.protection.Rights;
import org.fourfold.node.shell.House;
import org.fourfold.node.shell.Html;
import org.fourfold.node.shell.NotFoundException;
import org.fourfold.node.shell.PageFrame;
import org.fourfold.node.shell.PageFrames;
import org.fourfold.node.shell.Room;
import org.fourfold.node.shell.Text;
import org.fourfold.node.shell.Viewer;
import org.fourfold.pages.protection.JtenoticeGenerated;
import org.fourfold.pages.protection.JteregisterGenerated;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/**
 * The privacy notice (aviso de privacidad) and the register of processing. Who sees which kind of data is asked of {@link
 * Decisions} at each request, so neither can say something else than what is done.
 */
@Controller
public class NoticeController {

    /** Stand for anybody: the rules look at role, purpose and relation only. */
    private static final MemberId SOMEBODY = new MemberId(new UUID(0, 1));

    private static final OrganisationId SOMEWHERE = new OrganisationId(new UUID(0, 1));

    private final PageFrames frames;
    private final Access access;
    private final House house;

    public NoticeController(PageFrames frames, Access access, House house) {
        this.frames = frames;
        this.access = access;
        this.house = house;
    }

    /** To print and to read aloud. */
    @GetMapping("/files/notice")
    public Html notice(HttpServletRequest request, Viewer viewer) {
        PageFrame frame = frame(request, viewer, "protection.notice.title");
        NoticePage page = page(frame);
        return Html.of(output -> JtenoticeGenerated.render(output, null, frame, page, Rights.WORKING_DAYS));
    }

    @GetMapping("/files/register")
    public Html register(HttpServletRequest request, Viewer viewer) {
        PageFrame frame =
                frame(request, viewer, "protection.register.title").withLead(Text.of("protection.register.lead"));
        NoticePage page = page(frame);
        return Html.of(output -> JteregisterGenerated.render(output, null, frame, page));
    }

    private NoticePage page(PageFrame frame) {
        return new NoticePage(
                house.organisationName(),
                names(Role.PRIVACY_OFFICER),
                names(Role.TRUSTEE),
                Arrays.stream(FieldGroup.values())
                        .map(group -> new NoticePage.Group(
                                ConsentWords.groups(frame, Set.of(group)),
                                who(frame, Operation.VIEW, group),
                                who(frame, Operation.WRITE, group)))
                        .toList());
    }

    private String names(Role role) {
        return access.namesOf(role).values().stream().sorted().collect(Collectors.joining(", "));
    }

    private static String who(PageFrame frame, Operation operation, FieldGroup group) {
        List<String> words = Arrays.stream(Relation.values())
                .filter(relation ->
                        Arrays.stream(Role.values()).anyMatch(role -> may(role, relation, operation, group)))
                .map(relation -> frame.text("protection.relation."
                        + relation.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-')))
                .toList();
        return words.isEmpty() ? frame.text("protection.register.nobody") : String.join("; ", words);
    }

    private static boolean may(Role role, Relation relation, Operation operation, FieldGroup group) {
        Actor actor = new Actor(SOMEBODY, role, Purpose.PROTECTION, SOMEWHERE);
        return Decisions.decide(
                        new Request(actor, operation, new FileFacts(true, false, Set.of(relation)), Set.of(group)))
                .allowed();
    }

    private PageFrame frame(HttpServletRequest request, Viewer viewer, String title) {
        boolean overseer = Paths.isOverseer(viewer);
        if (!overseer && !viewer.mayActFor(Purpose.PROTECTION)) {
            throw new NotFoundException();
        }
        Room room = overseer ? Room.TRUST : Room.PROTECTION;
        return frames.frame(request, viewer, room, room.purpose(), Text.of(title));
    }
}
