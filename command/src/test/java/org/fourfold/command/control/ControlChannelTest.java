package org.fourfold.command.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicInteger;
import org.fourfold.command.ExitCode;
import org.fourfold.command.terminal.TerminalOnPaper;
import org.fourfold.node.frame.Language;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A command in one process, its work in another. */
class ControlChannelTest {

    private final SplittableRandom random = new SplittableRandom(4);
    private final AtomicInteger commands = new AtomicInteger();

    @TempDir
    Path home = Path.of("");

    @Test
    void aFileGoesThereAndWordsAndCodeComeBack() throws IOException {
        byte[] file = new byte[3 * Line.PIECE_BYTES + 17];
        random.nextBytes(file);
        try (ControlServer _ = ControlServer.open(home, random, (typed, terminal, input) -> {
            commands.incrementAndGet();
            terminal.line(typed.arguments() + " " + typed.language() + " " + terminal.width());
            terminal.remark("señal");
            write(terminal.bytes(), read(input));
            return ExitCode.REFUSED;
        })) {
            TerminalOnPaper terminal = new TerminalOnPaper(77);
            Optional<Integer> code = client().run(typed("import", "ñ"), terminal, in(file));
            assertThat(code).contains(ExitCode.REFUSED.number());
            assertThat(terminal.lines()).containsExactly("[import, ñ] ES 77");
            assertThat(terminal.remarks()).containsExactly("señal");
            assertThat(terminal.bytesWritten()).isEqualTo(file);
        }
        assertThat(ControlFile.in(home)).doesNotExist();
    }

    @Test
    void theTokenIsItsOwnersAloneAndNewAtEachStart() throws IOException {
        String first;
        try (ControlServer _ = idle()) {
            assertThat(Files.getPosixFilePermissions(ControlFile.in(home)))
                    .isEqualTo(PosixFilePermissions.fromString("rw-------"));
            first = token();
        }
        try (ControlServer _ = idle()) {
            assertThat(token()).hasSize(64).isNotEqualTo(first);
        }
    }

    @Test
    void whoDoesNotKnowTheTokenIsToldNothing() throws IOException {
        try (ControlServer _ = idle()) {
            String ask =
                    "{\"kind\":\"ask\",\"token\":\"%s\",\"arguments\":[\"lock\"],\"directory\":\"/\",\"language\":\"es\",\"width\":80}\n";
            for (String wrong : List.of("", "0".repeat(64), token().toUpperCase(java.util.Locale.ROOT) + "0")) {
                assertThat(answerTo(ask.formatted(wrong))).isEmpty();
            }
            assertThat(answerTo("GET / HTTP/1.1\r\n\r\n")).isEmpty();
            assertThat(answerTo("{\"kind\":\"exit\",\"code\":0}\n")).isEmpty();
            assertThat(commands).hasValue(0);
            assertThat(answerTo(ask.formatted(token()))).contains("\"exit\"");
            assertThat(commands).hasValue(1);
        }
    }

    @Test
    void aFileLeftByAKilledNodeIsAsNone() throws IOException {
        try (ServerSocket silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            ControlFile.make(silent.getLocalPort(), random).write(home);
            Thread another = Thread.ofPlatform().start(() -> {
                try (Socket caller = silent.accept()) {
                    assertThat(caller.getInputStream().read()).isPositive();
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
            assertThat(client().run(typed("lock"), new TerminalOnPaper(80), in(new byte[0])))
                    .as("another program has the port by now")
                    .isEmpty();
            assertThat(another.isDaemon()).isFalse();
        }
        assertThat(client().run(typed("lock"), new TerminalOnPaper(80), in(new byte[0])))
                .as("nobody has the port")
                .isEmpty();
        Files.writeString(ControlFile.in(home), "not a port\nnot a token\n");
        assertThat(ControlClient.find(home)).isEmpty();
    }

    @Test
    void aFileThatBreaksOffIsNotTakenForTheWhole() throws IOException {
        var broken = new java.util.concurrent.CompletableFuture<Boolean>();
        try (ControlServer _ = ControlServer.open(home, random, (typed, terminal, input) -> {
            try {
                broken.complete(input.readAllBytes().length < 0);
            } catch (BrokenOffException e) {
                broken.complete(true);
            } catch (IOException e) {
                broken.complete(false);
            }
            return ExitCode.FAULTS;
        })) {
            InputStream changing = new InputStream() {
                private int left = 100_000;

                @Override
                public int read(byte[] target, int offset, int length) throws IOException {
                    if (left == 0) {
                        throw new IOException("changed meanwhile");
                    }
                    int n = Math.min(left, length);
                    left -= n;
                    return n;
                }

                @Override
                public int read() throws IOException {
                    if (--left < 0) {
                        throw new IOException("changed meanwhile");
                    }
                    return 'x';
                }
            };
            assertThat(client().run(typed("import"), new TerminalOnPaper(80), changing))
                    .contains(ExitCode.FAULTS.number());
        }
        assertThat(broken.join()).isTrue();
    }

    private ControlServer idle() throws IOException {
        return ControlServer.open(home, random, (typed, terminal, input) -> {
            commands.incrementAndGet();
            return ExitCode.DONE;
        });
    }

    private ControlClient client() {
        return ControlClient.find(home).orElseThrow();
    }

    private String token() throws IOException {
        return Files.readAllLines(ControlFile.in(home)).getLast();
    }

    private String answerTo(String sent) throws IOException {
        int port = Integer.parseInt(Files.readAllLines(ControlFile.in(home)).getFirst());
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.getOutputStream().write(sent.getBytes(StandardCharsets.UTF_8));
            socket.shutdownOutput();
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private ControlServer.Typed typed(String... arguments) {
        return new ControlServer.Typed(List.of(arguments), home, Language.ES);
    }

    private static InputStream in(byte[] bytes) {
        return new ByteArrayInputStream(bytes);
    }

    private static byte[] read(InputStream in) {
        try {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void write(java.io.OutputStream out, byte[] bytes) {
        try {
            out.write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
