package org.fourfold.command.link;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.fourfold.linkage.model.FieldModel;
import org.fourfold.linkage.table.TableFaults;

/**
 * What is known of a table after it was read.
 *
 * @param file its name without the folder
 * @param sha256 of its bytes, in hexadecimal
 * @param rows records that were taken
 * @param lacking fields of the model that it has no column for
 */
record TableFacts(
        String file,
        long bytes,
        String sha256,
        long rows,
        boolean hasIds,
        List<FieldModel> lacking,
        TableFaults faults) {

    /** What a person should know of it. */
    List<LinkSettings.Remark> remarks() {
        List<LinkSettings.Remark> remarks = new ArrayList<>();
        if (!hasIds) {
            remarks.add(new LinkSettings.Remark("command.link.no-ids", Map.of("file", file)));
        }
        if (!lacking.isEmpty()) {
            String names = lacking.stream().map(FieldModel::name).collect(Collectors.joining(", "));
            remarks.add(new LinkSettings.Remark("command.link.lacking", Map.of("file", file, "fields", names)));
        }
        for (TableFaults.Kind kind : TableFaults.Kind.values()) {
            if (faults.count(kind) > 0) {
                String places =
                        faults.places(kind).stream().map(String::valueOf).collect(Collectors.joining(", "));
                String key = "command.link.rows."
                        + kind.name().toLowerCase(Locale.ROOT).replace('_', '-');
                remarks.add(new LinkSettings.Remark(
                        key, Map.of("file", file, "count", faults.count(kind), "rows", places)));
            }
        }
        return remarks;
    }
}
