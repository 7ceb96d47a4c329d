package org.fourfold.command.update;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A text with signatures under it, in the form of C2SP signed-note: the text, an empty line, one line a signature. Several
 * may sign, and who knows only one of them is content: that is how a key is changed.
 *
 * @param text ends with a newline, which is signed too
 */
public record SignedNote(String text, List<Signature> signatures) {

    /** No note of ours is longer. */
    public static final int BYTES_MAX = 16 * 1024;

    private static final int SIGNATURES_MAX = 16;
    private static final int SIGNATURE_BYTES = 64;
    private static final String MARK = "\u2014 ";
    private static final Pattern LINE = Pattern.compile(MARK + "([^\\s+]{1,100}) ([0-9A-Za-z+/=]{8,4096})");

    /** One line: whose, and the four bytes of their key's hash with the signature itself, in base 64. */
    public record Signature(String name, String bytes) {}

    public SignedNote {
        signatures = List.copyOf(signatures);
    }

    /** Signs a text; it must end with a newline and hold no empty line at its end. */
    public static String write(String text, List<SigningKey> keys) {
        if (!text.endsWith("\n") || text.endsWith("\n\n")) {
            throw new IllegalArgumentException("a note's text ends with one newline");
        }
        StringBuilder note = new StringBuilder(text).append('\n');
        byte[] message = text.getBytes(StandardCharsets.UTF_8);
        for (SigningKey key : keys) {
            byte[] marked = ByteBuffer.allocate(Integer.BYTES + SIGNATURE_BYTES)
                    .putInt(key.verifier().hash())
                    .put(key.sign(message))
                    .array();
            note.append(MARK)
                    .append(key.verifier().name())
                    .append(' ')
                    .append(Base64.getEncoder().encodeToString(marked))
                    .append('\n');
        }
        return note.toString();
    }

    /** Reads a note without believing it; empty for anything else. */
    public static Optional<SignedNote> parse(String note) {
        int end = note.lastIndexOf("\n\n");
        if (end < 0 || note.length() > BYTES_MAX || !note.endsWith("\n")) {
            return Optional.empty();
        }
        String[] lines = note.substring(end + 2).split("\n", -1);
        List<Signature> signatures = new ArrayList<>();
        for (String line : Arrays.asList(lines).subList(0, lines.length - 1)) {
            Optional<Signature> signature = signature(line);
            if (signature.isEmpty() || signatures.size() == SIGNATURES_MAX) {
                return Optional.empty();
            }
            signatures.add(signature.get());
        }
        return signatures.isEmpty()
                ? Optional.empty()
                : Optional.of(new SignedNote(note.substring(0, end + 1), signatures));
    }

    /** Whether one of the keys signed exactly this text. Signatures of unknown keys count for nothing and do no harm. */
    public boolean isSignedBy(List<VerifierKey> keys) {
        byte[] message = text.getBytes(StandardCharsets.UTF_8);
        for (Signature signature : signatures) {
            ByteBuffer marked = ByteBuffer.wrap(Base64.getDecoder().decode(signature.bytes()));
            if (marked.remaining() != Integer.BYTES + SIGNATURE_BYTES) {
                continue;
            }
            int hash = marked.getInt();
            byte[] bytes = new byte[SIGNATURE_BYTES];
            marked.get(bytes);
            boolean known = keys.stream()
                    .filter(key -> key.name().equals(signature.name()) && key.hash() == hash)
                    .anyMatch(key -> key.verifies(message, bytes));
            if (known) {
                return true;
            }
        }
        return false;
    }

    private static Optional<Signature> signature(String line) {
        var matcher = LINE.matcher(line);
        try {
            // One signature has one spelling: base 64 leaves bits at its end that nobody reads.
            return matcher.matches()
                            && Base64.getEncoder()
                                    .encodeToString(Base64.getDecoder().decode(matcher.group(2)))
                                    .equals(matcher.group(2))
                    ? Optional.of(new Signature(matcher.group(1), matcher.group(2)))
                    : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
