package org.fourfold.node.partnership.web;

import com.ibm.icu.text.Collator;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.fourfold.node.frame.Messages;
import org.fourfold.node.partnership.Edition;
import org.fourfold.node.partnership.PublishedCell;
import org.fourfold.node.registry.FigureCell;
import org.fourfold.node.registry.FigureShape.Level;
import org.fourfold.node.registry.Place;
import org.fourfold.node.registry.PlaceCode;
import org.fourfold.node.registry.Places;

/** Lays an edition's cells out as tables, one a kind, places in the order of the reader's alphabet. */
final class PublicTables {

    private final Places places;

    PublicTables(Places places) {
        this.places = places;
    }

    List<PublicTable> of(Edition edition, Messages messages) {
        List<Integer> years = edition.cells().stream()
                .map(published -> published.cell().year())
                .distinct()
                .sorted()
                .toList();
        Map<String, Map<Optional<PlaceCode>, Map<Integer, PublishedCell>>> byKind = new TreeMap<>();
        for (PublishedCell published : edition.cells()) {
            FigureCell cell = published.cell();
            byKind.computeIfAbsent(cell.kind(), kind -> new HashMap<>())
                    .computeIfAbsent(cell.place(), place -> new HashMap<>())
                    .put(cell.year(), published);
        }
        return byKind.entrySet().stream()
                .map(kind -> new PublicTable(kind.getKey(), years, rows(kind.getValue(), years, edition, messages)))
                .toList();
    }

    private List<PublicTable.Row> rows(
            Map<Optional<PlaceCode>, Map<Integer, PublishedCell>> cells,
            List<Integer> years,
            Edition edition,
            Messages messages) {
        Collator order = Collator.getInstance(messages.language().locale());
        Comparator<PublicTable.Row> byName = (one, other) -> order.compare(one.name(), other.name());
        Comparator<PublicTable.Row> placesFirst =
                Comparator.comparing(row -> row.place().isEmpty());
        return cells.entrySet().stream()
                .map(place -> new PublicTable.Row(
                        place.getKey(),
                        name(place.getKey(), edition, messages),
                        years.stream()
                                .map(year ->
                                        Optional.ofNullable(place.getValue().get(year)))
                                .toList()))
                .sorted(placesFirst
                        .thenComparing(byName)
                        .thenComparing(row -> row.place().map(PlaceCode::text).orElse("")))
                .toList();
    }

    /** A region with its country; a country; or words for what has no place. */
    String name(Optional<PlaceCode> code, Edition edition, Messages messages) {
        if (code.isEmpty()) {
            return messages.text("partnership.public.no-place");
        }
        String own = placeName(code.get(), messages);
        if (code.get().isRegion()) {
            return messages.text(
                    "partnership.public.region",
                    Map.of("country", placeName(code.get().country(), messages), "region", own));
        }
        boolean regions = edition.shape().places() == Level.REGION
                && !places.regionsOf(code.get()).isEmpty();
        return regions ? messages.text("partnership.public.no-region", Map.of("country", own)) : own;
    }

    private String placeName(PlaceCode code, Messages messages) {
        return places.find(code)
                .map((Place place) -> place.name(messages.language()))
                .orElse(code.text());
    }
}
