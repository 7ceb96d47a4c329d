package org.fourfold.node.prosecution.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.fourfold.node.frame.Slice;
import org.fourfold.node.frame.Sql;
import org.fourfold.node.frame.Tx;
import org.fourfold.node.prosecution.EntityId;
import org.fourfold.node.prosecution.SearchRequest;
import org.fourfold.node.prosecution.SearchResult;
import org.fourfold.node.prosecution.SearchResult.Facet;
import org.fourfold.node.prosecution.SearchResult.Hit;
import org.fourfold.node.prosecution.reading.Identifiers;
import org.fourfold.node.prosecution.reading.Phones;
import org.fourfold.node.prosecution.reading.SearchWords;

/**
 * Finds entities by words and identifiers: equality and prefix ranges over one index, cut off at {@link
 * SearchResult#FOUND_MAX}, so that the commonest name costs no more than a rare one.
 */
public final class Searching {

    /** Whole words that are looked at beside the last one. */
    private static final int WHOLE_WORDS_MAX = 5;

    /** Letters from which on the last word may be the beginning of one. */
    private static final int PREFIX_LETTERS_MIN = 3;

    private static final int FACET_VALUES_MAX = 20;

    /** Behind every character that a token has. */
    private static final String LAST = "\u007f";

    private Searching() {}

    private record Match(UUID entity, int source, String schema, String countries) {}

    /** Tokens to be met: all of {@code whole}, and one that begins with {@code beginning} where it is not empty. */
    private record Asked(List<String> whole, String beginning) {

        static Asked of(SearchRequest request) {
            List<String> words = SearchWords.of(request.words());
            List<String> whole = new ArrayList<>();
            String beginning = "";
            for (int i = 0; i < words.size() && i <= WHOLE_WORDS_MAX; i++) {
                boolean last = i == words.size() - 1;
                if (last && words.get(i).length() >= PREFIX_LETTERS_MIN) {
                    beginning = "w" + words.get(i);
                } else if (whole.size() < WHOLE_WORDS_MAX) {
                    whole.add("w" + words.get(i));
                }
            }
            if (words.isEmpty()) {
                request.schema().ifPresent(schema -> whole.add("k" + schema));
                request.country().ifPresent(country -> whole.add("c" + country));
                beginning = whole.isEmpty() && request.source().isPresent() ? "k" : "";
            }
            return new Asked(whole, beginning);
        }

        boolean isNothing() {
            return whole.isEmpty() && beginning.isEmpty();
        }
    }

    public static SearchResult search(Tx tx, SearchRequest request) {
        List<Sources.Numbered> standing = Sources.standing(tx);
        Map<Integer, Sources.Numbered> sources =
                standing.stream().collect(Collectors.toMap(Sources.Numbered::number, Function.identity()));
        Optional<Integer> source = request.source()
                .map(id -> standing.stream()
                        .filter(one -> one.source().id().equals(id))
                        .map(Sources.Numbered::number)
                        .findFirst()
                        .orElse(-1));
        Asked asked = Asked.of(request);
        List<Match> matches = new ArrayList<>(byIdentifier(tx, request, source));
        if (!asked.isNothing()) {
            matches.addAll(byTokens(tx, asked, request, source));
        }
        List<Match> ordered = matches.stream()
                .distinct()
                .sorted(Comparator.comparing(match -> match.entity().toString()))
                .toList();
        boolean more = ordered.size() > SearchResult.FOUND_MAX;
        List<Match> found = ordered.subList(0, Math.min(ordered.size(), SearchResult.FOUND_MAX));
        String from = request.after().map(EntityId::toString).orElse("");
        List<UUID> page = found.stream()
                .map(Match::entity)
                .filter(id -> id.toString().compareTo(from) > 0)
                .limit(Slice.ROWS_MAX + 1L)
                .toList();
        Slice<UUID> slice = Slice.of(page, Slice.ROWS_MAX, UUID::toString);
        return new SearchResult(
                hits(tx, slice.rows(), sources),
                slice.next().flatMap(EntityId::parse),
                found.size(),
                more,
                facet(found.stream().map(Match::schema), code -> code),
                facet(
                        found.stream().map(match -> Integer.toString(match.source())),
                        number -> Optional.ofNullable(sources.get(Integer.valueOf(number)))
                                .map(one -> one.source().name())
                                .orElse(""),
                        number -> Optional.ofNullable(sources.get(Integer.valueOf(number)))
                                .map(one -> one.source().id().toString())
                                .orElse("")),
                facet(found.stream().flatMap(match -> countries(match.countries()).stream()), code -> code));
    }

    private static List<Match> byTokens(Tx tx, Asked asked, SearchRequest request, Optional<Integer> source) {
        boolean byWhole = !asked.whole().isEmpty();
        // The matching is cut off before it is joined: the join is then with two thousand rows, whatever was asked.
        Sql statement = byWhole
                ? tx.sql("""
                        WITH matching AS MATERIALIZED (
                            SELECT t.entity, t.source, t.schema FROM prosecution.token t
                            WHERE t.token = :first
                              AND (CAST(:w1 AS text) IS NULL OR EXISTS (SELECT FROM prosecution.token x
                                       WHERE x.token = :w1 AND x.entity = t.entity))
                              AND (CAST(:w2 AS text) IS NULL OR EXISTS (SELECT FROM prosecution.token x
                                       WHERE x.token = :w2 AND x.entity = t.entity))
                              AND (CAST(:w3 AS text) IS NULL OR EXISTS (SELECT FROM prosecution.token x
                                       WHERE x.token = :w3 AND x.entity = t.entity))
                              AND (CAST(:w4 AS text) IS NULL OR EXISTS (SELECT FROM prosecution.token x
                                       WHERE x.token = :w4 AND x.entity = t.entity))
                              AND (CAST(:beginning AS text) IS NULL OR EXISTS (SELECT FROM prosecution.token x
                                       WHERE x.token >= :beginning AND x.token < :end AND x.entity = t.entity))
                              AND (CAST(:country AS text) IS NULL OR EXISTS (SELECT FROM prosecution.token x
                                       WHERE x.token = :country AND x.entity = t.entity))
                              AND (CAST(:schema AS text) IS NULL OR t.schema = :schema)
                              AND (CAST(:source AS integer) IS NULL OR t.source = :source)
                            LIMIT :limit)
                        SELECT m.entity, m.source, m.schema, e.countries FROM matching m
                        JOIN prosecution.entity e ON e.id = m.entity
                        """)
                        .with("first", asked.whole().getFirst())
                        .with("w1", word(asked, 1))
                        .with("w2", word(asked, 2))
                        .with("w3", word(asked, 3))
                        .with("w4", word(asked, 4))
                : tx.sql("""
                        WITH matching AS MATERIALIZED (
                            SELECT DISTINCT cut.entity, cut.source, cut.schema FROM (
                                SELECT t.entity, t.source, t.schema FROM prosecution.token t
                                WHERE t.token >= :beginning AND t.token < :end
                                  AND (CAST(:country AS text) IS NULL OR EXISTS (SELECT FROM prosecution.token x
                                           WHERE x.token = :country AND x.entity = t.entity))
                                  AND (CAST(:schema AS text) IS NULL OR t.schema = :schema)
                                  AND (CAST(:source AS integer) IS NULL OR t.source = :source)
                                LIMIT :limit) AS cut)
                        SELECT m.entity, m.source, m.schema, e.countries FROM matching m
                        JOIN prosecution.entity e ON e.id = m.entity
                        """);
        return statement
                .with("beginning", asked.beginning().isEmpty() ? null : asked.beginning())
                .with("end", asked.beginning() + LAST)
                .with("country", request.country().map(code -> "c" + code).orElse(null))
                .with("schema", request.schema().orElse(null))
                .with("source", source.orElse(null))
                .with("limit", SearchResult.FOUND_MAX + 1)
                .list((rs, n) -> new Match(
                        rs.getObject("entity", UUID.class),
                        rs.getInt("source"),
                        rs.getString("schema"),
                        rs.getString("countries")));
    }

    private static @org.jspecify.annotations.Nullable String word(Asked asked, int at) {
        return at < asked.whole().size() ? asked.whole().get(at) : null;
    }

    /** As a phone, of any country where none is typed, an e-mail address, a wallet, or letters and digits that an identifier begins with. */
    private static List<Match> byIdentifier(Tx tx, SearchRequest request, Optional<Integer> source) {
        String compact = Identifiers.compact(request.words());
        boolean hasDigit =
                compact.chars().anyMatch(Character::isDigit) || request.words().contains("@");
        if (!hasDigit || compact.length() < PREFIX_LETTERS_MIN + 1) {
            return List.of();
        }
        String typed = request.words().strip();
        Set<String> phones = Phones.possible(typed);
        return tx.sql("""
                SELECT DISTINCT i.entity, i.source, e.schema, e.countries FROM (
                    SELECT entity, source FROM prosecution.identifier WHERE value IN (:phones)
                    UNION ALL SELECT entity, source FROM prosecution.identifier WHERE value = :typed
                    UNION ALL SELECT entity, source FROM prosecution.identifier WHERE value = :lower
                    UNION ALL (SELECT entity, source FROM prosecution.identifier
                               WHERE value >= :compact AND value < :end LIMIT :limit)
                    UNION ALL (SELECT entity, source FROM prosecution.identifier
                               WHERE value >= '+' || :digits AND value < '+' || :digits || :last LIMIT :limit)
                    LIMIT :limit) AS i
                JOIN prosecution.entity e ON e.id = i.entity
                WHERE (CAST(:schema AS text) IS NULL OR e.schema = :schema)
                  AND (CAST(:source AS integer) IS NULL OR i.source = :source)
                  AND (CAST(:country AS text) IS NULL OR EXISTS (SELECT FROM prosecution.token x
                           WHERE x.token = :country AND x.entity = i.entity))
                """)
                .with("phones", phones.isEmpty() ? Set.of(typed) : phones)
                .with("typed", typed)
                .with("lower", typed.toLowerCase(java.util.Locale.ROOT))
                .with("compact", compact)
                .with("end", compact + LAST)
                .with("digits", compact)
                .with("last", LAST)
                .with("limit", SearchResult.FOUND_MAX + 1)
                .with("schema", request.schema().orElse(null))
                .with("source", source.orElse(null))
                .with("country", request.country().map(code -> "c" + code).orElse(null))
                .list((rs, n) -> new Match(
                        rs.getObject("entity", UUID.class),
                        rs.getInt("source"),
                        rs.getString("schema"),
                        rs.getString("countries")));
    }

    /** The lines of entities, in the order asked for. */
    static List<Hit> hits(Tx tx, List<UUID> ids, Map<Integer, Sources.Numbered> sources) {
        if (ids.isEmpty()) {
            return List.of();
        }
        Map<UUID, Hit> found = tx
                .sql("SELECT id, source, schema, caption, countries FROM prosecution.entity WHERE id IN (:ids)")
                .with("ids", ids)
                .list((rs, n) -> hit(rs, sources))
                .stream()
                .flatMap(Optional::stream)
                .collect(Collectors.toMap(hit -> hit.id().value(), Function.identity()));
        return ids.stream()
                .flatMap(id -> Optional.ofNullable(found.get(id)).stream())
                .toList();
    }

    private static Optional<Hit> hit(ResultSet rs, Map<Integer, Sources.Numbered> sources) throws SQLException {
        Sources.Numbered source = sources.get(rs.getInt("source"));
        return source == null
                ? Optional.empty()
                : Optional.of(new Hit(
                        new EntityId(rs.getObject("id", UUID.class)),
                        rs.getString("schema"),
                        rs.getString("caption"),
                        countries(rs.getString("countries")),
                        source.source().id(),
                        source.source().name()));
    }

    static List<String> countries(String text) {
        return Stream.of(text.split(" ", -1))
                .filter(code -> !code.isEmpty())
                .distinct()
                .toList();
    }

    private static List<Facet> facet(Stream<String> values, Function<String, String> name) {
        return facet(values, name, Function.identity());
    }

    private static List<Facet> facet(
            Stream<String> values, Function<String, String> name, Function<String, String> code) {
        return values
                .collect(Collectors.groupingBy(Function.identity(), Collectors.summingInt(value -> 1)))
                .entrySet()
                .stream()
                .map(one -> new Facet(code.apply(one.getKey()), name.apply(one.getKey()), one.getValue()))
                .sorted(Comparator.comparingInt(Facet::count).reversed().thenComparing(Facet::code))
                .limit(FACET_VALUES_MAX)
                .toList();
    }
}
