package org.fourfold.ledger.json;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.fourfold.ledger.json.JsonValue.JsonArray;
import org.fourfold.ledger.json.JsonValue.JsonNull;
import org.fourfold.ledger.json.JsonValue.JsonNumber;
import org.fourfold.ledger.json.JsonValue.JsonObject;
import org.fourfold.ledger.json.JsonValue.JsonText;
import org.fourfold.ledger.json.JsonValue.JsonTruth;
import org.fourfold.ledger.note.Utf8;

/** Reads JSON by RFC 8259, with what RFC 7493 refuses refused. Depth is bounded, so no input exhausts the stack. */
final class JsonReader {

    private static final int DEPTH_MAX = 64;

    private final String text;
    private int at;

    private JsonReader(String text) {
        this.text = text;
    }

    static Optional<JsonValue> read(byte[] bytes) {
        Optional<String> text = Utf8.read(bytes);
        if (text.isEmpty()) {
            return Optional.empty();
        }
        JsonReader reader = new JsonReader(text.get());
        try {
            JsonValue value = reader.value(0);
            reader.space();
            return reader.at == reader.text.length() ? Optional.of(value) : Optional.empty();
        } catch (MalformedException e) {
            return Optional.empty();
        }
    }

    private static final class MalformedException extends Exception {
        private static final long serialVersionUID = 1;

        MalformedException() {
            super("no JSON", null, false, false);
        }
    }

    private JsonValue value(int depth) throws MalformedException {
        space();
        if (depth > DEPTH_MAX) {
            throw new MalformedException();
        }
        return switch (peek()) {
            case '{' -> object(depth);
            case '[' -> array(depth);
            case '"' -> new JsonText(string());
            case 't' -> word("true", new JsonTruth(true));
            case 'f' -> word("false", new JsonTruth(false));
            case 'n' -> word("null", new JsonNull());
            default -> number();
        };
    }

    private JsonValue object(int depth) throws MalformedException {
        Map<String, JsonValue> members = new LinkedHashMap<>();
        at++;
        space();
        if (peek() == '}') {
            at++;
            return new JsonObject(members);
        }
        while (true) {
            space();
            String name = string();
            space();
            expect(':');
            if (members.putIfAbsent(name, value(depth + 1)) != null) {
                throw new MalformedException();
            }
            space();
            if (peek() == '}') {
                at++;
                return new JsonObject(members);
            }
            expect(',');
        }
    }

    private JsonValue array(int depth) throws MalformedException {
        List<JsonValue> items = new ArrayList<>();
        at++;
        space();
        if (peek() == ']') {
            at++;
            return new JsonArray(items);
        }
        while (true) {
            items.add(value(depth + 1));
            space();
            if (peek() == ']') {
                at++;
                return new JsonArray(items);
            }
            expect(',');
        }
    }

    private String string() throws MalformedException {
        expect('"');
        StringBuilder read = new StringBuilder();
        while (peek() != '"') {
            char c = text.charAt(at++);
            if (c < ' ') {
                throw new MalformedException();
            }
            read.append(c == '\\' ? escaped() : c);
        }
        at++;
        for (int i = 0; i < read.length(); i++) {
            if (Character.isHighSurrogate(read.charAt(i))
                    && i + 1 < read.length()
                    && Character.isLowSurrogate(read.charAt(i + 1))) {
                i++;
            } else if (Character.isSurrogate(read.charAt(i))) {
                throw new MalformedException();
            }
        }
        return read.toString();
    }

    private char escaped() throws MalformedException {
        char c = peek();
        at++;
        return switch (c) {
            case '"', '\\', '/' -> c;
            case 'b' -> '\b';
            case 'f' -> '\f';
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 't' -> '\t';
            case 'u' -> unit();
            default -> throw new MalformedException();
        };
    }

    private char unit() throws MalformedException {
        int unit = 0;
        for (int i = 0; i < 4; i++) {
            char c = peek();
            int digit = c < 128 ? Character.digit(c, 16) : -1;
            if (digit < 0) {
                throw new MalformedException();
            }
            unit = unit << 4 | digit;
            at++;
        }
        return (char) unit;
    }

    private JsonValue number() throws MalformedException {
        int begin = at;
        if (peek() == '-') {
            at++;
        }
        if (peek() == '0') {
            at++;
        } else {
            digits();
        }
        if (at < text.length() && text.charAt(at) == '.') {
            at++;
            digits();
        }
        if (at < text.length() && (text.charAt(at) == 'e' || text.charAt(at) == 'E')) {
            at++;
            if (peek() == '+' || peek() == '-') {
                at++;
            }
            digits();
        }
        double number = Double.parseDouble(text.substring(begin, at));
        if (!Double.isFinite(number)) {
            throw new MalformedException();
        }
        return new JsonNumber(number);
    }

    private void digits() throws MalformedException {
        int begin = at;
        while (at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9') {
            at++;
        }
        if (at == begin) {
            throw new MalformedException();
        }
    }

    private JsonValue word(String word, JsonValue value) throws MalformedException {
        if (!text.startsWith(word, at)) {
            throw new MalformedException();
        }
        at += word.length();
        return value;
    }

    private char peek() throws MalformedException {
        if (at >= text.length()) {
            throw new MalformedException();
        }
        return text.charAt(at);
    }

    private void expect(char c) throws MalformedException {
        if (peek() != c) {
            throw new MalformedException();
        }
        at++;
    }

    private void space() {
        while (at < text.length() && " \t\n\r".indexOf(text.charAt(at)) >= 0) {
            at++;
        }
    }
}
