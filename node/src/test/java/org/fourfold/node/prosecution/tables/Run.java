package org.fourfold.node.prosecution.tables;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.fourfold.node.frame.Problem;
import org.fourfold.node.prosecution.reading.FtmModel;
import org.fourfold.node.prosecution.reading.ReadClaim;
import org.fourfold.node.prosecution.reading.ReadEntity;
import org.fourfold.node.tables.TableFile;

/** What came of one file and one mapping. */
record Run(MappingReport report, List<ReadEntity> entities) {

    private static final FtmModel MODEL = FtmModel.shipped();

    static Run of(Path file, Mapping mapping) {
        try (TableFile table = TableFile.open(file)) {
            List<ReadEntity> entities = new ArrayList<>();
            MappingReport report =
                    MappedTable.of(table, mapping, MODEL).read("source", entities::add, TableProgress.silent());
            return new Run(report, entities);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** With the mapping that the guesses make, as if a person had confirmed it. */
    static Run drafted(Path file) {
        return of(file, preview(file).draft());
    }

    static TablePreview preview(Path file) {
        try (TableFile table = TableFile.open(file)) {
            return TablePreview.of(table, 0, Optional.empty());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A mapping of one column to one property of persons, by row. */
    static Mapping column(String property, PropertyMapping from) {
        return mapping(
                Map.of("one", new EntityMapping("Person", List.of("#row"), Optional.empty(), Map.of(property, from))));
    }

    static Mapping mapping(Map<String, EntityMapping> entities) {
        return new Mapping(
                "", Optional.empty(), 1, Optional.empty(), Optional.empty(), Optional.empty(), false, entities);
    }

    List<String> values(String property) {
        return entities.stream()
                .flatMap(entity -> entity.claims().stream())
                .filter(claim -> claim.property().equals(property))
                .map(ReadClaim::value)
                .toList();
    }

    List<ReadEntity> of(String schema) {
        return entities.stream()
                .filter(entity -> entity.schema().equals(schema))
                .toList();
    }

    /** As {@code code@row/column}. */
    List<String> faults() {
        return report.problems().stream().map(Run::shown).toList();
    }

    String notes() {
        return report.notes().stream().map(Problem::code).collect(Collectors.joining(" "));
    }

    private static String shown(Problem problem) {
        String code = problem.code().substring("prosecution.table.".length());
        return problem.place() instanceof Problem.Place.Cell(long row, String column)
                ? code + "@" + row + "/" + column
                : code;
    }
}
