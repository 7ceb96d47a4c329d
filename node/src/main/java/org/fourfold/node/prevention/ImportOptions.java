package org.fourfold.node.prevention;

import java.time.LocalDate;
import java.util.Optional;

/**
 * How a file is to be read.
 *
 * @param dateOrder how dates such as 03/04/2021 are written, where the file itself does not tell
 * @param dryRun reports as a real import would, and writes nothing
 * @param sourceName who publishes the file, where it is another than the layout's own
 * @param vintage the day the file's state is of; else the day of the import
 */
public record ImportOptions(
        Optional<DateOrder> dateOrder, boolean dryRun, Optional<String> sourceName, Optional<LocalDate> vintage) {

    /** The order of day, month and year in a date written in figures. */
    public enum DateOrder {
        DAY_MONTH_YEAR,
        MONTH_DAY_YEAR,
        YEAR_MONTH_DAY;

        /** From {@code dmy}, {@code mdy} or {@code ymd}. */
        public static Optional<DateOrder> parse(String text) {
            return switch (text) {
                case "dmy" -> Optional.of(DAY_MONTH_YEAR);
                case "mdy" -> Optional.of(MONTH_DAY_YEAR);
                case "ymd" -> Optional.of(YEAR_MONTH_DAY);
                default -> Optional.empty();
            };
        }
    }

    /** A real import, everything as the file tells it. */
    public static ImportOptions plain() {
        return new ImportOptions(Optional.empty(), false, Optional.empty(), Optional.empty());
    }

    public ImportOptions withDryRun(boolean dry) {
        return new ImportOptions(dateOrder, dry, sourceName, vintage);
    }

    public ImportOptions withDateOrder(DateOrder order) {
        return new ImportOptions(Optional.of(order), dryRun, sourceName, vintage);
    }

    public ImportOptions withSourceName(String name) {
        return new ImportOptions(dateOrder, dryRun, Optional.of(name), vintage);
    }

    public ImportOptions withVintage(LocalDate day) {
        return new ImportOptions(dateOrder, dryRun, sourceName, Optional.of(day));
    }
}
