package org.fourfold.node.protection.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.fourfold.node.access.Access;
import org.fourfold.node.frame.FieldGroup;
import org.fourfold.node.frame.MemberId;
import org.fourfold.node.frame.OrganisationId;
import org.fourfold.node.frame.Problem;
import org.fourfold.node.protection.DemandView;
import org.fourfold.node.protection.LegalDemand;
import org.fourfold.node.protection.LegalDemand.State;
import org.fourfold.node.registry.Organisation;
import org.fourfold.node.registry.Organisations;
import org.fourfold.node.shell.Choice;
import org.fourfold.node.shell.FormKeys;
import org.fourfold.node.shell.Html;
import org.fourfold.node.shell.PageFrame;
import org.fourfold.node.shell.PageFrames;
import org.fourfold.node.shell.Room;
import org.fourfold.node.shell.Text;
import org.fourfold.node.shell.Viewer;
import org.fourfold.pages.protection.JtedemandGenerated;
import org.fourfold.pages.protection.JtedemandSheetGenerated;
import org.springframework.stereotype.Component;

/** The page of one demand, of a file or of none, and its sheet. */
@Component
public class DemandShowing {

    private final PageFrames frames;
    private final Organisations organisations;
    private final Access access;
    private final FormKeys forms;

    public DemandShowing(PageFrames frames, Organisations organisations, Access access, FormKeys forms) {
        this.frames = frames;
        this.organisations = organisations;
        this.access = access;
        this.forms = forms;
    }

    /** @param refused the key of why nothing went out; empty when the gate was not asked */
    Html page(
            HttpServletRequest request,
            Viewer viewer,
            DemandView view,
            DemandPage.Typed typed,
            List<Problem> problems,
            String refused) {
        PageFrame frame = frame(request, viewer, view).withProblems(problems);
        DemandPage page = page(frame, view, typed, refused);
        return Html.of(output -> JtedemandGenerated.render(output, null, frame, page));
    }

    /** For the lawyer's folder. */
    Html sheet(HttpServletRequest request, Viewer viewer, DemandView view) {
        PageFrame frame = frame(request, viewer, view);
        DemandPage page = page(frame, view, DemandPage.Typed.NOTHING, "");
        return Html.of(output -> JtedemandSheetGenerated.render(output, null, frame, page));
    }

    private PageFrame frame(HttpServletRequest request, Viewer viewer, DemandView view) {
        Text title = view.file()
                .map(file -> Text.of(
                        "protection.demand.title", "number", file.number().text()))
                .orElse(Text.of("protection.demand.title-loose"));
        return frames.frame(request, viewer, Room.PROTECTION, Room.PROTECTION.purpose(), title);
    }

    private DemandPage page(PageFrame frame, DemandView view, DemandPage.Typed typed, String refused) {
        LegalDemand demand = view.demand();
        Map<MemberId, String> names = access.displayNames(DemandWords.members(view));
        Map<OrganisationId, String> askers =
                organisations.all().stream().collect(Collectors.toMap(Organisation::id, Organisation::name));
        String base = demand.file().map(file -> "/files/" + file).orElse("/files");
        List<Choice> scope = ConsentWords.groups(
                frame, demand.terms().scope().stream().sorted().toList());
        return new DemandPage(
                base + "/demands/" + demand.id(),
                base + "/demands",
                demand.file().isEmpty(),
                demand.isOfImmigration(),
                DemandWords.state(demand.state()),
                DemandWords.facts(frame, view, askers, names),
                DemandWords.steps(frame, demand, names),
                refused.isEmpty() ? "" : frame.text(refused),
                DemandWords.silent(frame, view),
                view.file().isPresent() && view.lawyers().isEmpty(),
                view.lawyers().stream()
                        .map(lawyer -> Choice.of(lawyer.toString(), names.getOrDefault(lawyer, "")))
                        .toList(),
                scope,
                ConsentWords.groups(frame, demand.remaining()),
                may(view),
                typed.groups().isEmpty() ? all(typed, demand) : typed,
                forms.next());
    }

    /** The lawyer takes away from what is asked; nothing is to be forgotten. */
    private static DemandPage.Typed all(DemandPage.Typed typed, LegalDemand demand) {
        return new DemandPage.Typed(
                typed.answer(),
                demand.terms().scope().stream().map(FieldGroup::name).collect(Collectors.toSet()),
                typed.article().isEmpty() ? demand.terms().article() : typed.article(),
                typed.reasons(),
                typed.words(),
                typed.order(),
                typed.until(),
                typed.number());
    }

    private static DemandPage.Doing may(DemandView view) {
        LegalDemand demand = view.demand();
        State state = demand.state();
        boolean tied = demand.file().isPresent();
        boolean waits = state == State.RECEIVED || state == State.WITH_LAWYER;
        return new DemandPage.Doing(
                view.mayName(),
                tied && waits && !view.asLawyer() && !view.lawyers().isEmpty(),
                tied && view.asLawyer() && !state.isOver(),
                tied
                        && demand.told().isEmpty()
                        && demand.tellingForbidden(view.today()).isEmpty(),
                view.asLawyer(),
                tied && !demand.remaining().isEmpty(),
                !tied,
                !tied && view.mayClose() && !state.isOver(),
                !tied && view.mayClose() && state.isOver());
    }
}
