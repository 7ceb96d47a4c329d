package org.fourfold.command.control;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import org.fourfold.command.terminal.Terminal;

/** The command's end of the channel. */
public final class ControlClient {

    private static final int CONNECT_MILLIS_MAX = 2_000;

    private final ControlFile file;

    private ControlClient(ControlFile file) {
        this.file = file;
    }

    /** The node that runs on the home, if one left its file. Whether it still answers shows in {@link #run}. */
    public static Optional<ControlClient> find(Path home) {
        return ControlFile.read(home).map(ControlClient::new);
    }

    /**
     * Has the running node do a command.
     *
     * @param input what the command reads; an empty stream where it reads nothing
     * @return the command's exit number; empty when nobody answers who knows the token, as after a kill
     * @throws IOException when the node went away in the middle
     */
    public Optional<Integer> run(ControlServer.Typed typed, Terminal terminal, InputStream input) throws IOException {
        try (Socket socket = new Socket()) {
            try {
                socket.connect(
                        new InetSocketAddress(InetAddress.getLoopbackAddress(), file.port()), CONNECT_MILLIS_MAX);
            } catch (IOException nobody) {
                return Optional.empty();
            }
            Line line = new Line(socket.getInputStream(), socket.getOutputStream());
            line.send(new Message.Ask(
                    file.token(),
                    typed.arguments(),
                    typed.directory().toString(),
                    typed.language().tag(),
                    terminal.width()));
            Thread sender = Thread.ofPlatform().daemon().name("control-input").start(() -> send(socket, line, input));
            Optional<Integer> code = receive(line, terminal);
            sender.interrupt();
            return code;
        }
    }

    private static void send(Socket socket, Line line, InputStream input) {
        byte[] buffer = new byte[Line.PIECE_BYTES];
        try {
            for (int n = input.read(buffer); n >= 0; n = input.read(buffer)) {
                line.send(Message.Input.of(Arrays.copyOf(buffer, n)));
            }
            line.send(new Message.InputEnd());
        } catch (IOException broken) {
            // Either the node ended the command, and its answer says why; or the file could not be read on, and the
            // node must not take what it has for the whole.
            endSending(socket);
        }
    }

    /** The first answer; empty where none comes: the port is another program's by now, or the token is an older node's. */
    private static Optional<Message> first(Line line) {
        try {
            return line.next();
        } catch (IOException notOurs) {
            return Optional.empty();
        }
    }

    private static void endSending(Socket socket) {
        try {
            socket.shutdownOutput();
        } catch (IOException closed) {
            return;
        }
    }

    private static Optional<Integer> receive(Line line, Terminal terminal) throws IOException {
        Optional<Message> next = first(line);
        if (next.isEmpty()) {
            return Optional.empty();
        }
        while (true) {
            Message message = next.orElseThrow(() -> new IOException("the node went away before the command ended"));
            switch (message) {
                case Message.Line(String text) -> terminal.line(text);
                case Message.Remark(String text) -> terminal.remark(text);
                case Message.Progress(String text) -> terminal.progress(text);
                case Message.Output output -> terminal.bytes().write(output.bytes());
                case Message.Exit(int code) -> {
                    return Optional.of(code);
                }
                case Message.Ask _, Message.Input _, Message.InputEnd _ -> throw new IOException("not an answer");
            }
            next = line.next();
        }
    }
}
