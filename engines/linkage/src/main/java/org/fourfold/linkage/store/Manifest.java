package org.fourfold.linkage.store;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.StringTokenizer;

/**
 * What a store consists of: the one file that says which others count. A line a statement; the last one sums up those before it.
 *
 * @param last the highest serial that a file's name has had
 * @param slots the slots of a record in the order in which they are kept
 * @param portions the records, oldest first
 * @param edges serials of the runs of pairs, oldest first
 * @param clusters the serial of the clusters
 * @param judged the judgements
 * @param files all files with what they must hold
 */
record Manifest(
        long last,
        List<SlotLine> slots,
        List<PortionLine> portions,
        List<Long> edges,
        long clusters,
        JudgedLine judged,
        List<StoredFile> files) {

    static final String NAME = "MANIFEST";

    private static final String HEAD = "fourfold-linkage-store 2";

    /**
     * A slot.
     *
     * @param group which vocabulary its values are in
     */
    record SlotLine(String name, int group) {}

    /** A portion of the records: rows {@code first} to {@code first + count}. */
    record PortionLine(long serial, int first, int count) {}

    /** Which file holds the judgements, and on which day it was asked which of them hold. */
    record JudgedLine(long serial, LocalDate day) {}

    Manifest {
        slots = List.copyOf(slots);
        portions = List.copyOf(portions);
        edges = List.copyOf(edges);
        files = List.copyOf(files);
    }

    int rows() {
        PortionLine end = portions.getLast();
        return end.first() + end.count();
    }

    int groups() {
        return slots.stream().mapToInt(SlotLine::group).max().orElse(-1) + 1;
    }

    StoredFile file(String name) {
        return files.stream()
                .filter(file -> file.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new StoreProblem(NAME + " does not name the file " + name + ". " + Folder.MEND));
    }

    String text() {
        StringBuilder text = new StringBuilder(HEAD).append('\n');
        text.append("last ").append(last).append('\n');
        slots.forEach(slot -> text.append("slot ")
                .append(slot.name())
                .append(' ')
                .append(slot.group())
                .append('\n'));
        portions.forEach(each -> text.append("portion ")
                .append(each.serial())
                .append(' ')
                .append(each.first())
                .append(' ')
                .append(each.count())
                .append('\n'));
        edges.forEach(serial -> text.append("edges ").append(serial).append('\n'));
        text.append("clusters ").append(clusters).append('\n');
        text.append("judgements ")
                .append(judged.serial())
                .append(' ')
                .append(judged.day())
                .append('\n');
        files.forEach(file -> text.append("file ")
                .append(file.name())
                .append(' ')
                .append(file.bytes())
                .append(' ')
                .append(file.sha256())
                .append('\n'));
        return text + "end " + sum(text.toString()) + "\n";
    }

    private static String sum(String text) {
        return HexFormat.of().formatHex(StoreWriter.sha256().digest(text.getBytes(StandardCharsets.UTF_8)));
    }

    static Manifest read(String text) {
        int end = text.lastIndexOf("end ");
        if (end < 0 || !text.substring(end).equals("end " + sum(text.substring(0, end)) + "\n")) {
            throw new StoreProblem(NAME + " is damaged: it does not sum up to what its last line says. " + Folder.MEND);
        }
        try {
            return read(text.substring(0, end).lines().toList());
        } catch (RuntimeException e) {
            throw new StoreProblem(NAME + " cannot be understood: " + e.getMessage() + ". " + Folder.MEND, e);
        }
    }

    private static Manifest read(List<String> lines) {
        if (!lines.getFirst().equals(HEAD)) {
            throw new IllegalArgumentException(
                    "it begins with \"" + lines.getFirst() + "\", not with \"" + HEAD + "\"");
        }
        long last = 0;
        long clusters = 0;
        JudgedLine judged = new JudgedLine(0, LocalDate.EPOCH);
        List<SlotLine> slots = new ArrayList<>();
        List<PortionLine> portions = new ArrayList<>();
        List<Long> edges = new ArrayList<>();
        List<StoredFile> files = new ArrayList<>();
        for (String line : lines.subList(1, lines.size())) {
            StringTokenizer words = new StringTokenizer(line);
            switch (words.nextToken()) {
                case "last" -> last = Long.parseLong(words.nextToken());
                case "slot" -> slots.add(new SlotLine(words.nextToken(), Integer.parseInt(words.nextToken())));
                case "portion" ->
                    portions.add(new PortionLine(
                            Long.parseLong(words.nextToken()),
                            Integer.parseInt(words.nextToken()),
                            Integer.parseInt(words.nextToken())));
                case "edges" -> edges.add(Long.parseLong(words.nextToken()));
                case "clusters" -> clusters = Long.parseLong(words.nextToken());
                case "judgements" ->
                    judged = new JudgedLine(Long.parseLong(words.nextToken()), LocalDate.parse(words.nextToken()));
                case "file" ->
                    files.add(new StoredFile(words.nextToken(), Long.parseLong(words.nextToken()), words.nextToken()));
                default -> throw new IllegalArgumentException("line \"" + line + "\"");
            }
        }
        return new Manifest(last, slots, portions, edges, clusters, judged, files);
    }
}
