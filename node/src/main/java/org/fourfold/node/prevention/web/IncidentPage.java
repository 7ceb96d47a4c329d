package org.fourfold.node.prevention.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.fourfold.node.prevention.Incident;
import org.fourfold.node.prevention.Incident.Group;
import org.fourfold.node.prevention.StoredIncident;
import org.fourfold.node.shell.PageFrame;

/**
 * One incident, part by part, in words.
 *
 * @param same where the decisions stand that another report tells of the same incident
 */
public record IncidentPage(List<Part> parts, String importHref, long row, List<String> same) {

    /** A heading of the summary and what stands under it. */
    public record Part(String name, String value) {}

    static IncidentPage of(StoredIncident stored, PageFrame frame, Wording wording) {
        Incident incident = stored.incident();
        List<Part> parts = new ArrayList<>();
        parts.add(part(frame, "kind", incident.kind()));
        parts.add(part(frame, "when", wording.when(incident.happened())));
        parts.add(part(frame, "where", wording.orNothing(incident.where().stated())));
        parts.add(part(frame, "place", wording.placeName(incident)));
        parts.add(part(
                frame,
                "point",
                incident.where()
                        .point()
                        .map(point -> point.latitude() + ", " + point.longitude())
                        .orElseGet(() -> wording.orNothing(""))));
        parts.add(part(frame, "route", wording.orNothing(incident.route())));
        for (Group group : Group.values()) {
            parts.add(part(frame, group.name().toLowerCase(Locale.ROOT), wording.tally(incident.count(group))));
        }
        parts.add(part(frame, "origin", wording.orNothing(incident.origin())));
        parts.add(part(frame, "alleged", wording.orNothing(incident.alleged())));
        parts.add(part(frame, "circumstances", wording.orNothing(incident.circumstances())));
        parts.add(part(frame, "reported", wording.said(incident.reported())));
        parts.add(part(frame, "pursued", wording.said(incident.pursued())));
        parts.add(part(frame, "source", incident.source() + " · " + incident.externalId()));
        parts.add(part(frame, "source-detail", wording.orNothing(incident.sourceDetail())));
        parts.add(part(frame, "source-link", wording.orNothing(incident.sourceLink())));
        parts.add(part(frame, "quality", wording.orNothing(incident.quality())));
        return new IncidentPage(List.copyOf(parts), "/map/imports/" + stored.importId(), stored.row(), List.of());
    }

    IncidentPage with(List<String> decisions) {
        return new IncidentPage(parts, importHref, row, List.copyOf(decisions));
    }

    private static Part part(PageFrame frame, String key, String value) {
        return new Part(frame.text("prevention.part." + key), value);
    }
}
