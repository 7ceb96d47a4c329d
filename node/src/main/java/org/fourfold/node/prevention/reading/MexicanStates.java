package org.fourfold.node.prevention.reading;

import java.util.List;
import java.util.Optional;
import org.fourfold.node.registry.PlaceCode;

/** INEGI's numbers of the 32 states of Mexico, 01 to 32 in the order of the list (INEGI, Marco Geoestadístico). */
final class MexicanStates {

    private static final List<String> BY_NUMBER = List.of(
            "AGU", "BCN", "BCS", "CAM", "COA", "COL", "CHP", "CHH", "CMX", "DUR", "GUA", "GRO", "HID", "JAL", "MEX",
            "MIC", "MOR", "NAY", "NLE", "OAX", "PUE", "QUE", "ROO", "SLP", "SIN", "SON", "TAB", "TAM", "TLA", "VER",
            "YUC", "ZAC");

    private MexicanStates() {}

    /** The state of a number written with two figures. */
    static Optional<PlaceCode> byNumber(String number) {
        if (!number.matches("0[1-9]|[12][0-9]|3[0-2]")) {
            return Optional.empty();
        }
        return Optional.of(new PlaceCode("MX-" + BY_NUMBER.get(Integer.parseInt(number) - 1)));
    }
}
