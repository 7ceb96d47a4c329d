package org.fourfold.linkage.records;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.fourfold.linkage.model.FieldKind;

final class Normalisers0 {
    static final Set<String> PARTICLES = Set.of("de", "del", "la", "las", "los", "montes", "san", "santa");

    static UnaryOperator<String> of(FieldKind kind) {
        return switch (kind) {
            case PERSON -> throw new IllegalArgumentException();
            case WORD, PLACE, CATEGORY -> Normalisers0::folded;
            case TEXT -> Normalisers0::text;
            case DATE -> Normalisers0::date;
            case PHONE -> Normalisers0::phone;
            case NUMBER -> s -> s.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
            case QUANTITY -> Normalisers0::quantity;
        };
    }

    static String folded(String s) {
        String t = Normalizer.normalize(s, Normalizer.Form.NFD).toLowerCase(Locale.ROOT);
        StringBuilder b = new StringBuilder();
        for (int i = 0; i < t.length(); i++) {
            char c = t.charAt(i);
            if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9')) {
                b.append(c);
            }
        }
        return b.toString();
    }

    static String text(String s) {
        String t = Normalizer.normalize(s, Normalizer.Form.NFD).toLowerCase(Locale.ROOT);
        StringBuilder b = new StringBuilder();
        for (int i = 0; i < t.length(); i++) {
            char c = t.charAt(i);
            if (Character.isLetterOrDigit(c)) {
                b.append(c);
            } else if (Character.getType(c) != Character.NON_SPACING_MARK
                    && b.length() > 0
                    && b.charAt(b.length() - 1) != ' ') {
                b.append(' ');
            }
        }
        return b.toString().strip();
    }

    static String quantity(String s) {
        java.util.regex.Matcher m =
                java.util.regex.Pattern.compile("[0-9]+([.:][0-9]+)?").matcher(s);
        if (!m.find()) {
            return "";
        }
        String g = m.group();
        int colon = g.indexOf(':');
        return colon < 0
                ? g
                : String.valueOf(
                        Integer.parseInt(g.substring(0, colon)) * 60 + Integer.parseInt(g.substring(colon + 1)));
    }

    static String date(String s) {
        StringBuilder b = new StringBuilder();
        for (int i = 0; i < s.length(); i++) {
            char c = s.charAt(i);
            if (c >= '0' && c <= '9') {
                b.append(c);
            }
        }
        return b.toString();
    }

    static String phone(String s) {
        String d = date(s);
        if (s.startsWith("+")) {
            return d.startsWith("52") ? d.substring(2) : d.length() > 3 ? d.substring(3) : d;
        }
        return d;
    }

    static List<String> words(String cell) {
        List<String> out = new ArrayList<>();
        StringBuilder pending = new StringBuilder();
        for (String token : cell.trim().split(" +", -1)) {
            String f = folded(token);
            if (f.isEmpty()) {
                continue;
            }
            pending.append(f);
            if (!PARTICLES.contains(f)) {
                out.add(pending.toString());
                pending.setLength(0);
            }
        }
        if (pending.length() > 0) {
            out.add(pending.toString());
        }
        return out;
    }
}
