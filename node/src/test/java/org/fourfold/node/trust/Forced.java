package org.fourfold.node.trust;

import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;

/**
 * What a disk has and what it only seems to have. Bytes last once their file was forced after the last write, a name once
 * its folder was. Where forcing failed the system may have dropped them and call them clean: forcing once more proves
 * nothing, only writing anew does ("fsyncgate", PostgreSQL 2018).
 */
final class Forced {

    private final Set<Path> bytes = new TreeSet<>();
    private final Set<Path> names = new TreeSet<>();
    private final Set<Path> lostBytes = new TreeSet<>();
    private final Set<Path> lostNames = new TreeSet<>();

    /** A file was opened to be written from its beginning. */
    void made(Path file) {
        lostBytes.remove(file);
    }

    void written(Path file) {
        bytes.add(file);
    }

    void named(Path file) {
        lostNames.remove(file);
        names.add(file);
    }

    void moved(Path from, Path to) {
        gone(to);
        if (bytes.remove(from)) {
            bytes.add(to);
        }
        if (lostBytes.remove(from)) {
            lostBytes.add(to);
        }
        gone(from);
        named(to);
    }

    void gone(Path file) {
        bytes.remove(file);
        names.remove(file);
        lostBytes.remove(file);
        lostNames.remove(file);
    }

    void forced(Path fileOrFolder) {
        bytes.remove(fileOrFolder);
        names.removeIf(name -> fileOrFolder.equals(name.getParent()));
    }

    void failed(Path fileOrFolder) {
        if (bytes.remove(fileOrFolder)) {
            lostBytes.add(fileOrFolder);
        }
        names.stream().filter(name -> fileOrFolder.equals(name.getParent())).forEach(lostNames::add);
        names.removeAll(lostNames);
    }

    /** What a power cut now might take. */
    Set<Path> inDoubt() {
        Set<Path> all = new TreeSet<>(bytes);
        all.addAll(names);
        all.addAll(lostBytes);
        all.addAll(lostNames);
        return all;
    }
}
