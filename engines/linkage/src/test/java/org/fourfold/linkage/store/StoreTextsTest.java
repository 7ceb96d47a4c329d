package org.fourfold.linkage.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.StringTokenizer;
import java.util.TreeMap;
import org.fourfold.linkage.Linkage;
import org.fourfold.linkage.records.RecordName;
import org.fourfold.linkage.records.Records;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A store whose model compares texts, finds them by their words, and links across sources only, against one run over all. */
class StoreTextsTest {

    private static final OneRun.Setting NOTES = new OneRun.Setting(StoreTexts.NOTES_MODEL, Known.NOTHING);

    @TempDir
    Path folder;

    private Records read(OneRun.Setting setting, String heading, List<String> rows) throws IOException {
        return OneRun.read(setting, StoreTexts.write(folder.resolve("table.csv"), heading, rows));
    }

    @Test
    void incidentsAndBatchesAreWhatOneRunOverAllGives() throws IOException {
        OneRun.Setting incidents = new OneRun.Setting(StoreTexts.incidentsModel(), Known.NOTHING);
        isWhatOneRunGives(incidents, StoreTexts.INCIDENTS, new StoreTexts(1).incidents(1_200), "incidents");
    }

    @Test
    void textsThatAreFoundByTheirRarestWordsAreWhatOneRunOverAllGives() throws IOException {
        isWhatOneRunGives(NOTES, StoreTexts.NOTES, new StoreTexts(2).notes(1_200), "notes");
    }

    private void isWhatOneRunGives(OneRun.Setting setting, String heading, List<String> rows, String name)
            throws IOException {
        List<String> base = rows.subList(0, 800);
        Linkage.Result trained = OneRun.link(setting, read(setting, heading, base));
        Path path = folder.resolve(name);
        try (LinkageStore store = OneRun.store(path, setting, trained)) {
            assertThat(OneRun.of(store)).isEqualTo(OneRun.of(setting, read(setting, heading, base), trained));
            assertThat(store.clusters()).isEqualTo(trained.clusters());
            long dropped = 0;
            for (int from = 800; from < rows.size(); from += 40) {
                dropped += store.add(read(setting, heading, rows.subList(from, from + 40)))
                        .pairsDropped();
            }
            OneRun.Outcome all = OneRun.of(setting, read(setting, heading, rows), trained);
            assertThat(all.pairs()).hasSizeGreaterThan(300);
            assertThat(all.clusters().stream().filter(each -> each.size() > 1)).hasSizeGreaterThan(100);
            assertThat(OneRun.of(store)).isEqualTo(all);
            assertThat(name.equals("notes") ? dropped : 1)
                    .as("blocks that became too large")
                    .isPositive();
            List<String> gone = rows.subList(700, 900);
            Change _ =
                    store.remove(gone.stream().map(row -> nameOf(row, heading)).toList());
            store.merge();
            List<String> left = new ArrayList<>(rows);
            left.removeAll(gone);
            assertThat(OneRun.of(store)).isEqualTo(OneRun.of(setting, read(setting, heading, left), trained));
        }
        try (LinkageStore store = LinkageStore.open(path)) {
            asks(store, heading, rows.subList(0, 300));
        }
    }

    /** A record that is there is answered with its pairs, however many strangers asked before. */
    private static void asks(LinkageStore store, String heading, List<String> rows) {
        int answers = 0;
        for (String row : rows) {
            Map<String, Integer> found = new TreeMap<>();
            Map<String, String> values = values(row, heading);
            store.query(values).forEach(each -> {
                Integer _ = found.put(String.valueOf(each.row()), each.evidence());
            });
            Map<String, Integer> pairs = new TreeMap<>();
            store.pairsOf(store.find(nameOf(row, heading)).orElseThrow()).forEach((other, evidence) -> {
                Integer _ = pairs.put(String.valueOf(other), evidence);
            });
            assertThat(found).isEqualTo(pairs);
            answers += found.size();
            String strange = " zyx" + answers;
            values.replaceAll((column, value) -> value + strange);
            List<Candidate> _ = store.query(values);
        }
        assertThat(answers).isGreaterThan(100);
    }

    @Test
    void aWordThatCameAfterTheTrainingFindsItsText() throws IOException {
        Linkage.Result trained = OneRun.link(NOTES, read(NOTES, StoreTexts.NOTES, new StoreTexts(3).notes(300)));
        try (LinkageStore store = OneRun.store(folder.resolve("store"), NOTES, trained)) {
            Change _ = store.add(read(NOTES, StoreTexts.NOTES, List.of("x1,org9,Quetzalwyrd Ltda,,")));
            Change second = store.add(read(NOTES, StoreTexts.NOTES, List.of("x2,org8,Quetzalwyrd,,")));
            assertThat(second.pairsAdded()).isEqualTo(1);
            assertThat(store.query(Map.of("id", "x3", "org", "org7", "name", "Quetzalwyrd")))
                    .extracting(each -> each.record().id())
                    .containsExactly("x1", "x2");
        }
    }

    @Test
    void withinASourceNobodyMeets() throws IOException {
        OneRun.Setting incidents = new OneRun.Setting(StoreTexts.incidentsModel(), Known.NOTHING);
        List<String> rows = new StoreTexts(4).incidents(400);
        Linkage.Result trained = OneRun.link(incidents, read(incidents, StoreTexts.INCIDENTS, rows));
        try (LinkageStore store = OneRun.store(folder.resolve("store"), incidents, trained)) {
            Map<String, String> values = values(rows.getFirst(), StoreTexts.INCIDENTS);
            String own = values.getOrDefault("source", "");
            String _ = values.put("id", "again");
            assertThat(store.query(values))
                    .noneMatch(each -> each.record().source().equals(own));
            String _ = values.put("source", "elsewhere");
            assertThat(store.query(values).getFirst().record())
                    .isEqualTo(nameOf(rows.getFirst(), StoreTexts.INCIDENTS));
        }
    }

    private static RecordName nameOf(String row, String heading) {
        Map<String, String> values = values(row, heading);
        return new RecordName(
                values.getOrDefault("source", values.getOrDefault("org", "")), values.getOrDefault("id", ""));
    }

    private static Map<String, String> values(String row, String heading) {
        Map<String, String> values = new LinkedHashMap<>();
        StringTokenizer names = new StringTokenizer(heading, ",");
        int from = 0;
        while (names.hasMoreTokens()) {
            int to = row.indexOf(',', from);
            String _ = values.put(names.nextToken(), to < 0 ? row.substring(from) : row.substring(from, to));
            from = to + 1;
        }
        return values;
    }
}
