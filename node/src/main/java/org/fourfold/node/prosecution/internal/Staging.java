package org.fourfold.node.prosecution.internal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.random.RandomGenerator;
import org.fourfold.node.frame.CopyInto;
import org.fourfold.node.frame.CopyLine;
import org.fourfold.node.frame.Tx;
import org.fourfold.node.prosecution.reading.ContextKeys;
import org.fourfold.node.prosecution.reading.EntityHandler;
import org.fourfold.node.prosecution.reading.FtmModel;
import org.fourfold.node.prosecution.reading.FtmProperty;
import org.fourfold.node.prosecution.reading.Identifiers;
import org.fourfold.node.prosecution.reading.Limits;
import org.fourfold.node.prosecution.reading.PropertyType;
import org.fourfold.node.prosecution.reading.ReadClaim;
import org.fourfold.node.prosecution.reading.ReadEntity;
import org.fourfold.node.prosecution.reading.SearchWords;

/**
 * Takes entities into temporary tables, by COPY, and works out on the way what each is found by. The memory is one batch; the
 * tables go with the transaction.
 */
final class Staging implements EntityHandler {

    /** Bytes gathered before they are sent. */
    private static final int BATCH_BYTES = 2 << 20;

    /** Unknown names told apart; a file with more of them has no schema at all. */
    private static final int ASIDE_NAMES_MAX = 10_000;

    private static final int CAPTION_CHARACTERS_MAX = 200;
    private static final int WORDS_OF_ENTITY_MAX = 64;
    private static final int COUNTRY_CHARACTERS_MAX = 16;
    private static final List<String> CAPTIONS = List.of(
            "name",
            "title",
            "fileName",
            "subject",
            "full",
            "registrationNumber",
            "accountNumber",
            "publicKey",
            "number",
            "alias",
            "weakAlias",
            "role",
            "program",
            "purpose",
            "summary");

    /** What a person is by birth or papers finds nobody. */
    private static final Set<String> NO_FACET = Set.of("nationality", "citizenship", "birthCountry");

    private record Identified(String kind, String value, String property) {}

    /** A fragment but for its claims. */
    private record Fragment(
            String schema, String caption, Set<String> countries, Set<String> words, List<Identified> identifiers) {

        Fragment(String schema, String caption) {
            this(schema, caption, new LinkedHashSet<>(), new LinkedHashSet<>(), new ArrayList<>());
        }

        void found(FtmProperty property, ReadClaim claim) {
            if (property.type() == PropertyType.COUNTRY && !NO_FACET.contains(property.name())) {
                if (claim.value().length() <= COUNTRY_CHARACTERS_MAX) {
                    countries.add(claim.value().toLowerCase(java.util.Locale.ROOT));
                }
            }
            boolean named = property.type() == PropertyType.NAME || CAPTIONS.contains(property.name());
            if (named && words.size() < WORDS_OF_ENTITY_MAX) {
                words.addAll(SearchWords.kept(claim.value()));
            }
        }

        /** All of it in one text, each part with its length before it: equal texts are equal fragments. */
        String described() {
            StringBuilder text = new StringBuilder(128);
            add(text, schema);
            add(text, caption);
            countries.forEach(country -> add(text, country));
            text.append(';');
            words.forEach(word -> add(text, word));
            text.append(';');
            identifiers.forEach(one -> {
                add(text, one.kind());
                add(text, one.value());
                add(text, one.property());
            });
            return text.toString();
        }

        private static void add(StringBuilder text, String part) {
            text.append(part.length()).append(':').append(part);
        }
    }

    private final FtmModel model;
    private final Identifiers identifiers;
    private final CopyInto entities;
    private final CopyInto claims;
    private final CopyInto identifying;
    private final CopyInto tokens;
    private final CopyLine line = new CopyLine();
    private final Map<String, Long> aside = new HashMap<>();
    private final RecentFragments recent = new RecentFragments();
    private final long timeBits;
    private final long importBits;
    private long fragments;
    private long claimCount;
    private long asideCount;

    Staging(Tx tx, FtmModel model, Identifiers identifiers, Instant begun, RandomGenerator random) {
        this.model = model;
        this.identifiers = identifiers;
        // The form of a version 8 UUID (RFC 9562, section 5.8): when the import began, so that its rows stand at the
        // end of
        // every index and not in the midst of it; bits of its own; a count.
        this.timeBits = begun.toEpochMilli() << 16 | 0x8000L | random.nextInt(1 << 12);
        this.importBits = 0x8000_0000_0000_0000L | (long) random.nextInt(1 << 30) << 32;
        tx.sql("""
                CREATE TEMPORARY TABLE staged_entity (id uuid, row_number bigint, external_id text COLLATE "C",
                    schema text COLLATE "C", caption text, countries text) ON COMMIT DROP
                """).update();
        tx.sql("""
                CREATE TEMPORARY TABLE staged_claim (entity uuid, row_number bigint, refers boolean,
                    property text COLLATE "C", value text COLLATE "C", original text, column_name text, language text)
                    ON COMMIT DROP
                """).update();
        tx.sql("""
                CREATE TEMPORARY TABLE staged_identifier (entity uuid, kind text COLLATE "C", value text COLLATE "C",
                    property text COLLATE "C") ON COMMIT DROP
                """).update();
        tx.sql("CREATE TEMPORARY TABLE staged_token (token text COLLATE \"C\", entity uuid) ON COMMIT DROP")
                .update();
        this.entities = new CopyInto(tx, "COPY pg_temp.staged_entity FROM STDIN");
        this.claims = new CopyInto(tx, "COPY pg_temp.staged_claim FROM STDIN");
        this.identifying = new CopyInto(tx, "COPY pg_temp.staged_identifier FROM STDIN");
        this.tokens = new CopyInto(tx, "COPY pg_temp.staged_token FROM STDIN");
    }

    long fragments() {
        return fragments;
    }

    long claims() {
        return claimCount;
    }

    long asideCount() {
        return asideCount;
    }

    /** Names that the model does not know, and how many claims they came with. */
    Map<String, Long> aside() {
        return aside;
    }

    @Override
    public void entity(ReadEntity entity) {
        List<ReadClaim> said = entity.claims();
        List<Optional<FtmProperty>> properties = new ArrayList<>(said.size());
        Fragment fragment = new Fragment(entity.schema(), caption(entity));
        boolean known = model.find(entity.schema()).isPresent();
        if (!known) {
            setAside(entity.schema(), Math.max(1, said.size()));
        }
        for (ReadClaim claim : said) {
            Optional<FtmProperty> property = model.property(entity.schema(), claim.property());
            properties.add(property);
            if (known && property.isEmpty() && !ContextKeys.isContext(claim.property())) {
                setAside(entity.schema() + "." + ContextKeys.name(claim.property()), 1);
            }
            property.ifPresent(found -> fragment.found(found, claim));
            identifiers
                    .of(entity.schema(), claim)
                    .ifPresent(found -> fragment.identifiers()
                            .add(new Identified(found.kind().name(), found.value(), claim.property())));
        }
        String described = fragment.described();
        UUID id = recent.same(entity.id(), described);
        if (id == null) {
            id = new UUID(timeBits, importBits | fragments);
            recent.remember(entity.id(), described, id);
            stage(id, entity, fragment);
        }
        fragments++;
        for (int i = 0; i < said.size(); i++) {
            claim(id, said.get(i), properties.get(i));
        }
        if (entities.waiting() + claims.waiting() + identifying.waiting() + tokens.waiting() > BATCH_BYTES) {
            send();
        }
    }

    /** What an entity is found by. */
    private void stage(UUID id, ReadEntity entity, Fragment fragment) {
        String text = id.toString();
        entities.line(line.text(text)
                .number(entity.row())
                .text(entity.id())
                .text(fragment.schema())
                .text(fragment.caption())
                .text(String.join(" ", fragment.countries()))
                .take());
        fragment.identifiers()
                .forEach(found -> identifying.line(line.text(text)
                        .text(found.kind())
                        .text(found.value())
                        .text(found.property())
                        .take()));
        fragment.words()
                .forEach(word -> tokens.line(line.text("w" + word).text(text).take()));
        fragment.countries()
                .forEach(country ->
                        tokens.line(line.text("c" + country).text(text).take()));
    }

    /** Sends the last batch. */
    void send() {
        entities.send();
        claims.send();
        identifying.send();
        tokens.send();
    }

    private void claim(UUID id, ReadClaim claim, Optional<FtmProperty> property) {
        claimCount++;
        boolean refers =
                property.filter(found -> found.type() == PropertyType.ENTITY).isPresent()
                        && claim.value().length() <= Limits.NAME_CHARACTERS_MAX;
        claims.line(line.text(id.toString())
                .number(claim.row())
                .text(refers ? "t" : "f")
                .text(claim.property())
                .text(claim.value())
                .orNull(claim.original())
                .orNull(claim.column())
                .orNull(claim.language())
                .take());
    }

    private void setAside(String name, long count) {
        asideCount += count;
        if (aside.size() < ASIDE_NAMES_MAX || aside.containsKey(name)) {
            aside.merge(name, count, Long::sum);
        }
    }

    private static String caption(ReadEntity entity) {
        for (String property : CAPTIONS) {
            for (ReadClaim claim : entity.claims()) {
                if (claim.property().equals(property) && !claim.value().isBlank()) {
                    String text = claim.value().strip();
                    return text.length() > CAPTION_CHARACTERS_MAX ? text.substring(0, CAPTION_CHARACTERS_MAX) : text;
                }
            }
        }
        return "";
    }
}
