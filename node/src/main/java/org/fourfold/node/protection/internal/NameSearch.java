package org.fourfold.node.protection.internal;

import java.nio.ByteBuffer;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.ToLongFunction;
import org.fourfold.linkage.NameKey;
import org.fourfold.linkage.NameKeys;
import org.fourfold.linkage.NameQuery;
import org.fourfold.node.frame.Tx;
import org.fourfold.node.trust.TokenKey;

/**
 * The files that answer a name, by keyed tokens alone. Which they are and in which order is the rule of {@link NameQuery}; what is done
 * here changes what is read for it, and no answer.
 */
public final class NameSearch {

    /** The answers that are looked at; the best of more. */
    public static final int ANSWERS_MAX = 200;

    /**
     * A token that fewer files have is read without more ado: to ask for it later of each file that was found costs about as much as
     * reading so many.
     */
    private static final long COMMON_MIN = 8_000;

    private static final Comparator<Scored> BEST_FIRST =
            Comparator.comparingDouble(Scored::score).reversed().thenComparing(Scored::file, NameSearch::compare);

    private final NameKeys names;
    private final long commonMin;

    /** An answer. */
    public record Scored(UUID file, double score, boolean possiblyTheSame) {}

    /** With what was measured. */
    public NameSearch(NameKeys names) {
        this(names, COMMON_MIN);
    }

    /**
     * With another bound.
     *
     * @param commonMin the files a token must have so that it may be spared
     */
    public NameSearch(NameKeys names, long commonMin) {
        this.names = names;
        this.commonMin = commonMin;
    }

    /** The answers that may be known of, best first, at most {@link #ANSWERS_MAX}. */
    public List<Scored> best(Tx tx, TokenKey key, String typed) {
        NameQuery query = names.query(typed);
        return TokenRows.find(tx, asked(tx, query, key), ANSWERS_MAX).stream()
                .filter(hit -> query.isAnswer(hit.mask()))
                .map(hit -> new Scored(hit.file(), query.score(hit.mask()), query.isPossiblyTheSame(hit.mask())))
                .sorted(BEST_FIRST)
                .limit(ANSWERS_MAX)
                .toList();
    }

    /** Whether a file that may be known of may be about a person of that name. */
    boolean isPossiblyThere(Tx tx, TokenKey key, String name) {
        NameQuery query = names.query(name);
        return TokenRows.find(tx, asked(tx, query, key), 1).stream()
                .anyMatch(hit -> query.isPossiblyTheSame(hit.mask()));
    }

    /** How many keys are asked for. */
    int keys(String typed) {
        return names.query(typed).keys().size();
    }

    /** The tokens of a query. Those that very many files have are spared where answers are found without them. */
    private List<TokenRows.Asked> asked(Tx tx, NameQuery query, TokenKey key) {
        Map<NameKey, ByteBuffer> tokens = new LinkedHashMap<>();
        query.keys().forEach(name -> tokens.put(name, ByteBuffer.wrap(key.token(name.code()))));
        Map<ByteBuffer, Long> common = TokenRows.common(tx, tokens.values());
        ToLongFunction<NameKey> files = name -> common.getOrDefault(Objects.requireNonNull(tokens.get(name)), 0L);
        Set<NameKey> spared = query.spared(files);
        return tokens.entrySet().stream()
                .map(one -> new TokenRows.Asked(
                        one.getValue(),
                        query.mask(one.getKey()),
                        spared.contains(one.getKey()) && files.applyAsLong(one.getKey()) >= commonMin))
                .toList();
    }

    /** In the database's order, which is that of their text: {@link UUID#compareTo} takes the halves for signed numbers. */
    private static int compare(UUID one, UUID other) {
        int high = Long.compareUnsigned(one.getMostSignificantBits(), other.getMostSignificantBits());
        return high != 0 ? high : Long.compareUnsigned(one.getLeastSignificantBits(), other.getLeastSignificantBits());
    }
}
