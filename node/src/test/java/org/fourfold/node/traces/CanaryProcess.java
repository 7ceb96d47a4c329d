package org.fourfold.node.traces;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** A {@link CanaryNode} as its test sees it: everything that it says goes into a file. */
final class CanaryProcess implements AutoCloseable {

    private static final int STARTING_SECONDS = 90;
    private static final int PATIENCE_SECONDS = 60;

    private final Process process;
    private final Path said;
    private final CompletableFuture<Integer> port = new CompletableFuture<>();
    private final BlockingQueue<String> dumped = new LinkedBlockingQueue<>();

    private CanaryProcess(Process process, Path said) {
        this.process = process;
        this.said = said;
        Thread.ofPlatform().start(this::listen);
    }

    /** On a prepared home; what it says is written into the file {@code said}. */
    static CanaryProcess start(Path home, Path said) throws IOException {
        Path temporary = Files.createDirectory(said.resolveSibling("temporary"));
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx256m",
                        "-XX:+UseSerialGC",
                        // A dump shows free memory too, as arrays that no program made: the unused end of a thread's
                        // buffer, and gaps left in the old generation. What was there before is told of in the threat
                        // model; here only what was an object is looked at.
                        "-XX:+ZeroTLAB",
                        "-XX:MarkSweepDeadRatio=0",
                        "-XX:TieredStopAtLevel=1",
                        "-Duser.timezone=UTC",
                        "-Djava.io.tmpdir=" + temporary,
                        "--enable-native-access=ALL-UNNAMED",
                        "--sun-misc-unsafe-memory-access=allow",
                        "-cp",
                        System.getProperty("java.class.path"),
                        CanaryNode.class.getName(),
                        home.toString())
                .redirectErrorStream(true)
                .start();
        return new CanaryProcess(process, said);
    }

    /** Waits until it answers. */
    int port() throws InterruptedException {
        try {
            return port.get(STARTING_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException e) {
            throw new AssertionError("the node did not start, see " + said, e);
        }
    }

    /** Has it write its memory into a new file. */
    void dump(Path file) throws IOException, InterruptedException {
        tell(CanaryNode.DUMP + file);
        if (dumped.poll(PATIENCE_SECONDS, TimeUnit.SECONDS) == null) {
            throw new AssertionError("the node did not write its memory, see " + said);
        }
    }

    /** Lets it end by itself. */
    void end() throws IOException, InterruptedException {
        tell("end");
        if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
            throw new AssertionError("the node did not end, see " + said);
        }
    }

    private void tell(String line) throws IOException {
        process.outputWriter().append(line + "\n").flush();
    }

    private void listen() {
        try (BufferedReader lines = process.inputReader();
                var file = Files.newBufferedWriter(said)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                file.write(line);
                file.newLine();
                file.flush();
                if (line.startsWith(CanaryNode.READY)) {
                    port.complete(Integer.parseInt(line.substring(CanaryNode.READY.length())));
                } else if (line.startsWith(CanaryNode.DUMPED)) {
                    dumped.add(line);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            port.completeExceptionally(new IllegalStateException("it ended"));
        }
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
