package org.fourfold.node.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The classes of a folder that was compiled into, loaded and not begun: for who asks them nothing but their annotations. */
final class CompiledClasses {

    private static final String ENDING = ".class";

    private CompiledClasses() {}

    /** All in the folder of one of them that lie in the package or below it. */
    static List<Class<?>> below(String packageName, Class<?> one) {
        try {
            Path root = Path.of(
                    one.getProtectionDomain().getCodeSource().getLocation().toURI());
            try (Stream<Path> files = Files.walk(root.resolve(packageName.replace('.', '/')))) {
                return files.map(file -> root.relativize(file).toString())
                        .filter(name -> name.endsWith(ENDING) && !name.endsWith("-info.class"))
                        .sorted()
                        .<Class<?>>map(name -> load(one, name))
                        .toList();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Class<?> load(Class<?> one, String file) {
        String name = file.substring(0, file.length() - ENDING.length()).replace('/', '.');
        try {
            return Class.forName(name, false, one.getClassLoader());
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }
}
