package org.fourfold.node.prevention.web;

import java.time.YearMonth;
import org.fourfold.node.frame.Dated;
import org.fourfold.node.prevention.Incident;
import org.fourfold.node.prevention.StoredIncident;
import org.fourfold.node.prevention.Tally;
import org.fourfold.node.registry.Place;
import org.fourfold.node.registry.Places;
import org.fourfold.node.shell.PageFrame;

/** How incidents are put into words. */
final class Wording {

    private final PageFrame frame;
    private final Places places;

    Wording(PageFrame frame, Places places) {
        this.frame = frame;
        this.places = places;
    }

    String tally(Tally tally) {
        return switch (tally) {
            case Tally.Counted(long number) -> frame.number(number);
            case Tally.NotAvailable missing -> frame.text("prevention.not-available");
            case Tally.Empty empty -> frame.text("prevention.empty-cell");
        };
    }

    String when(Dated dated) {
        return switch (dated.precision()) {
            case DAY -> frame.date(dated.from());
            case MONTH -> frame.month(YearMonth.from(dated.from()));
            case YEAR -> Integer.toString(dated.from().getYear());
            case ESTIMATED ->
                frame.text(
                        "prevention.when.between",
                        java.util.Map.of("from", frame.date(dated.from()), "to", frame.date(dated.to())));
        };
    }

    String where(Incident incident) {
        String stated = incident.where().stated();
        return stated.isEmpty() ? placeName(incident) : stated;
    }

    String placeName(Incident incident) {
        return incident.where()
                .place()
                .flatMap(places::find)
                .map(place -> placeName(place))
                .orElseGet(() -> frame.text("prevention.no-place"));
    }

    /** A region with its country. */
    String placeName(Place place) {
        String name = place.name(frame.language());
        return place.parent()
                .flatMap(places::find)
                .map(country -> name + ", " + country.name(frame.language()))
                .orElse(name);
    }

    String said(Incident.Said said) {
        return frame.text(
                switch (said) {
                    case YES -> "prevention.said.yes";
                    case NO -> "prevention.said.no";
                    case NOT_STATED -> "prevention.said.not-stated";
                });
    }

    /** A text of the source, or that it says nothing. */
    String orNothing(String text) {
        return text.isEmpty() ? frame.text("prevention.said.not-stated") : text;
    }

    /** Whether a source that told so told nothing. */
    boolean isNothing(String words) {
        return words.equals(frame.text("prevention.said.not-stated"))
                || words.equals(frame.text("prevention.empty-cell"));
    }

    MapPage.IncidentRow row(StoredIncident stored) {
        Incident incident = stored.incident();
        return new MapPage.IncidentRow(
                "/map/incidents/" + stored.id(),
                when(incident.happened()),
                incident.kind(),
                where(incident),
                tally(incident.count(Incident.Group.DEAD)),
                tally(incident.count(Incident.Group.MISSING)),
                incident.source());
    }
}
