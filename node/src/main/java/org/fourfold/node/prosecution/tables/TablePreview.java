package org.fourfold.node.prosecution.tables;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.fourfold.node.tables.SheetRow;
import org.fourfold.node.tables.TableFile;

/**
 * The first rows of a sheet with what is guessed of them: what a person looks at before saying how the table is read.
 *
 * @param rows at most {@link #ROWS_MAX} from the top
 * @param header where the headings seem to stand
 * @param headings of the row that was chosen, else of the one guessed
 * @param headerRow that row; 0 when columns go by their letters
 * @param draft a mapping filled in from the guesses, to be confirmed or changed
 */
public record TablePreview(
        List<SheetRow> rows,
        HeaderGuess header,
        Headings headings,
        int headerRow,
        List<ColumnGuess> guesses,
        Mapping draft) {

    public static final int ROWS_MAX = 500;

    public TablePreview {
        rows = List.copyOf(rows);
        guesses = List.copyOf(guesses);
    }

    /** Of a sheet by its place; {@code headerRow} when a person chose it. */
    public static TablePreview of(TableFile file, int sheet, Optional<Integer> headerRow) throws IOException {
        List<SheetRow> rows = new ArrayList<>();
        file.read(sheet, row -> {
            rows.add(row);
            return rows.size() < ROWS_MAX;
        });
        HeaderGuess header = HeaderFinder.of(rows);
        int chosen = headerRow.orElse(header.row());
        List<SheetRow> below =
                rows.stream().filter(row -> row.number() > chosen).toList();
        int width = rows.stream()
                .filter(row -> row.number() >= chosen)
                .mapToInt(SheetRow::width)
                .max()
                .orElse(0);
        SheetRow heading =
                rows.stream().filter(row -> row.number() == chosen).findFirst().orElse(new SheetRow(0, List.of()));
        Headings headings = Headings.of(heading, width);
        List<ColumnGuess> guesses = ColumnGuesses.of(headings, below);
        String name = file.sheets().get(sheet).name();
        Mapping draft = DraftMapping.of(guesses, name.isEmpty() ? Optional.empty() : Optional.of(name), chosen);
        return new TablePreview(rows, header, headings, chosen, guesses, draft);
    }

    /**
     * A mapping from what a person said each column is, in their order; columns beyond the list say nothing. Of two columns
     * that are said to be the same the first is taken.
     */
    public Mapping drawn(List<Optional<ColumnRole>> roles) {
        List<ColumnGuess> said = new ArrayList<>();
        for (int i = 0; i < Math.min(roles.size(), guesses.size()); i++) {
            ColumnGuess guess = guesses.get(i);
            ColumnGuess.Strength strength =
                    roles.get(i).isPresent() ? ColumnGuess.Strength.BOTH : ColumnGuess.Strength.NONE;
            said.add(new ColumnGuess(guess.column(), guess.name(), roles.get(i), strength, guess.reasons()));
        }
        return DraftMapping.of(said, draft.sheet(), headerRow);
    }
}
