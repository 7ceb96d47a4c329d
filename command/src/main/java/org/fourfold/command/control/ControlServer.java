package org.fourfold.command.control;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.random.RandomGenerator;
import org.fourfold.command.ExitCode;
import org.fourfold.command.terminal.Terminal;
import org.fourfold.node.frame.Language;

/**
 * The running node's end of the channel. Commands run one after the other on threads of their own; who does not know the
 * token is told nothing.
 */
public final class ControlServer implements AutoCloseable {

    /** Connections served at once; further ones wait in the system's queue. */
    static final int CONNECTIONS_MAX = 4;

    /** How long a connection may stay silent before its first message: a command on a busy machine is slow to speak. */
    static final int FIRST_MESSAGE_MILLIS_MAX = 30_000;

    /** Most bytes read and dropped from a client that still sends after its command has ended. */
    private static final long DROPPED_BYTES_MAX = 1L << 32;

    private final Path home;
    private final ServerSocket socket;
    private final ControlFile file;
    private final Handler handler;
    private final Semaphore places = new Semaphore(CONNECTIONS_MAX);
    private final ExecutorService threads = Executors.newCachedThreadPool(
            Thread.ofPlatform().daemon().name("control-", 0).factory());

    private ControlServer(Path home, ServerSocket socket, ControlFile file, Handler handler) {
        this.home = home;
        this.socket = socket;
        this.file = file;
        this.handler = handler;
    }

    /** A command line as somebody typed it, and where. */
    public record Typed(List<String> arguments, Path directory, Language language) {

        public Typed {
            arguments = List.copyOf(arguments);
        }
    }

    /** What runs a command line that came over the channel. */
    @FunctionalInterface
    public interface Handler {
        ExitCode run(Typed typed, Terminal terminal, InputStream input);
    }

    /** Listens, and writes the home's control file. */
    public static ControlServer open(Path home, RandomGenerator random, Handler handler) throws IOException {
        ServerSocket socket = new ServerSocket(0, CONNECTIONS_MAX, InetAddress.getLoopbackAddress());
        ControlFile file = ControlFile.make(socket.getLocalPort(), random);
        file.write(home);
        ControlServer server = new ControlServer(home, socket, file, handler);
        server.threads.execute(server::accept);
        return server;
    }

    @Override
    public void close() throws IOException {
        file.remove(home);
        socket.close();
        threads.shutdownNow();
    }

    private void accept() {
        while (!socket.isClosed()) {
            try {
                places.acquire();
                Socket connection = socket.accept();
                threads.execute(() -> serve(connection));
            } catch (InterruptedException | IOException closed) {
                return;
            }
        }
    }

    private void serve(Socket connection) {
        try (connection) {
            connection.setSoTimeout(FIRST_MESSAGE_MILLIS_MAX);
            Line line = new Line(connection.getInputStream(), connection.getOutputStream());
            Optional<Message> first = line.next();
            if (first.isPresent() && first.get() instanceof Message.Ask ask && file.matches(ask.token())) {
                connection.setSoTimeout(0);
                run(line, ask);
                connection.shutdownOutput();
                drop(connection.getInputStream());
            }
        } catch (IOException gone) {
            // The other end went away: its command has been told nothing more, and there is nobody to tell.
            return;
        } finally {
            places.release();
        }
    }

    private void run(Line line, Message.Ask ask) throws IOException {
        ExitCode code = handler.run(
                new Typed(ask.arguments(), Path.of(ask.directory()), Language.of(ask.language())),
                new FarTerminal(line, ask.width()),
                new FarInput(line));
        line.send(new Message.Exit(code.number()));
    }

    /** Reads what the client still sends: closing over unread bytes would reset the connection and lose our answer. */
    private static void drop(InputStream in) throws IOException {
        byte[] buffer = new byte[Line.PIECE_BYTES];
        long dropped = 0;
        for (int n = in.read(buffer); n >= 0 && dropped < DROPPED_BYTES_MAX; n = in.read(buffer)) {
            dropped += n;
        }
    }

    /** The file that the client sends, as a stream. */
    private static final class FarInput extends InputStream {

        private final Line line;
        private byte[] piece = new byte[0];
        private int at;
        private boolean ended;

        FarInput(Line line) {
            this.line = line;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] target, int offset, int length) throws IOException {
            while (at == piece.length) {
                if (ended) {
                    return -1;
                }
                Optional<Message> next = line.next();
                if (next.isEmpty()) {
                    throw new BrokenOffException();
                }
                switch (next.get()) {
                    case Message.Input input -> {
                        piece = input.bytes();
                        at = 0;
                    }
                    case Message.InputEnd() -> ended = true;
                    case Message.Ask _,
                            Message.Line _,
                            Message.Remark _,
                            Message.Progress _,
                            Message.Output _,
                            Message.Exit _ -> throw new IOException("not a piece of a file");
                }
            }
            int n = Math.min(length, piece.length - at);
            System.arraycopy(piece, at, target, offset, n);
            at += n;
            return n;
        }
    }

    /** The client's terminal, seen from the node. */
    private record FarTerminal(Line line, int width) implements Terminal {

        @Override
        public void line(String text) {
            send(new Message.Line(text));
        }

        @Override
        public void remark(String text) {
            send(new Message.Remark(text));
        }

        @Override
        public void progress(String text) {
            send(new Message.Progress(text));
        }

        @Override
        public OutputStream bytes() {
            return new OutputStream() {
                @Override
                public void write(int b) {
                    write(new byte[] {(byte) b}, 0, 1);
                }

                @Override
                public void write(byte[] source, int offset, int length) {
                    for (int at = offset; at < offset + length; at += Line.PIECE_BYTES) {
                        int end = Math.min(at + Line.PIECE_BYTES, offset + length);
                        send(Message.Output.of(Arrays.copyOfRange(source, at, end)));
                    }
                }
            };
        }

        @Override
        public Optional<char[]> secret(String prompt) {
            return Optional.empty();
        }

        private void send(Message message) {
            try {
                line.send(message);
            } catch (IOException gone) {
                throw new java.io.UncheckedIOException("nobody listens any more", gone);
            }
        }
    }
}
