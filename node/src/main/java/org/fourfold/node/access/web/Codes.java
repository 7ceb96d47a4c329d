package org.fourfold.node.access.web;

import java.util.Locale;

/** How a constant stands in the keys of the messages. */
final class Codes {

    private Codes() {}

    static String of(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
