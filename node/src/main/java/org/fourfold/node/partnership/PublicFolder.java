package org.fourfold.node.partnership;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.stream.Stream;
import org.fourfold.node.frame.Problem;
import org.fourfold.node.frame.ProblemException;

/** Writes files into a folder that is new or empty, all or none. Nothing that was there is ever touched. */
final class PublicFolder {

    private PublicFolder() {}

    static void write(Path folder, SortedMap<String, byte[]> files) {
        Deque<Path> made = new ArrayDeque<>();
        try {
            prepare(folder, made);
            for (Map.Entry<String, byte[]> file : files.entrySet()) {
                Path target = folder.resolve(file.getKey());
                Files.createFile(target);
                made.push(target);
                Files.write(target, file.getValue());
            }
        } catch (IOException e) {
            takeBack(made);
            throw problem("partnership.folder-unwritable", folder);
        }
    }

    private static void prepare(Path folder, Deque<Path> made) throws IOException {
        if (Files.isDirectory(folder)) {
            try (Stream<Path> there = Files.list(folder)) {
                if (there.findAny().isPresent()) {
                    throw problem("partnership.folder-not-empty", folder);
                }
            }
            return;
        }
        if (Files.exists(folder)) {
            throw problem("partnership.folder-not-empty", folder);
        }
        List<Path> missing = new ArrayList<>();
        for (Path up = folder.toAbsolutePath(); up != null && !Files.exists(up); up = up.getParent()) {
            missing.addFirst(up);
        }
        for (Path each : missing) {
            Files.createDirectory(each);
            made.push(each);
        }
    }

    private static void takeBack(Deque<Path> made) {
        for (Path each : made) {
            try {
                Files.deleteIfExists(each);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private static ProblemException problem(String code, Path folder) {
        return new ProblemException(
                new Problem(code, new Problem.Place.File(folder.toString()), Map.of("folder", folder.toString())));
    }
}
