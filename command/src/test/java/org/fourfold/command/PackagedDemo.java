package org.fourfold.command;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The packaged program in a process of its own, with a demonstration in it. */
final class PackagedDemo {

    private static final Path APP = Path.of("target", "app", "fourfold.jar");
    private static final Pattern ADDRESS = Pattern.compile("http://localhost:(\\d+)/");
    private static final long PATIENCE_SECONDS = 120;

    private final Process process;
    private final List<String> told;
    private final int port;

    private PackagedDemo(Process process, List<String> told, int port) {
        this.process = process;
        this.told = told;
        this.port = port;
    }

    /** A process with these arguments. Its remarks go to the file. */
    static Process launch(Path remarks, String... arguments) throws IOException {
        return program(arguments).redirectError(remarks.toFile()).start();
    }

    /** The program with these arguments, under a locale that knows no accents. */
    static ProcessBuilder program(String... arguments) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx128m",
                "-XX:+UseSerialGC",
                "-Duser.timezone=UTC",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-jar",
                APP.toString()));
        command.addAll(Arrays.asList(arguments));
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().keySet().removeIf(name -> name.startsWith("FOURFOLD_") || name.equals("DISPLAY"));
        builder.environment().put("LC_ALL", "C");
        builder.environment().put("FOURFOLD_LANGUAGE", "es");
        return builder;
    }

    /** Starts a demonstration and waits until it has told its address and how to stop it. */
    static PackagedDemo start(Path home) throws IOException {
        Path remarks = home.resolveSibling("remarks");
        Process process = launch(remarks, "demo", "--no-browser", "--port", "0", "--home", home.toString());
        BufferedReader output = process.inputReader(StandardCharsets.UTF_8);
        List<String> told = new ArrayList<>();
        int port = 0;
        for (String line = output.readLine(); line != null; line = output.readLine()) {
            told.add(line);
            Matcher address = ADDRESS.matcher(line);
            if (address.find()) {
                port = Integer.parseInt(address.group(1));
            } else if (port > 0) {
                return new PackagedDemo(process, told, port);
            }
        }
        throw new AssertionError("it ended before it told its address: " + told + Files.readString(remarks));
    }

    /** What stood on the terminal until it was ready. */
    List<String> told() {
        return List.copyOf(told);
    }

    int port() {
        return port;
    }

    /** Every process of this node: the program, PostgreSQL and its children. */
    List<ProcessHandle> processes() {
        List<ProcessHandle> all = new ArrayList<>(List.of(process.toHandle()));
        process.descendants().forEach(all::add);
        return all;
    }

    /** Asks it to stop, as the system does, and returns its exit code. */
    int stop() {
        // Process.destroy is SIGTERM.
        process.destroy();
        return ended(process);
    }

    static int ended(Process process) {
        try {
            if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new AssertionError("still there after " + PATIENCE_SECONDS + " s");
            }
            return process.exitValue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new UncheckedIOException(new IOException(e));
        }
    }
}
