package org.fourfold.node.ground;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;

/** A {@link NodeProcess} as its test sees it: what it found and acknowledged, what it said, and how to kill it. */
public final class NodeHandle implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration PAUSE = Duration.ofMillis(5);

    private final Process process;
    private final Thread reader;
    private final Set<String> acknowledged = ConcurrentHashMap.newKeySet();
    private final Set<String> kept = ConcurrentHashMap.newKeySet();
    private final List<String> said = new CopyOnWriteArrayList<>();

    private NodeHandle(Process process) {
        this.process = process;
        this.reader = Thread.ofPlatform().start(this::read);
    }

    static NodeHandle start(Path home, String round, int writers) throws IOException {
        return start(List.of(), System.getProperty("java.class.path"), home, round, writers);
    }

    /** Of another program that runs a node's process, with the arguments that it takes. */
    public static NodeHandle start(Class<?> program, List<String> arguments) throws IOException {
        return start(List.of(), System.getProperty("java.class.path"), program, arguments);
    }

    /** With a command in front, such as one that changes the user. */
    static NodeHandle start(List<String> before, String classPath, Path home, String round, int writers)
            throws IOException {
        return start(before, classPath, NodeProcess.class, List.of(home.toString(), round, Integer.toString(writers)));
    }

    private static NodeHandle start(List<String> before, String classPath, Class<?> program, List<String> arguments)
            throws IOException {
        List<String> command = new ArrayList<>(before);
        command.addAll(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx128m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                classPath,
                program.getName()));
        command.addAll(arguments);
        return new NodeHandle(
                new ProcessBuilder(command).redirectErrorStream(true).start());
    }

    private void read() {
        try (BufferedReader lines = process.inputReader()) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.startsWith(NodeProcess.ACKNOWLEDGED)) {
                    acknowledged.add(line.substring(NodeProcess.ACKNOWLEDGED.length()));
                } else if (line.startsWith(NodeProcess.KEPT)) {
                    kept.add(line.substring(NodeProcess.KEPT.length()));
                } else if (said.size() < 1_000 && !said.contains(line)) {
                    said.add(line);
                }
            }
        } catch (IOException e) {
            said.add("unreadable");
        }
    }

    public Set<String> acknowledged() {
        return acknowledged;
    }

    /** What an earlier node had written and this one found. */
    public Set<String> kept() {
        return kept;
    }

    /** Everything else that it said, each line once. */
    public List<String> said() {
        return said;
    }

    public void awaitSaid(String start) {
        boolean heard = Waiting.until(
                () -> said.stream().anyMatch(line -> line.startsWith(start)) || !reader.isAlive(), PATIENCE, PAUSE);
        if (!heard || said.stream().noneMatch(line -> line.startsWith(start))) {
            throw new AssertionError("not heard: " + start + ", but " + said);
        }
    }

    /** Waits until this many more writes were acknowledged. */
    public void awaitMore(int writes) {
        int before = acknowledged.size();
        if (!Waiting.until(() -> acknowledged.size() >= before + writes, PATIENCE, PAUSE)) {
            throw new AssertionError("only " + (acknowledged.size() - before) + " writes, and " + said);
        }
    }

    /** As the power cut would: no goodbye. What had been said before is read to its end. */
    public void kill() throws InterruptedException {
        process.destroyForcibly();
        end();
    }

    /** As the system asks: SIGTERM. */
    void stop() throws InterruptedException {
        process.destroy();
        end();
    }

    int end() throws InterruptedException {
        if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
            throw new AssertionError("the node does not end: " + said);
        }
        reader.join(PATIENCE);
        return process.exitValue();
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
