package org.fourfold.node.traces;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.fourfold.node.access.WebVisitor;

/** All that a visitor tells, and all the ways in which a visitor makes the node fail. */
final class Visit implements AutoCloseable {

    private static final int FORM_TOO_LARGE = 2_200_000;
    private static final String NAME = "Qzkanari Tzoc Ajú";
    private static final String NUMBER = "+502 " + Canary.NUMBER.mark();

    private final int port;
    final WebVisitor visitor;
    final StringBuilder raw = new StringBuilder();

    Visit(int port) {
        this.port = port;
        this.visitor = new WebVisitor(port);
    }

    void tellEverything() throws IOException {
        visitor.open("/files/qzvisita?typed=qzvisita");
        visitor.signIn("qzkanari.clara", CanaryNode.PASSWORD);
        visitor.signIn("clara", "qzkanari password");
        visitor.send(
                "/sign-in/code", "/sign-in/code", Map.of("name", "qzkanari", "code", "qzkanari", "new-password", "x"));
        visitor.forgetCookies();
        signIn("clara");
        String file = openFile();
        writeNotes(file);
        search();
        fail(file);
        visitor.send(file + "/close", file + "/close", Map.of("closing-reason", "other", "closing-words", NAME));
        visitor.forgetCookies();
        signIn("berta");
        search();
        visitor.open(file);
        visitor.send(file + "/emergency", file + "/emergency", Map.of("reason", NAME + " lies unconscious"));
        visitor.open(file);
        visitor.forgetCookies();
        signIn("ana");
        upload();
        visitor.forgetCookies();
        signIn("amparo");
        members();
        malformed();
    }

    private void signIn(String name) {
        assertThat(WebVisitor.location(visitor.signIn(name, CanaryNode.PASSWORD)))
                .doesNotContain("refused");
    }

    private String openFile() {
        String first = WebVisitor.location(visitor.send("/files", "/files/new", Map.of()));
        String base = first.substring(0, first.lastIndexOf('/') + 1);
        ask(base + "rights", Map.of("rights-language", "mam"));
        ask(base + "safe", Map.of("safe-now", "no", "safe-why", NAME + " waits outside"));
        ask(base + "needs", Map.of("needs-tonight", "bed", "needs-other", NAME));
        ask(base + "name", Map.of("name", NAME, "other-names", "la Qzkanari"));
        ask(base + "name", Map.of("name", "Qzkanari ".repeat(400)));
        ask(base + "languages", Map.of("language-other", NAME));
        ask(base + "contact", Map.of("contact-how", NUMBER, "contact-never", NAME, "contact-word", "qzkanari"));
        visitor.send(base + "name", base + "name/draft", Map.of("name", NAME));
        String file = WebVisitor.location(visitor.send(base + "check", base + "check", Map.of()));
        visitor.open(file);
        visitor.open(file + "/print");
        visitor.open("/files");
        visitor.open("/");
        return file;
    }

    private void ask(String path, Map<String, String> answers) {
        visitor.send(path, path, answers);
    }

    private void writeNotes(String file) {
        String note = WebVisitor.location(visitor.send(file, file + "/notes", Map.of()));
        visitor.send(note, note + "/draft", Map.of("base", "0", "text", NAME + " half a"));
        visitor.send(note, note, Map.of("base", "0", "text", NAME + " told " + NUMBER));
        visitor.send(note, note, Map.of("base", "0", "text", NAME + " told otherwise"));
        visitor.send(note, note, Map.of("base", "qzkanari", "text", NAME));
        visitor.send(note, note, Map.of("base", "0", "text", "qzkanari ".repeat(10_000)));
    }

    private void search() {
        for (String words : List.of(NAME, "Kzkanari Qzkanary", NUMBER, "qzkanari".repeat(60), "qzkanari\u0000")) {
            visitor.send("/files", "/files/search", Map.of("typed", words));
        }
    }

    private void fail(String file) {
        visitor.open("/files/qzvisita");
        visitor.open("/qzvisita/qzvisita");
        visitor.open("/files?after=qzvisita&state=qzvisita");
        visitor.post("/files/search", Map.of("typed", NAME));
        visitor.send("/files", file + "/emergency", Map.of("reason", "qzkanari"));
        visitor.send("/files", file + "/close", Map.of("closing-words", NAME));
        visitor.send("/files", file + "/erase", Map.of("sure", NAME));
        visitor.send("/files", file + "/answers/qzvisita", Map.of("name", NAME));
        visitor.send("/files", "/files/search", Map.of("typed", "qzkanari".repeat(FORM_TOO_LARGE / 8)));
    }

    private void upload() {
        String heading = "month,cve,state,crime,victims\n";
        String good = heading + "2026-01,28,Tamaulipas,Qzplanilla,3\n2026-02,99,Qzplanilla,Qzplanilla,qzplanilla\n";
        for (String content : List.of(good, heading + "2026-01,28,Qzplanilla", "Qzplanilla;Qzplanilla\n1;2\n")) {
            visitor.upload(
                    "/map/import", "/map/import", Map.of("form-key", ""), "Qzplanilla de Qzplanilla.csv", content);
        }
        visitor.upload("/map/import", "/map/import", Map.of(), "Qzplanilla.csv", good);
        visitor.open("/map/imports");
        visitor.answers().stream()
                .map(WebVisitor::location)
                .filter(location -> location.startsWith("/map/imports/"))
                .collect(Collectors.toSet())
                .forEach(visitor::open);
        visitor.open("/map?place=qzvisita&from=qzvisita&kind=qzvisita");
    }

    private void members() {
        Map<String, String> form = Map.of("member-name", "Qzplanilla", "sign-in-name", "qzplanilla");
        Map<String, String> whole = new HashMap<>(form);
        whole.put("member-language", "es");
        visitor.send("/members/new", "/members/new", form);
        visitor.send("/members/new", "/members/new", whole);
        visitor.send("/members/new", "/members/new", whole);
        whole.put("sign-in-name", "Qzkanari Qzkanari");
        visitor.send("/members/new", "/members/new", whole);
        whole.put("sign-in-name", "other");
        whole.put("member-name", "qzkanari\u0000");
        visitor.send("/members/new", "/members/new", whole);
        visitor.send("/members", "/members/devices/revoke", Map.of("id", "qzkanari"));
    }

    /** What no browser would send: the server's own parser refuses it, before any of our code is asked. */
    private void malformed() throws IOException {
        String host = " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n";
        sendRaw("GET /files/qzkanari{|}^" + host + "\r\n");
        sendRaw("GET /files?typed=%qzkanari&qzkanari=%zz" + host + "\r\n");
        sendRaw("QZKANARI{ /" + host + "\r\n");
        sendRaw("GET / HTTP/qzkanari\r\n\r\n");
        sendRaw("GET /sign-in" + host + "Cookie: session-0=\"qzkanari\u0001; qzkanari=(\r\nQzkanari Header: x\r\n\r\n");
        sendRaw("GET /sign-in" + host + "X-Long: " + "qzkanari".repeat(3_000) + "\r\n\r\n");
        sendRaw("GET /sign-in" + host.replace("localhost", "qzkanari.example") + "\r\n");
        sendRaw("GET //qzkanari/../..;qzkanari" + host + "\r\n");
        String form = "name=%zzqzkanari&password=%qzkanari&_csrf=qzkanari";
        sendRaw("POST /sign-in" + host + "Origin: http://localhost:" + port
                + "\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: " + form.length()
                + "\r\n\r\n" + form);
        String part = "--x\r\nqzkanari\r\n";
        sendRaw("POST /map/import" + host + "Content-Type: multipart/form-data; boundary=x\r\nContent-Length: "
                + part.length() + "\r\n\r\n" + part);
    }

    private void sendRaw(String request) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            socket.getOutputStream().flush();
            var lines = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.ISO_8859_1));
            for (String line = lines.readLine(); line != null && !line.isEmpty(); line = lines.readLine()) {
                raw.append(line).append('\n');
            }
        } catch (java.net.SocketException e) {
            // Refused before it was read to its end: that is an answer too.
            raw.append("broken off\n");
        }
    }

    @Override
    public void close() {
        visitor.close();
    }
}
