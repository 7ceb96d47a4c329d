package org.fourfold.linkage.cluster;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.fourfold.linkage.Threads;
import org.fourfold.linkage.model.LinkageModel;
import org.fourfold.linkage.model.ModelReader;
import org.fourfold.linkage.records.RecordName;
import org.fourfold.linkage.records.Records;
import org.fourfold.linkage.records.RecordsReader;

/** Small tables read as records: id, source and one text. */
final class Tables {

    static final LinkageModel MODEL = ModelReader.read(
            "test.model",
            List.of(
                    "model test 1",
                    "id id",
                    "source source",
                    "field role category role",
                    "compare role same",
                    "block role"));

    private Tables() {}

    /** Rows as {@code source,id,role}. */
    static Records of(Path folder, List<String> rows) throws IOException {
        Path file = folder.resolve("records.csv");
        Files.writeString(file, "source,id,role\n" + String.join("\n", rows) + "\n");
        try (Threads threads = new Threads(1)) {
            RecordsReader reader = new RecordsReader(MODEL, threads);
            reader.read(file);
            return reader.records();
        }
    }

    /** The record of that name. */
    static int record(Records records, String source, String id) {
        for (int i = 0; i < records.size(); i++) {
            if (RecordName.of(records, i).equals(new RecordName(source, id))) {
                return i;
            }
        }
        throw new IllegalArgumentException(source + " " + id);
    }
}
