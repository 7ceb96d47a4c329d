package org.fourfold.linkage.normalise;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The legal forms of {@code legal-forms.tsv}, taken off the beginning and the end of a name, the longest first. */
final class LegalForms {

    /** Forms one name may carry: "Compañía X y Cía. Ltda." */
    private static final int FORMS_MAX = 4;

    private static final LegalForms SHIPPED = new LegalForms();

    private final Map<List<String>, String> formOfSpelling = new HashMap<>();
    private final Set<List<String>> beginning = new HashSet<>();
    private final int longest;

    /**
     * A name without its legal forms.
     *
     * @param forms the forms taken off, in the order they stood
     */
    record Cut(List<String> words, List<String> forms) {}

    private LegalForms() {
        int words = 0;
        for (WordFile.Row row : WordFile.rows(LegalForms.class, "legal-forms.tsv")) {
            for (String spelling : row.each()) {
                List<String> key = Fold.tokens(spelling);
                formOfSpelling.put(key, row.kind());
                if (spelling.strip().startsWith("^")) {
                    beginning.add(key);
                }
                words = Math.max(words, key.size());
            }
        }
        longest = words;
    }

    static LegalForms shipped() {
        return SHIPPED;
    }

    /** Never takes the last word: a name that is a legal form alone stays. */
    Cut cut(List<String> words) {
        List<String> rest = words;
        List<String> forms = new ArrayList<>(1);
        for (int i = 0; i < FORMS_MAX; i++) {
            int before = rest.size();
            rest = withoutEnd(rest, forms);
            if (rest.size() == before) {
                break;
            }
        }
        return new Cut(withoutBeginning(rest, forms), forms);
    }

    private List<String> withoutEnd(List<String> words, List<String> forms) {
        for (int length = Math.min(longest, words.size() - 1); length > 0; length--) {
            int from = words.size() - length;
            String form = formOfSpelling.get(words.subList(from, words.size()));
            if (form != null) {
                forms.addFirst(form);
                return words.subList(0, from);
            }
        }
        return words;
    }

    private List<String> withoutBeginning(List<String> words, List<String> forms) {
        for (int length = Math.min(longest, words.size() - 1); length > 0; length--) {
            List<String> first = words.subList(0, length);
            if (beginning.contains(first)) {
                forms.addFirst(formOfSpelling.getOrDefault(first, ""));
                return words.subList(length, words.size());
            }
        }
        return words;
    }
}
