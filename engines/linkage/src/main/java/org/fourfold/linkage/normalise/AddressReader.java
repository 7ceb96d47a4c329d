package org.fourfold.linkage.normalise;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.fourfold.linkage.normalise.Address.Kind;
import org.fourfold.linkage.normalise.Address.Part;

/** Reads addresses: see {@link Address}. */
final class AddressReader {

    private static final String COMMA = ",";
    private static final int NAME_WORDS_MAX = 4;
    private static final AddressWords WORDS = AddressWords.shipped();
    private static final Set<String> JOINING =
            Set.of("de", "del", "la", "las", "los", "el", "y", "a", "en", "al", "the", "of");

    private final List<String> tokens;
    private final boolean[] taken;
    private final List<Part> parts = new ArrayList<>();

    private AddressReader(List<String> tokens) {
        this.tokens = tokens;
        this.taken = new boolean[tokens.size()];
    }

    static Address read(String raw) {
        String line = Fold.line(raw);
        if (Blank.isLine(line)) {
            return new Address(raw, List.of(), List.of(), List.of());
        }
        List<String> tokens = tokens(line);
        AddressReader reader = new AddressReader(tokens);
        reader.readParts();
        List<String> words = new ArrayList<>();
        List<String> numbers = new ArrayList<>();
        for (String token : tokens) {
            if (isNumber(token)) {
                numbers.add(token);
            } else if (!token.equals(COMMA) && !JOINING.contains(token)) {
                words.add(WORDS.writtenOut(token));
            }
        }
        return new Address(raw, bounded(reader.parts), bounded(words), bounded(numbers));
    }

    private static <T> List<T> bounded(List<T> all) {
        return all.size() > Address.PARTS_MAX ? all.subList(0, Address.PARTS_MAX) : all;
    }

    private void readParts() {
        for (int i = 0; i < tokens.size(); i++) {
            Optional<Kind> kind = taken[i] ? Optional.empty() : WORDS.kind(tokens.get(i));
            if (kind.isPresent()) {
                readPart(kind.get(), i);
            }
        }
    }

    private void readPart(Kind kind, int at) {
        if (kind.isStreet()) {
            readStreet(kind, at);
        } else if (kind.isNamed()) {
            int _ = readName(kind, at);
        } else if (isFree(at + 1)
                && (isNumber(tokens.get(at + 1)) || tokens.get(at + 1).length() == 1)) {
            add(kind, at + 1);
        } else if (kind == Kind.NIVEL && hasNumberBefore(at)) {
            add(kind, at - 1);
        }
    }

    private boolean hasNumberBefore(int at) {
        return at > 0 && isFree(at - 1) && isNumber(tokens.get(at - 1));
    }

    /** "5a avenida 3-45", "calle 5", "calle principal 12". */
    private void readStreet(Kind kind, int at) {
        int next = at + 1;
        if (hasNumberBefore(at)) {
            add(kind, at - 1);
        } else if (isFree(next) && isNumber(tokens.get(next))) {
            add(kind, next);
            next++;
        } else {
            next = readName(kind, at);
        }
        boolean house = isFree(next) && isNumber(tokens.get(next)) && !namesNextStreet(next);
        if (house) {
            add(Kind.NUMERO, next);
        }
    }

    /** In "5 calle 3 avenida" the 3 is the avenue's. */
    private boolean namesNextStreet(int at) {
        return at + 1 < tokens.size()
                && WORDS.kind(tokens.get(at + 1)).filter(Kind::isStreet).isPresent();
    }

    /** Takes the words of a name; where it ends. A number may begin it: Colonia 4 de Febrero. */
    private int readName(Kind kind, int at) {
        StringBuilder name = new StringBuilder();
        int words = 0;
        int next = at + 1;
        while (isFree(next) && words < NAME_WORDS_MAX && isOfName(next, words)) {
            if (!JOINING.contains(tokens.get(next))) {
                name.append(name.isEmpty() ? "" : " ").append(tokens.get(next));
                words++;
            }
            taken[next] = true;
            next++;
        }
        if (!name.isEmpty()) {
            parts.add(new Part(kind, name.toString()));
        }
        return next;
    }

    private boolean isOfName(int at, int wordsBefore) {
        String token = tokens.get(at);
        boolean keyword = token.length() > 1 && WORDS.kind(token).isPresent();
        return !token.equals(COMMA) && !keyword && (wordsBefore == 0 || !isNumber(token));
    }

    private void add(Kind kind, int at) {
        taken[at] = true;
        parts.add(new Part(kind, tokens.get(at)));
    }

    private boolean isFree(int at) {
        return at < tokens.size() && !taken[at] && !tokens.get(at).equals(COMMA);
    }

    private static boolean isNumber(String token) {
        return Fold.isDigit(token.charAt(0));
    }

    /** Words, numbers, and a comma for every sign that ends a part. */
    private static List<String> tokens(String line) {
        List<String> tokens = new ArrayList<>();
        int at = 0;
        while (at < line.length()) {
            char sign = line.charAt(at);
            int end = at + 1;
            if (Fold.isLetter(sign)) {
                end = endOf(line, at, false);
                tokens.add(WORDS.ordinal(line.substring(at, end)));
            } else if (Fold.isDigit(sign)) {
                end = endOf(line, at, true);
                tokens.add(WORDS.plainNumber(line.substring(at, end)));
            } else if (sign == '#') {
                tokens.add("numero");
            } else if (sign == ',' || sign == ';' || sign == '(' || sign == ')' || sign == '\n') {
                tokens.add(COMMA);
            }
            at = end;
        }
        return tokens;
    }

    /** A number goes on over a hyphen and a point: 3-45, 12-c, 14.5. */
    private static int endOf(String line, int at, boolean number) {
        int end = at + 1;
        while (end < line.length()) {
            char sign = line.charAt(end);
            boolean plain = Fold.isLetter(sign) || Fold.isDigit(sign);
            boolean hyphen = number && sign == '-' && end + 1 < line.length() && isPlain(line.charAt(end + 1));
            boolean point = number
                    && sign == '.'
                    && Fold.isDigit(line.charAt(end - 1))
                    && end + 1 < line.length()
                    && Fold.isDigit(line.charAt(end + 1));
            if (!plain && !hyphen && !point) {
                break;
            }
            end++;
        }
        return end;
    }

    private static boolean isPlain(char sign) {
        return Fold.isLetter(sign) || Fold.isDigit(sign);
    }
}
