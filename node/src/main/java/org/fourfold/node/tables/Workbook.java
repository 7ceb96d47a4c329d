package org.fourfold.node.tables;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import javax.xml.stream.XMLStreamConstants;
import org.fourfold.node.frame.Problem;
import org.fourfold.node.frame.ProblemException;
import org.fourfold.node.tables.Sheet.Visibility;

/**
 * A workbook (XLSX, also XLSM; ECMA-376). Only the parts that hold cells are opened: macros, links, pictures and what else
 * lies in it are never unpacked.
 */
public final class Workbook implements TableFile {

    private static final int BUFFER_BYTES = 1 << 16;
    private static final int END_BYTES = 22;
    private static final int COMMENT_BYTES_MAX = 0xFFFF;
    private static final int END_MARK = 0x06054B50;
    private static final long UNSIGNED_INT = 0xFFFF_FFFFL;

    /** A sheet and the part that holds its cells. */
    private record Place(Sheet sheet, String part) {}

    private final ZipFile zip;
    private final long packed;
    private final AtomicLong unpacked = new AtomicLong();
    private final List<Place> places = new ArrayList<>();
    private final List<Problem> notes = new ArrayList<>();
    private final String main;
    private final boolean macros;
    private final SharedStrings strings;
    private final CellStyles styles;
    private Numbers numbers = new Numbers(false);

    private Workbook(ZipFile zip, long packed) throws IOException {
        this.zip = zip;
        this.packed = packed;
        this.main = mainPart();
        Map<String, Relation> relations = relations(main);
        readMain(main, relations);
        this.macros = zip.stream().anyMatch(entry -> entry.getName().endsWith("vbaProject.bin"));
        this.strings = of(relations, "sharedStrings").isPresent()
                ? SharedStrings.read(
                        part(of(relations, "sharedStrings").orElseThrow().target()))
                : SharedStrings.NONE;
        this.styles = of(relations, "styles").isPresent()
                ? CellStyles.read(part(of(relations, "styles").orElseThrow().target()))
                : CellStyles.NONE;
        note(relations);
    }

    static Workbook open(Path path) throws IOException {
        requireModestList(path);
        ZipFile zip = null;
        try {
            zip = new ZipFile(path.toFile());
            return new Workbook(zip, path.toFile().length());
        } catch (ZipException e) {
            close(zip);
            boolean locked = String.valueOf(e.getMessage()).contains("encrypt");
            throw new ProblemException(Problem.of(locked ? "tables.password" : "tables.damaged"));
        } catch (EOFException e) {
            close(zip);
            throw new ProblemException(Problem.of("tables.cut-short"));
        } catch (IOException | RuntimeException e) {
            close(zip);
            throw e;
        }
    }

    private static void close(@org.jspecify.annotations.Nullable ZipFile zip) throws IOException {
        if (zip != null) {
            zip.close();
        }
    }

    /** The list of parts is taken into memory whole: a long one is refused before. */
    private static void requireModestList(Path path) throws IOException {
        try (FileChannel file = FileChannel.open(path)) {
            int length = (int) Math.min(file.size(), END_BYTES + COMMENT_BYTES_MAX);
            ByteBuffer end = ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
            long from = file.size() - length;
            while (end.hasRemaining() && file.read(end, from + end.position()) >= 0) {
                assert end.position() <= length;
            }
            for (int at = end.position() - END_BYTES; at >= 0; at--) {
                if (end.getInt(at) == END_MARK) {
                    int parts = Short.toUnsignedInt(end.getShort(at + 10));
                    long bytes = end.getInt(at + 12) & UNSIGNED_INT;
                    if (parts > TableLimits.PARTS_MAX || bytes > TableLimits.PARTS_LIST_BYTES_MAX) {
                        throw new ProblemException(Problem.of("tables.swells"));
                    }
                    return;
                }
            }
            throw new ProblemException(Problem.of("tables.cut-short"));
        }
    }

    /** What a part points to. */
    private record Relation(String kind, String target, boolean external) {}

    private String mainPart() throws IOException {
        if (zip.getEntry("_rels/.rels") == null) {
            String code = zip.getEntry("content.xml") != null ? "tables.open-document" : "tables.zip-not-workbook";
            throw new ProblemException(Problem.of(code));
        }
        String main = of(relations(""), "officeDocument").map(Relation::target).orElse("");
        if (main.endsWith(".bin")) {
            throw new ProblemException(Problem.of("tables.binary-workbook"));
        }
        if (!main.toLowerCase(Locale.ROOT).contains("workbook")) {
            throw new ProblemException(Problem.of("tables.zip-not-workbook"));
        }
        return main;
    }

    private static Optional<Relation> of(Map<String, Relation> relations, String kind) {
        return relations.values().stream()
                .filter(one -> one.kind().equals(kind) && !one.external())
                .findFirst();
    }

    /** By id; kinds without their namespace, targets as names of parts. */
    private Map<String, Relation> relations(String of) throws IOException {
        int folder = of.lastIndexOf('/') + 1;
        String name = of.substring(0, folder) + "_rels/" + of.substring(folder) + ".rels";
        Map<String, Relation> relations = new HashMap<>();
        try (XmlPart part = part(name)) {
            while (part.hasNext()) {
                if (part.next() == XMLStreamConstants.START_ELEMENT
                        && part.name().equals("Relationship")) {
                    String kind = part.attribute("Type").orElse("");
                    String target = part.attribute("Target").orElse("");
                    boolean external = part.attribute("TargetMode").orElse("").equals("External");
                    relations.put(
                            part.attribute("Id").orElse(""),
                            new Relation(
                                    kind.substring(kind.lastIndexOf('/') + 1),
                                    external ? "" : absolute(of.substring(0, folder), target),
                                    external));
                    if (relations.size() > TableLimits.PARTS_MAX) {
                        throw new ProblemException(Problem.of("tables.damaged"));
                    }
                }
            }
        }
        return relations;
    }

    private static String absolute(String folder, String target) {
        String whole = target.startsWith("/") ? target.substring(1) : folder + target;
        return Path.of("/").resolve(whole).normalize().toString().substring(1);
    }

    private void readMain(String main, Map<String, Relation> relations) throws IOException {
        try (XmlPart part = part(main)) {
            while (part.hasNext()) {
                if (part.next() == XMLStreamConstants.START_ELEMENT) {
                    switch (part.name()) {
                        case "workbookPr" -> numbers = new Numbers(part.isTrue("date1904"));
                        case "sheet" -> addSheet(part, relations);
                        default -> {}
                    }
                }
            }
        }
        if (places.isEmpty()) {
            throw new ProblemException(Problem.of("tables.no-sheet"));
        }
    }

    private void addSheet(XmlPart part, Map<String, Relation> relations) {
        // A sheet that holds a chart or an old dialogue has no cells.
        Relation relation = relations.get(part.attribute("id").orElse(""));
        if (relation == null || !relation.kind().equals("worksheet")) {
            return;
        }
        Visibility visibility = switch (part.attribute("state").orElse("visible")) {
            case "hidden" -> Visibility.HIDDEN;
            case "veryHidden" -> Visibility.VERY_HIDDEN;
            default -> Visibility.VISIBLE;
        };
        places.add(new Place(new Sheet(part.attribute("name").orElse(""), visibility), relation.target()));
        if (places.size() > TableLimits.SHEETS_MAX) {
            throw new ProblemException(
                    Problem.of("tables.too-many-sheets").with("max", Integer.toString(TableLimits.SHEETS_MAX)));
        }
    }

    private void note(Map<String, Relation> relations) {
        if (macros) {
            notes.add(Problem.of("tables.macros-not-run"));
        }
        if (relations.values().stream().anyMatch(one -> one.kind().equals("externalLink"))) {
            notes.add(Problem.of("tables.links-not-followed"));
        }
        long hidden = places.stream().filter(place -> place.sheet().isHidden()).count();
        if (hidden > 0) {
            notes.add(Problem.of("tables.hidden-sheets").with("count", Long.toString(hidden)));
        }
    }

    private XmlPart part(String name) throws IOException {
        ZipEntry entry = zip.getEntry(name);
        if (entry == null) {
            throw new ProblemException(Problem.of("tables.damaged"));
        }
        return new XmlPart(stream(entry));
    }

    /** The part that names the sheets. */
    String main() {
        return main;
    }

    /** The part that holds the cells of a sheet. */
    String partOf(int sheet) {
        return places.get(sheet).part();
    }

    /** Every part with what it is packed as; each is read through {@link #stream}. */
    List<ZipEntry> parts() {
        return zip.stream().map(ZipEntry.class::cast).toList();
    }

    /** A part as it is, unpacked no further than the limits. */
    InputStream stream(ZipEntry entry) throws IOException {
        InputStream stream = new BufferedInputStream(zip.getInputStream(entry), BUFFER_BYTES);
        return new CountedStream(stream, unpacked, now -> Swelling.refuse(now, packed));
    }

    @Override
    public String description() {
        return macros ? "XLSM" : "XLSX";
    }

    @Override
    public List<Sheet> sheets() {
        return places.stream().map(Place::sheet).toList();
    }

    @Override
    public List<Problem> notes() {
        return List.copyOf(notes);
    }

    @Override
    public SheetFacts read(int sheet, RowListener listener) throws IOException {
        // Each reading unpacks anew: it is the one reading that must not swell.
        unpacked.set(0);
        try (XmlPart part = part(places.get(sheet).part())) {
            return new SheetReader(part, strings, styles, numbers).read(listener);
        } catch (ZipException e) {
            throw new ProblemException(Problem.of("tables.damaged"));
        } catch (EOFException e) {
            throw new ProblemException(Problem.of("tables.cut-short"));
        }
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }
}
