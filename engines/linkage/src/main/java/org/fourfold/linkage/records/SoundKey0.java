package org.fourfold.linkage.records;

public final class SoundKey0 {
    public static String of(String s) {
        StringBuilder b = new StringBuilder();
        int n = s.length();
        for (int i = 0; i < n; i++) {
            char c = s.charAt(i);
            char x = i + 1 < n ? s.charAt(i + 1) : 0;
            char o;
            if (c == 'c' && x == 'h') {
                o = '#';
                i++;
            } else if (c == 'h') {
                continue;
            } else if (c == 'q') {
                o = 'k';
                if (x == 'u') {
                    i++;
                }
            } else if (c == 'c') {
                o = x == 'e' || x == 'i' || x == 'y' ? 's' : 'k';
            } else if (c == 'g') {
                o = x == 'e' || x == 'i' ? 'j' : 'g';
            } else if (c == 'l' && x == 'l') {
                o = 'i';
                i++;
            } else if (c == 'z' || c == 'x') {
                o = 's';
            } else if (c == 'v' || c == 'w') {
                o = 'b';
            } else if (c == 'y') {
                o = 'i';
            } else {
                o = c;
            }
            if (b.isEmpty() || b.charAt(b.length() - 1) != o) {
                b.append(o);
            }
        }
        return b.toString();
    }
}
