package org.fourfold.node.prosecution;

import java.util.Optional;

/**
 * What is looked for. Never recorded and never in an address: what people type into a search is personal data.
 *
 * @param words of a name in any order, the last one perhaps unfinished; or an identifier as it was heard
 * @param schema only things of this kind
 * @param country only things of this country, two lower-case letters
 * @param after the last one of the page before
 */
public record SearchRequest(
        String words,
        Optional<String> schema,
        Optional<SourceId> source,
        Optional<String> country,
        Optional<EntityId> after) {

    /** Characters of the words that are looked at. */
    public static final int WORDS_CHARACTERS_MAX = 200;

    public SearchRequest {
        words = words.length() > WORDS_CHARACTERS_MAX ? words.substring(0, WORDS_CHARACTERS_MAX) : words;
    }

    public static SearchRequest of(String words) {
        return new SearchRequest(words, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
    }

    public SearchRequest withSchema(String name) {
        return new SearchRequest(words, Optional.of(name), source, country, after);
    }

    public SearchRequest withSource(SourceId id) {
        return new SearchRequest(words, schema, Optional.of(id), country, after);
    }

    public SearchRequest withCountry(String code) {
        return new SearchRequest(words, schema, source, Optional.of(code), after);
    }

    public SearchRequest after(EntityId last) {
        return new SearchRequest(words, schema, source, country, Optional.of(last));
    }
}
