package org.fourfold.linkage.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import org.fourfold.linkage.model.ModelReader;

/** Generated reports of what happened, told by up to three sources, and of what organisations do, as CSV rows. */
final class StoreTexts {

    static final String INCIDENTS =
            "id,source,day,cell,wide,region,country,kind,dead,missing,survivors,minors,spot,words,link";
    static final String NOTES = "id,org,name,note,home";

    /** Small blocks, so that some become too large. */
    static final List<String> NOTES_MODEL = List.of(
            "model notes 1",
            "id id",
            "source org",
            "field name organisation name",
            "field note text note",
            "field home address home",
            "compare name overlap .8, overlap .4",
            "compare note overlap .5, overlap .2",
            "compare home overlap .6, overlap .3",
            "block name~words:2 at-most 6",
            "block note~like:3 at-most 8",
            "block home~words:2 + name~first:2 at-most 5",
            "train note~like:3");

    private final SplittableRandom random;
    private int number;

    StoreTexts(long seed) {
        this.random = new SplittableRandom(seed);
    }

    static List<String> incidentsModel() throws IOException {
        return ModelReader.shippedLines("incidents");
    }

    static Path write(Path file, String heading, List<String> rows) throws IOException {
        List<String> lines = new ArrayList<>(List.of(heading));
        lines.addAll(rows);
        return Files.write(file, lines);
    }

    /** So many reports; every source tells an event once at most. */
    List<String> incidents(int count) {
        List<String> rows = new ArrayList<>();
        while (rows.size() < count) {
            String day = "20%02d-%02d-%02d"
                    .formatted(20 + random.nextInt(4), 1 + random.nextInt(12), 1 + random.nextInt(28));
            int place = random.nextInt(60);
            int dead = random.nextInt(9);
            int minors = random.nextInt(3);
            String spot = text(3);
            String words = text(9);
            String link = random.nextInt(2) == 0 ? "" : "news " + word() + " " + word() + " " + number;
            for (String source : List.of("sea", "land", "press")) {
                if (rows.size() < count && random.nextInt(10) < 6) {
                    rows.add(String.join(
                            ",",
                            "i" + ++number,
                            source,
                            day,
                            "c" + place,
                            "w" + place / 5,
                            "r" + place / 10,
                            "k" + place / 20,
                            random.nextInt(8) == 0 ? "" : "drowned",
                            String.valueOf(dead + random.nextInt(2)),
                            random.nextInt(3) == 0 ? "" : String.valueOf(dead / 2),
                            "",
                            String.valueOf(minors),
                            told(spot),
                            told(words),
                            link));
                }
            }
        }
        return shuffled(rows);
    }

    /** So many notes, of one source or several. */
    List<String> notes(int count) {
        List<String> rows = new ArrayList<>();
        while (rows.size() < count) {
            String name = text(2) + " S.A.";
            String note = text(8);
            String home = "calle " + word() + " " + random.nextInt(99) + " zona " + random.nextInt(20);
            int times = Math.min(1 + random.nextInt(4), count - rows.size());
            for (int i = 0; i < times; i++) {
                rows.add(String.join(
                        ",",
                        "n" + ++number,
                        "org" + random.nextInt(4),
                        told(name),
                        told(note),
                        random.nextInt(4) == 0 ? "" : told(home)));
            }
        }
        return shuffled(rows);
    }

    private List<String> shuffled(List<String> rows) {
        for (int i = rows.size() - 1; i > 0; i--) {
            int j = random.nextInt(i + 1);
            String row = rows.get(i);
            rows.set(i, rows.get(j));
            rows.set(j, row);
        }
        return rows;
    }

    private String text(int words) {
        return java.util.stream.IntStream.range(0, words).mapToObj(i -> word()).collect(Collectors.joining(" "));
    }

    /** Common words often, rare ones now and then. */
    private String word() {
        int which = (int) (Math.pow(random.nextDouble(), 3) * 2_000);
        return "" + (char) ('b' + which % 19) + "aeiou".charAt(which % 5) + (char) ('l' + which / 100 % 9) + "o"
                + Integer.toString(which + 36, 36).replaceAll("[0-9]", "x");
    }

    private String told(String text) {
        if (random.nextInt(3) > 0) {
            return text;
        }
        int space = text.indexOf(' ');
        return random.nextInt(2) == 0 ? text.substring(space + 1) : text + " " + word();
    }
}
