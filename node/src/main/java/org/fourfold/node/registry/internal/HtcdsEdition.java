package org.fourfold.node.registry.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.fourfold.node.registry.Htcds;

/** The two tables this release ships with: a line of its own that names form and version, then one line a field or code. */
public final class HtcdsEdition {

    private static final String FORM = "1";

    private HtcdsEdition() {}

    public static Htcds read() {
        List<Htcds.Field> fields = lines("fields").stream()
                .map(cells -> new Htcds.Field(
                        cells.get(0),
                        cells.get(1),
                        Htcds.Kind.valueOf(cells.get(2)),
                        cells.get(3),
                        cells.get(4).equals("CORE"),
                        cells.get(5),
                        cells.get(6),
                        cells.get(7)))
                .toList();
        Map<String, List<Htcds.Code>> lists = new LinkedHashMap<>();
        for (List<String> cells : lines("codes")) {
            lists.computeIfAbsent(cells.get(0), list -> new ArrayList<>())
                    .add(new Htcds.Code(cells.get(1), cells.get(2), cells.get(3)));
        }
        lists.replaceAll((list, codes) -> List.copyOf(codes));
        return new Htcds(fields, lists);
    }

    private static List<List<String>> lines(String name) {
        String resource = "/htcds/" + name + ".tsv";
        try (var stream = Objects.requireNonNull(HtcdsEdition.class.getResourceAsStream(resource), resource)) {
            List<List<String>> lines = new String(stream.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .map(line -> List.of(line.split("\t", -1)))
                    .toList();
            if (!lines.getFirst().equals(List.of("fourfold-htcds-" + name, FORM, Htcds.VERSION))) {
                throw new IllegalStateException(resource + " has another form");
            }
            return lines.subList(1, lines.size());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
