package org.fourfold.node.prevention.reading;

import de.siegmar.fastcsv.reader.AbstractBaseCsvCallbackHandler;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.fourfold.node.frame.Problem;
import org.fourfold.node.frame.ProblemException;
import org.jspecify.annotations.Nullable;

/** Makes rows of what FastCSV finds, and holds them to the limits by the name of the column. */
final class RowHandler extends AbstractBaseCsvCallbackHandler<Row> {

    private List<String> heading = List.of();
    private List<String> fields = new ArrayList<>();
    private long number = 1;

    void heading(List<String> names) {
        this.heading = names;
    }

    @Override
    protected void handleBegin(long startingLineNumber) {
        number = startingLineNumber;
        fields = new ArrayList<>(Math.max(heading.size(), 8));
    }

    @Override
    protected void handleField(int index, char[] buffer, int offset, int length, boolean quoted) {
        if (length > Limits.FIELD_CHARACTERS_MAX) {
            throw fieldTooLong();
        }
        if (index >= Limits.COLUMNS_MAX) {
            throw new ProblemException(Problem.inCell(
                    "prevention.too-many-columns",
                    number,
                    Integer.toString(index + 1),
                    Map.of("max", Integer.toString(Limits.COLUMNS_MAX))));
        }
        fields.add(new String(buffer, offset, length));
    }

    @Override
    protected void handleEmpty() {
        fields.add("");
    }

    @Override
    protected @Nullable Row buildRecord() {
        return new Row(number, fields);
    }

    /** The fault of the field that is being read. */
    ProblemException fieldTooLong() {
        int index = fields.size();
        String column = index < heading.size() ? heading.get(index) : Integer.toString(index + 1);
        return new ProblemException(Problem.inCell(
                "prevention.field-too-long",
                number,
                column,
                Map.of(
                        "max", Integer.toString(Limits.FIELD_CHARACTERS_MAX),
                        "row", Long.toString(number),
                        "column", column)));
    }

    long number() {
        return number;
    }
}
