package org.fourfold.command.link;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.fourfold.linkage.table.CsvTable;
import org.fourfold.linkage.table.TableFaults;
import org.fourfold.linkage.table.TableProblem;
import org.fourfold.node.frame.Problem;
import org.fourfold.node.frame.ProblemException;

/**
 * One table that is linked.
 *
 * @param name who wrote its records where no column says it: the file's name without its ending, or the path as typed where two
 *     files have the same
 */
record InputTable(Path file, String name, Kind kind) {

    /** Told by the first bytes, not by the name. */
    enum Kind {
        CSV,
        PARQUET
    }

    private static final int BEGINNING = 4;

    /** The files that were named, each once. */
    static List<InputTable> of(List<Path> typed, UnaryOperator<Path> resolve) {
        Map<String, Integer> stems = new HashMap<>();
        typed.forEach(path -> stems.merge(stem(path), 1, Integer::sum));
        Set<Path> seen = new HashSet<>();
        List<InputTable> tables = new ArrayList<>();
        List<Problem> problems = new ArrayList<>();
        for (Path path : typed) {
            Path file = resolve.apply(path);
            try {
                if (!Files.isRegularFile(file)) {
                    problems.add(fault("command.file-unreadable", file));
                } else if (!seen.add(file.toRealPath())) {
                    problems.add(fault("command.link-file-twice", file));
                } else {
                    String name = stems.getOrDefault(stem(path), 0) > 1 ? path.toString() : stem(path);
                    tables.add(new InputTable(file, name, kind(file)));
                }
            } catch (IOException e) {
                problems.add(fault("command.file-unreadable", file));
            } catch (ProblemException e) {
                problems.addAll(e.problems());
            }
        }
        if (!problems.isEmpty()) {
            throw new ProblemException(problems);
        }
        return tables;
    }

    private static String stem(Path path) {
        String name = String.valueOf(path.getFileName());
        int dot = name.lastIndexOf('.');
        return dot > 0 ? name.substring(0, dot) : name;
    }

    private static Kind kind(Path file) throws IOException {
        byte[] first = new byte[BEGINNING];
        int read;
        try (InputStream in = Files.newInputStream(file)) {
            read = in.readNBytes(first, 0, BEGINNING);
        }
        String letters = new String(first, 0, read, StandardCharsets.ISO_8859_1);
        if (letters.equals("PAR1")) {
            return Kind.PARQUET;
        }
        boolean sheetOrArchive =
                letters.startsWith("PK") || letters.startsWith("\u001f\u008b") || letters.startsWith("BZh");
        boolean wide =
                letters.startsWith("\u00ff\u00fe") || letters.startsWith("\u00fe\u00ff") || letters.indexOf(0) >= 0;
        if (sheetOrArchive || wide) {
            throw new ProblemException(fault("command.link-kind", file));
        }
        return Kind.CSV;
    }

    /** The names of its columns. */
    List<String> columns() throws IOException {
        return switch (kind) {
            case CSV -> {
                try (CsvTable table = CsvTable.open(file)) {
                    yield table.columns();
                } catch (TableProblem e) {
                    throw unreadable(e);
                }
            }
            case PARQUET -> {
                try (ParquetFile parquet = ParquetFile.open(file)) {
                    yield List.copyOf(parquet.columns().keySet());
                }
            }
        };
    }

    /** Takes the rows. */
    @FunctionalInterface
    interface Reader {
        void read(CsvTable table) throws IOException;
    }

    /**
     * What was read.
     *
     * @param sha256 of the file's bytes, in hexadecimal
     */
    record Taken(String sha256, TableFaults faults) {}

    /** Lets the reader have the rows; the file is hashed on the way. */
    Taken read(WantedColumns wanted, Reader reader) throws IOException {
        MessageDigest digest = sha256();
        TableFaults faults = switch (kind) {
            case CSV ->
                read(
                        CsvTable.of(
                                String.valueOf(file.getFileName()),
                                new DigestInputStream(Files.newInputStream(file), digest)),
                        reader);
            case PARQUET -> {
                try (InputStream in = new DigestInputStream(Files.newInputStream(file), digest)) {
                    long _ = in.transferTo(OutputStream.nullOutputStream());
                }
                try (ParquetFile parquet = ParquetFile.open(file)) {
                    yield read(CsvTable.of(name, parquet.rows(wanted)), reader);
                }
            }
        };
        return new Taken(hexadecimal(digest.digest()), faults);
    }

    /** The file as others can read it in parts: itself if it is CSV, else its rows as CSV, written into the folder. */
    Path plain(WantedColumns wanted, Path folder, int number) throws IOException {
        return switch (kind) {
            case CSV -> file;
            case PARQUET -> {
                Path written = folder.resolve("table-" + number + ".csv");
                try (ParquetFile parquet = ParquetFile.open(file);
                        InputStream rows = parquet.rows(wanted)) {
                    long _ = Files.copy(rows, written);
                }
                yield written;
            }
        };
    }

    private TableFaults read(CsvTable opened, Reader reader) throws IOException {
        try (CsvTable table = opened) {
            reader.read(table);
            return table.faults();
        } catch (TableProblem e) {
            throw unreadable(e);
        }
    }

    static String hexadecimal(byte[] digest) {
        return HexFormat.of().formatHex(digest);
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private ProblemException unreadable(TableProblem problem) {
        return new ProblemException(EngineFaults.of(problem, new Problem.Place.File(file.toString())));
    }

    static Problem fault(String code, Path file) {
        return new Problem(code, new Problem.Place.File(file.toString()), Map.of("file", file.toString()));
    }
}
