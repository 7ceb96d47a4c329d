package org.fourfold.node.protection.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.fourfold.node.access.Access;
import org.fourfold.node.access.Team;
import org.fourfold.node.frame.CaseFileId;
import org.fourfold.node.frame.MemberId;
import org.fourfold.node.frame.Problem;
import org.fourfold.node.frame.ProblemException;
import org.fourfold.node.frame.Role;
import org.fourfold.node.protection.CaseFile;
import org.fourfold.node.protection.Transfer;
import org.fourfold.node.protection.Transfers;
import org.fourfold.node.shell.Choice;
import org.fourfold.node.shell.FormKeys;
import org.fourfold.node.shell.Html;
import org.fourfold.node.shell.NotFoundException;
import org.fourfold.node.shell.PageFrame;
import org.fourfold.node.shell.PageFrames;
import org.fourfold.node.shell.Room;
import org.fourfold.node.shell.Text;
import org.fourfold.node.shell.Viewer;
import org.fourfold.pages.protection.JtehandGenerated;
import org.fourfold.pages.protection.JtehandedGenerated;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** A file goes to another owner of the team, who says that they took it over. */
@Controller
public class TransferController {

    private static final Set<Role> OWNERS = Set.of(Role.CASEWORKER, Role.SUPERVISOR);

    private final PageFrames frames;
    private final Transfers transfers;
    private final Access access;
    private final FormKeys forms;

    public TransferController(PageFrames frames, Transfers transfers, Access access, FormKeys forms) {
        this.frames = frames;
        this.transfers = transfers;
        this.access = access;
        this.forms = forms;
    }

    @GetMapping("/files/{file}/hand")
    public Html hand(HttpServletRequest request, Viewer viewer, @PathVariable String file) {
        return page(request, viewer, Paths.file(file), HandPage.Typed.NOTHING, List.of());
    }

    @PostMapping("/files/{file}/hand")
    public Html handed(
            HttpServletRequest request,
            Viewer viewer,
            @PathVariable String file,
            @RequestParam(defaultValue = "") String receiver,
            @RequestParam(defaultValue = "") String reason,
            @RequestParam(name = FormKeys.FIELD, defaultValue = "") String key) {
        CaseFileId id = Paths.file(file);
        return forms.once(viewer, key, () -> {
            try {
                transfers.hand(
                        Paths.reviewer(viewer),
                        id,
                        member(receiver),
                        ConsentWords.one(Transfer.Reason.class, reason)
                                .orElseThrow(() ->
                                        new ProblemException(Problem.inField("protection.transfer-why", "reason"))));
                return Html.seeOther("/files");
            } catch (ProblemException faults) {
                return page(request, viewer, id, new HandPage.Typed(receiver, reason), faults.problems())
                        .status(HttpStatus.UNPROCESSABLE_CONTENT);
            }
        });
    }

    @GetMapping("/files/{file}/handed")
    public Html received(HttpServletRequest request, Viewer viewer, @PathVariable String file) {
        Transfer transfer =
                transfers.of(Paths.reviewer(viewer), Paths.file(file)).orElseThrow(NotFoundException::new);
        Map<MemberId, String> names = access.displayNames(new HashSet<>(List.of(transfer.former(), transfer.by())));
        PageFrame frame = frames.frame(
                request,
                viewer,
                Room.PROTECTION,
                Room.PROTECTION.purpose(),
                Text.of(
                        "protection.handed.title",
                        "number",
                        transfer.file().number().text()));
        String back = "/files/" + transfer.file().id();
        HandedPage page = new HandedPage(
                back + "/handed",
                back,
                names.getOrDefault(transfer.former(), ""),
                names.getOrDefault(transfer.by(), ""),
                frame.moment(transfer.at()),
                reason(frame, transfer.reason()));
        return Html.of(output -> JtehandedGenerated.render(output, null, frame, page));
    }

    @PostMapping("/files/{file}/handed")
    public Html take(Viewer viewer, @PathVariable String file) {
        CaseFileId id = Paths.file(file);
        transfers.take(Paths.reviewer(viewer), id);
        return Html.seeOther("/files/" + id);
    }

    private static MemberId member(String typed) {
        try {
            return MemberId.parse(typed);
        } catch (IllegalArgumentException nobody) {
            throw new ProblemException(Problem.inField("protection.transfer-whom", "receiver"));
        }
    }

    private Html page(
            HttpServletRequest request, Viewer viewer, CaseFileId id, HandPage.Typed typed, List<Problem> problems) {
        CaseFile file = transfers.mayHand(Paths.reviewer(viewer), id);
        PageFrame frame = frames.frame(
                        request,
                        viewer,
                        Room.PROTECTION,
                        Room.PROTECTION.purpose(),
                        Text.of("protection.hand.title", "number", file.number().text()))
                .withLead(Text.of("protection.hand.lead"))
                .withProblems(problems);
        HandPage page = new HandPage(
                "/files/" + id + "/hand",
                "/files/" + id,
                forms.next(),
                receivers(file.owner()),
                ConsentWords.choices(List.of(Transfer.Reason.values()), one -> reason(frame, one)),
                typed);
        return Html.of(output -> JtehandGenerated.render(output, null, frame, page));
    }

    private static String reason(PageFrame frame, Transfer.Reason reason) {
        return frame.text("protection.hand.reason." + ConsentWords.code(reason));
    }

    /** Who works with persons by day in the owner's teams; the database asks once more. */
    private List<Choice> receivers(MemberId owner) {
        Set<MemberId> members = access.teamsOf(owner).stream()
                .map(Team::members)
                .flatMap(Set::stream)
                .filter(member -> !member.equals(owner))
                .filter(member -> !Collections.disjoint(access.roles(member), OWNERS))
                .collect(Collectors.toSet());
        return access.displayNames(members).entrySet().stream()
                .sorted(Map.Entry.comparingByValue())
                .map(member -> Choice.of(member.getKey().toString(), member.getValue()))
                .toList();
    }
}
