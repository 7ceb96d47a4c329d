package org.fourfold.node.partnership.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.fourfold.node.access.Access;
import org.fourfold.node.frame.Actor;
import org.fourfold.node.frame.MemberId;
import org.fourfold.node.frame.Slice;
import org.fourfold.node.partnership.Partnership;
import org.fourfold.node.partnership.Permission;
import org.fourfold.node.partnership.Publication;
import org.fourfold.node.partnership.PublicationId;
import org.fourfold.node.shell.FormKeys;
import org.fourfold.node.shell.Html;
import org.fourfold.node.shell.NotFoundException;
import org.fourfold.node.shell.PageFrame;
import org.fourfold.node.shell.PageFrames;
import org.fourfold.node.shell.Room;
import org.fourfold.node.shell.Tag;
import org.fourfold.node.shell.Viewer;
import org.fourfold.pages.partnership.JtepublicationGenerated;
import org.fourfold.pages.partnership.JtepublicationsGenerated;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Publications: the list, and one of them as it would be, or was, published; signing it and taking it back. */
@Controller
public class PublicationController {

    private final PageFrames frames;
    private final Partnership partnership;
    private final StaticPages pages;
    private final Access access;
    private final FormKeys formKeys;

    public PublicationController(
            PageFrames frames, Partnership partnership, StaticPages pages, Access access, FormKeys formKeys) {
        this.frames = frames;
        this.partnership = partnership;
        this.pages = pages;
        this.access = access;
        this.formKeys = formKeys;
    }

    @GetMapping("/publications")
    public Html all(HttpServletRequest request, Viewer viewer, @RequestParam Optional<String> after) {
        Actor actor = Callers.publisher(viewer);
        boolean on = partnership.permission(actor).filter(Permission::isOn).isPresent();
        Slice<Publication> slice = partnership.publications(actor, after.flatMap(PublicationId::parse));
        PageFrame frame = frames.frame(request, viewer, Room.PARTNERSHIP, "partnership.list.title");
        List<PublicationPages.Row> rows = slice.rows().stream()
                .map(publication -> row(publication, frame))
                .toList();
        PublicationPages.All page =
                new PublicationPages.All(rows, slice.next(), after.isEmpty(), on, Callers.mayPermit(viewer));
        return Html.of(output -> JtepublicationsGenerated.render(output, null, frame, page));
    }

    private PublicationPages.Row row(Publication publication, PageFrame frame) {
        PublicPage page = pages.page(publication, frame.language());
        return new PublicationPages.Row(
                "/publications/" + publication.id(),
                page.title(),
                publication.edition().source(),
                page.years(),
                publication.edition().ordinal(),
                state(publication),
                frame.moment(publication.draftedAt()));
    }

    private static Tag state(Publication publication) {
        return switch (publication.state()) {
            case DRAFT -> Tag.warn("partnership.state.draft");
            case OVERTAKEN -> Tag.quiet("partnership.state.overtaken");
            case RELEASED -> Tag.done("partnership.state.released");
            case WITHDRAWN -> Tag.stop("partnership.state.withdrawn");
        };
    }

    @GetMapping("/publications/{id:[0-9a-f-]{36}}")
    public Html one(HttpServletRequest request, Viewer viewer, @PathVariable String id) {
        Publication publication = PublicationId.parse(id)
                .flatMap(known -> partnership.publication(Callers.publisher(viewer), known))
                .orElseThrow(NotFoundException::new);
        PageFrame frame = frames.frame(request, viewer, Room.PARTNERSHIP, "partnership.one.title");
        Map<MemberId, String> names = access.displayNames(Stream.concat(
                        Stream.of(publication.author()),
                        publication.signatures().stream().map(Publication.Signature::member))
                .distinct()
                .toList());
        boolean released = publication.state() == Publication.State.RELEASED;
        boolean writable = publication.releasedOn().isPresent();
        PublicationPages.One page = new PublicationPages.One(
                id,
                pages.page(publication, frame.language()),
                state(publication),
                new PublicationPages.Step(
                        names.getOrDefault(publication.author(), ""), "", frame.moment(publication.draftedAt())),
                publication.signatures().stream()
                        .map(signature -> step(signature, names, frame))
                        .toList(),
                formKeys.next(),
                Callers.signer(viewer, publication).isPresent(),
                released && Callers.withdrawer(viewer).isPresent(),
                writable ? "./fourfold publish DIR --publication " + id : "");
        return Html.of(output -> JtepublicationGenerated.render(output, null, frame, page));
    }

    private static PublicationPages.Step step(
            Publication.Signature signature, Map<MemberId, String> names, PageFrame frame) {
        return new PublicationPages.Step(
                names.getOrDefault(signature.member(), ""),
                frame.text("access.role."
                        + signature.role().name().toLowerCase(Locale.ROOT).replace('_', '-')),
                frame.moment(signature.at()));
    }

    @PostMapping("/publications/{id:[0-9a-f-]{36}}/sign")
    public Html sign(
            Viewer viewer,
            @PathVariable String id,
            @RequestParam(FormKeys.FIELD) String formKey,
            @RequestParam(defaultValue = "") String hash) {
        PublicationId known = PublicationId.parse(id).orElseThrow(NotFoundException::new);
        return formKeys.once(viewer, formKey, () -> {
            Actor reader = Callers.publisher(viewer);
            Publication draft = partnership.publication(reader, known).orElseThrow(NotFoundException::new);
            Actor signer = Callers.signer(viewer, draft).orElse(reader);
            Publication signed = partnership.sign(signer, known, hash);
            return Html.seeOther("/publications/" + signed.id());
        });
    }

    @PostMapping("/publications/{id:[0-9a-f-]{36}}/withdraw")
    public Html withdraw(
            Viewer viewer,
            @PathVariable String id,
            @RequestParam(FormKeys.FIELD) String formKey,
            @RequestParam(defaultValue = "") String reason) {
        PublicationId known = PublicationId.parse(id).orElseThrow(NotFoundException::new);
        Publication.Reason why = Stream.of(Publication.Reason.values())
                .filter(one -> one.name().equals(reason))
                .findFirst()
                .orElse(Publication.Reason.ERROR);
        return formKeys.once(viewer, formKey, () -> {
            partnership.withdraw(Callers.withdrawer(viewer).orElseGet(() -> Callers.publisher(viewer)), known, why);
            return Html.seeOther("/publications/" + known);
        });
    }

    /** The words of the one box in the form that says whose records they are. */
    static Set<String> ticked(String value) {
        return value.isEmpty() ? Set.of() : Set.of(value);
    }
}
