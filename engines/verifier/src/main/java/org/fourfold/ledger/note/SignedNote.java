package org.fourfold.ledger.note;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A text with signatures under it: C2SP signed-note. The text, an empty line, one line a signature.
 *
 * @param text ends with a newline, which is signed too
 * @param signatures one or more, in the order of the lines
 */
public record SignedNote(String text, List<NoteSignature> signatures) {

    /** No note is longer: room for some two hundred signatures, or ten of those that outlive quantum computers. */
    public static final int BYTES_MAX = 65_536;

    public SignedNote {
        signatures = List.copyOf(signatures);
    }

    /** Reads a note without believing it; empty for anything else. */
    public static Optional<SignedNote> parse(byte[] note) {
        if (note.length > BYTES_MAX) {
            return Optional.empty();
        }
        Optional<String> whole = Utf8.read(note);
        if (whole.isEmpty() || !isPlain(whole.get()) || !whole.get().endsWith("\n")) {
            return Optional.empty();
        }
        String read = whole.get();
        // The last empty line: a newline that follows another.
        int gap = read.lastIndexOf("\n\n");
        if (gap < 0 || gap + 2 == read.length()) {
            return Optional.empty();
        }
        return signatures(read.substring(gap + 2)).map(lines -> new SignedNote(read.substring(0, gap + 1), lines));
    }

    private static boolean isPlain(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) < ' ' && text.charAt(i) != '\n') {
                return false;
            }
        }
        return true;
    }

    private static Optional<List<NoteSignature>> signatures(String lines) {
        List<NoteSignature> found = new ArrayList<>();
        int begin = 0;
        while (begin < lines.length()) {
            int end = lines.indexOf('\n', begin);
            String line = lines.substring(begin, end);
            int gap = line.lastIndexOf(' ');
            if (!line.startsWith(NoteSignature.MARK) || gap < NoteSignature.MARK.length()) {
                return Optional.empty();
            }
            String name = line.substring(NoteSignature.MARK.length(), gap);
            String base64 = line.substring(gap + 1);
            if (!NoteSignature.isLine(name, base64)) {
                return Optional.empty();
            }
            found.add(new NoteSignature(name, base64));
            begin = end + 1;
        }
        return Optional.of(found);
    }

    /** The same text with one more signature. */
    public SignedNote with(NoteSignature signature) {
        List<NoteSignature> all = new ArrayList<>(signatures);
        all.add(signature);
        return new SignedNote(text, all);
    }

    public byte[] bytes() {
        return toString().getBytes(StandardCharsets.UTF_8);
    }

    /** The note as it is written. */
    @Override
    public String toString() {
        StringBuilder note = new StringBuilder(text).append('\n');
        signatures.forEach(note::append);
        return note.toString();
    }
}
