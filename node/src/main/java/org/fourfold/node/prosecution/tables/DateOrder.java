package org.fourfold.node.prosecution.tables;

import java.util.Locale;
import java.util.Optional;

/** The order of day, month and year in a table's dates. */
public enum DateOrder {
    DMY,
    MDY,
    YMD;

    /** As a mapping writes it: {@code dmy}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<DateOrder> parse(String code) {
        for (DateOrder order : values()) {
            if (order.code().equals(code)) {
                return Optional.of(order);
            }
        }
        return Optional.empty();
    }
}
