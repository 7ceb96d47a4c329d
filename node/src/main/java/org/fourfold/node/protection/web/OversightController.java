package org.fourfold.node.protection.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.fourfold.node.access.Access;
import org.fourfold.node.frame.Actor;
import org.fourfold.node.frame.MemberId;
import org.fourfold.node.protection.Consents;
import org.fourfold.node.protection.Protection;
import org.fourfold.node.shell.Html;
import org.fourfold.node.shell.NotFoundException;
import org.fourfold.node.shell.PageFrame;
import org.fourfold.node.shell.PageFrames;
import org.fourfold.node.shell.Room;
import org.fourfold.node.shell.Text;
import org.fourfold.node.shell.Viewer;
import org.fourfold.node.trust.Asking;
import org.fourfold.node.trust.Occurrence;
import org.fourfold.node.trust.Trust;
import org.fourfold.pages.protection.JteoversightGenerated;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** The privacy officer's desk: how often is asked, what left the house, what was opened in an emergency, which consents
 * end. No file opens here. */
@Controller
public class OversightController {

    private final PageFrames frames;
    private final Protection protection;
    private final Consents consents;
    private final Access access;
    private final Trust trust;
    private final InstantSource clock;

    public OversightController(
            PageFrames frames,
            Protection protection,
            Consents consents,
            Access access,
            Trust trust,
            InstantSource clock) {
        this.frames = frames;
        this.protection = protection;
        this.consents = consents;
        this.access = access;
        this.trust = trust;
        this.clock = clock;
    }

    @GetMapping("/files/oversight")
    public Html oversight(HttpServletRequest request, Viewer viewer) {
        if (!Paths.isOverseer(viewer)) {
            throw new NotFoundException();
        }
        Actor actor = Paths.overseer(viewer);
        protection.overseeReaders(actor);
        Instant now = clock.instant();
        List<Asking> askings = trust.askings(actor, FileEvents.ASKINGS, now.minus(FileEvents.WEEK));
        List<Occurrence> done = trust.since(actor, FileEvents.OVERSEEN, now.minus(FileEvents.MONTH));
        Set<MemberId> members = new HashSet<>();
        askings.forEach(one -> members.add(one.member()));
        done.forEach(one -> one.member().ifPresent(members::add));
        Map<MemberId, String> names = access.displayNames(members);
        PageFrame frame = frames.frame(
                        request, viewer, Room.TRUST, Room.TRUST.purpose(), Text.of("protection.oversight.title"))
                .withLead(Text.of("protection.oversight.lead"));
        OversightPage page = new OversightPage(
                askings.stream()
                        .map(one -> new OversightPage.Asked(
                                names.getOrDefault(one.member(), ""), one.times(), one.inVain()))
                        .toList(),
                done.stream().map(one -> line(frame, one, names)).toList(),
                done.size() < Trust.OVERSEEN_MAX,
                consents.endings(actor).stream()
                        .map(one -> new OversightPage.Ends(one.number().text(), frame.moment(one.until())))
                        .toList());
        return Html.of(output -> JteoversightGenerated.render(output, null, frame, page));
    }

    private static OversightPage.Done line(PageFrame frame, Occurrence one, Map<MemberId, String> names) {
        String why = "protection.oversight.why." + one.detail();
        return new OversightPage.Done(
                frame.moment(one.at()),
                one.member().map(member -> names.getOrDefault(member, "")).orElse(""),
                Showing.what(frame, one.type()),
                ConsentWords.groups(frame, one.groups()),
                frame.messages().has(why) ? frame.text(why) : "",
                one.subject().map(file -> "/files/" + file + "/readers").orElse(""));
    }
}
