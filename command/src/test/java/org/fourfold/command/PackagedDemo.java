package org.fourfold.command;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The packaged program in a process of its own, with a demonstration of two nodes in it. */
final class PackagedDemo {

    private static final Path APP = Path.of("target", "app", "fourfold.jar");
    private static final Pattern ADDRESS = Pattern.compile("http://localhost:(\\d+)/ ");
    private static final Pattern MEMBER = Pattern.compile("([a-z]+) +([a-z]+(?:-[a-z]+){3}-\\d\\d) .*");
    private static final long PATIENCE_SECONDS = 120;

    private final Process process;
    private final List<String> told;
    private final List<Integer> ports;

    private PackagedDemo(Process process, List<String> told, List<Integer> ports) {
        this.process = process;
        this.told = told;
        this.ports = ports;
    }

    /** A process with these arguments. Its remarks go to the file. */
    static Process launch(Path remarks, String... arguments) throws IOException {
        return program(arguments).redirectError(remarks.toFile()).start();
    }

    /** The program with these arguments, under a locale that knows no accents. */
    static ProcessBuilder program(String... arguments) {
        return program(List.of(), arguments);
    }

    private static ProcessBuilder program(List<String> options, String... arguments) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx128m",
                "-XX:+UseSerialGC",
                // These processes live for seconds: quick code rather than the best.
                "-XX:TieredStopAtLevel=1",
                "-Duser.timezone=UTC",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow"));
        command.addAll(options);
        command.addAll(List.of("-jar", APP.toString()));
        command.addAll(Arrays.asList(arguments));
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().keySet().removeIf(name -> name.startsWith("FOURFOLD_") || name.equals("DISPLAY"));
        builder.environment().put("LC_ALL", "C");
        builder.environment().put("FOURFOLD_LANGUAGE", "es");
        return builder;
    }

    /** Starts a demonstration and waits until both nodes have told their addresses. */
    static PackagedDemo start(Path home) throws IOException {
        Path remarks = home.resolveSibling("remarks");
        // What a killed program leaves among the temporary files must go with the test.
        Path temporary = Files.createDirectories(home.resolveSibling("temporary"));
        Process process = program(
                        List.of("-Djava.io.tmpdir=" + temporary),
                        "demo",
                        "--no-browser",
                        "--port",
                        "0",
                        "--home",
                        home.toString())
                .redirectError(remarks.toFile())
                .start();
        BufferedReader output = process.inputReader(StandardCharsets.UTF_8);
        List<String> told = new ArrayList<>();
        List<Integer> ports = new ArrayList<>();
        for (String line = output.readLine(); line != null; line = output.readLine()) {
            told.add(line);
            Matcher address = ADDRESS.matcher(line);
            if (address.find()) {
                ports.add(Integer.parseInt(address.group(1)));
            }
            if (ports.size() == 2) {
                return new PackagedDemo(process, told, ports);
            }
        }
        throw new AssertionError("it ended before it told its addresses: " + told + Files.readString(remarks));
    }

    /** What stood on the terminal until it was ready. */
    List<String> told() {
        return List.copyOf(told);
    }

    /** The members' passwords by their names, if this start told them. */
    Map<String, String> passwords() {
        Map<String, String> passwords = new HashMap<>();
        told.stream()
                .map(MEMBER::matcher)
                .filter(Matcher::matches)
                .forEach(member -> passwords.put(member.group(1), member.group(2)));
        return passwords;
    }

    String passwordOf(String member) {
        return Objects.requireNonNull(passwords().get(member), member);
    }

    /** Where the shelter answers. */
    int port() {
        return ports.getFirst();
    }

    /** Where the unit answers. */
    int unitPort() {
        return ports.getLast();
    }

    /** Every process of both nodes: the programs, their PostgreSQL and its children. */
    List<ProcessHandle> processes() {
        List<ProcessHandle> all = new ArrayList<>(List.of(process.toHandle()));
        process.descendants().forEach(all::add);
        return all;
    }

    /** The second node's program and PostgreSQL. */
    List<ProcessHandle> unitProcesses() {
        ProcessHandle unit = process.children()
                .filter(child -> child.info().command().orElse("").endsWith("java"))
                .findFirst()
                .orElseThrow();
        List<ProcessHandle> all = new ArrayList<>(List.of(unit));
        unit.descendants().forEach(all::add);
        return all;
    }

    /** Ends the first node's program as a failing machine does: nothing of it is asked or told. */
    void kill() {
        process.destroyForcibly();
        int code = ended(process);
        assert code != 0;
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
