package org.fourfold.linkage.normalise;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.fourfold.linkage.normalise.NameLexicon.Sign;

/** Reads names: see {@link PersonName}. First what is no name is taken off, then words are joined, then cut into parts. */
final class NameReader {

    private static final NameLexicon LEXICON = NameLexicon.shipped();

    /** Words before the last one from which on "de X" can only be a husband's name. */
    private static final int FULL_BEFORE_MARRIED = 4;

    private static final int SURNAMES_BEFORE_MARRIED = 2;

    private final List<String> aliases = new ArrayList<>(0);
    private Optional<String> generation = Optional.empty();

    private NameReader() {}

    static PersonName full(String raw) {
        Optional<String> nativeText = nativeText(raw);
        if (nativeText.isPresent()) {
            Optional<EastAsianName> named = EastAsianName.of(raw);
            if (named.isPresent()) {
                return named.get().name(raw);
            }
        }
        String line = Fold.line(raw);
        NameReader reader = new NameReader();
        if (Blank.isLine(line)) {
            return reader.name(raw, nativeText, Parts.NONE);
        }
        line = reader.withoutAliases(line);
        int comma = line.indexOf(',');
        if (comma > 0) {
            List<String> after = reader.words(line.substring(comma + 1));
            List<String> before = reader.words(line.substring(0, comma));
            if (!after.isEmpty() && !before.isEmpty()) {
                return reader.name(raw, nativeText, reader.stated(after, before));
            }
        }
        return reader.name(raw, nativeText, reader.cut(reader.words(line)));
    }

    static PersonName parts(String givenNames, String surnames) {
        NameReader reader = new NameReader();
        String raw = givenNames + "\t" + surnames;
        if (Blank.is(surnames) && givenNames.indexOf(',') > 0) {
            return full(givenNames);
        }
        List<String> given = reader.wordsOfField(givenNames);
        List<String> family = reader.wordsOfField(surnames);
        return reader.name(raw, nativeText(raw).map(text -> raw), reader.stated(given, family));
    }

    static boolean isPlain(String word) {
        String line = Fold.line(word);
        String letters = Fold.lettersOf(line);
        return letters.length() == line.length()
                && !letters.isEmpty()
                && letters.length() <= NameWord.LETTERS_MAX
                && !Fold.hasOtherScript(word)
                && !Blank.isLine(line)
                && LEXICON.isName(letters);
    }

    private List<String> wordsOfField(String field) {
        String line = Fold.line(field);
        return Blank.isLine(line) ? List.of() : words(withoutAliases(line));
    }

    private static Optional<String> nativeText(String raw) {
        return Fold.hasOtherScript(raw) ? Optional.of(raw.strip()) : Optional.empty();
    }

    private PersonName name(String raw, Optional<String> nativeText, Parts parts) {
        return new PersonName(
                raw,
                nativeText,
                bounded(parts.given()),
                bounded(parts.surnames()),
                bounded(parts.married()),
                generation,
                aliases,
                parts.order());
    }

    private static List<NameWord> bounded(List<NameWord> words) {
        return words.size() > PersonName.WORDS_MAX ? words.subList(0, PersonName.WORDS_MAX) : words;
    }

    private String withoutAliases(String line) {
        AliasCut cut = AliasCut.of(line);
        for (String alias : cut.aliases()) {
            if (LEXICON.is(Sign.GENERATION, alias)) {
                generation = Optional.of(alias);
            } else if (aliases.size() < PersonName.ALIASES_MAX) {
                aliases.add(alias);
            }
        }
        return cut.name();
    }

    /** The words without honorifics before and generation after them, short spellings written out. */
    private List<String> words(String line) {
        List<String> words = Fold.wordsOf(line);
        int first = 0;
        int end = words.size();
        while (first < end - 1 && LEXICON.is(Sign.HONORIFIC, words.get(first))) {
            first++;
        }
        while (end > first && isGeneration(words.get(end - 1), end - first)) {
            generation = Optional.of(words.get(end - 1));
            end--;
        }
        List<String> kept = new ArrayList<>(end - first);
        for (int i = first; i < end; i++) {
            boolean maybeSurname = words.get(i).length() == 2 && i == end - 1;
            kept.add(maybeSurname ? words.get(i) : LEXICON.writtenOut(words.get(i)));
        }
        return kept;
    }

    private static boolean isGeneration(String word, int words) {
        boolean father = word.equals("sr") && words > 1;
        return father || (LEXICON.is(Sign.GENERATION, word) && (words > 1 || word.equals("jr")));
    }

    /** Given names and surnames that were told apart by a field or a comma. */
    private Parts stated(List<String> givenWords, List<String> surnameWords) {
        List<NameToken> given = NameToken.joined(givenWords, 1, LEXICON);
        List<NameToken> family = NameToken.joined(surnameWords, 1, LEXICON);
        int married = firstMarried(family, SURNAMES_BEFORE_MARRIED);
        List<NameWord> surnames = NameToken.words(family.subList(0, married));
        List<NameWord> names = NameToken.words(given);
        boolean looksSwapped = sum(names) <= NameLexicon.SURNAME && sum(surnames) >= NameLexicon.GIVEN;
        return new Parts(
                names,
                surnames,
                NameToken.marriedWords(family.subList(married, family.size())),
                looksSwapped ? PersonName.Order.UNSURE : PersonName.Order.STATED);
    }

    private Parts cut(List<String> words) {
        List<NameToken> tokens = NameToken.joined(words, 2, LEXICON);
        int married = firstMarried(tokens, FULL_BEFORE_MARRIED);
        if (married == 0) {
            married = tokens.size();
        }
        NameCut cut = NameCut.best(NameToken.words(tokens.subList(0, married)), LEXICON);
        return new Parts(
                cut.given(),
                cut.surnames(),
                NameToken.marriedWords(tokens.subList(married, tokens.size())),
                cut.order());
    }

    /** Where the husband's name begins; the number of words when there is none. */
    private static int firstMarried(List<NameToken> tokens, int surelyAfter) {
        for (int i = 0; i < tokens.size(); i++) {
            if (tokens.get(i).saysMarried()) {
                return i;
            }
        }
        int last = tokens.size() - 1;
        if (last < 0 || !tokens.get(last).beginsWithDe()) {
            return tokens.size();
        }
        NameToken token = tokens.get(last);
        boolean husband = token.bareDe()
                && !LEXICON.is(Sign.FAMILY, token.text())
                && LEXICON.place(NameWord.of(token.stem())) == NameLexicon.SURNAME;
        return husband || last >= surelyAfter ? last : tokens.size();
    }

    private static double sum(List<NameWord> words) {
        return words.stream().mapToDouble(LEXICON::place).sum();
    }

    private record Parts(
            List<NameWord> given, List<NameWord> surnames, List<NameWord> married, PersonName.Order order) {
        static final Parts NONE = new Parts(List.of(), List.of(), List.of(), PersonName.Order.UNSURE);
    }
}
