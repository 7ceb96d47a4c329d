package org.fourfold.node.protection;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.random.RandomGenerator;
import org.fourfold.linkage.NameKey;
import org.fourfold.linkage.NameKeys;
import org.fourfold.linkage.NameQuery;
import org.fourfold.node.frame.Actor;
import org.fourfold.node.frame.Event;
import org.fourfold.node.protection.internal.Events;
import org.fourfold.node.protection.internal.NameSearch;
import org.fourfold.node.trust.TokenKey;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** However a search spares itself reading, its answers are those of the plain rule: every name held against what was typed. */
@Tag("database")
class NameSearchTest {

    private static final int FILES = 1_200;
    private static final int SEARCHES = 40;
    private static final int SEALED_EACH = 25;

    private static final List<String> GIVEN = List.of(
            "María",
            "Ana María",
            "Anamaría",
            "José",
            "Juana",
            "Francisco",
            "Paco",
            "Yésica",
            "Jessica",
            "Wendy",
            "Petrona",
            "Marta",
            "Xiomara",
            "Guadalupe",
            "Lupe",
            "Ixchel",
            "Karen");
    private static final List<String> FAMILY = List.of(
            "López",
            "Lopes",
            "Pérez",
            "Peres",
            "García",
            "de la Cruz",
            "Delacruz",
            "Cruz",
            "Ramírez",
            "Ramires",
            "Xuncax",
            "Shuncash",
            "Tzoc",
            "Chávez",
            "Cháves",
            "Huertalirio",
            "Huertalmela",
            "Quebranube",
            "Kebranube",
            "Pop",
            "Sacul",
            "Ichich",
            "Choc",
            "Tambasola",
            "Tambazola",
            "Almengual");

    private final House house = new House();
    private final NameKeys names = new NameKeys();
    private final TokenKey key = house.keyring.tokens("name");
    private final Map<UUID, Set<NameKey>> known = new LinkedHashMap<>();
    private final List<String> told = new ArrayList<>();

    @AfterEach
    void close() {
        house.close();
    }

    @Test
    void theAnswersAreThoseOfThePlainRule() throws SQLException {
        RandomGenerator lot = new Random(20_261_127);
        fill(lot);
        Set<Integer> sizes = new HashSet<>();
        for (int i = 0; i < SEARCHES; i++) {
            String typed = typed(lot);
            List<NameSearch.Scored> plain = plain(typed);
            sizes.add(Math.min(plain.size(), NameSearch.ANSWERS_MAX));
            for (long commonMin : List.of(0L, 250L, Long.MAX_VALUE)) {
                assertThat(best(house.stranger, typed, commonMin)).as(typed).isEqualTo(plain);
            }
        }
        // Some names have more answers than are looked at, some have none.
        assertThat(sizes).contains(0, NameSearch.ANSWERS_MAX).hasSizeGreaterThan(10);
    }

    private List<NameSearch.Scored> best(Actor actor, String typed, long commonMin) {
        NameSearch search = new NameSearch(names, commonMin);
        return house.test.database("protection").read(actor, tx -> {
            tx.record(Event.of(Events.SEARCHED));
            return search.best(tx, key, typed);
        });
    }

    private List<NameSearch.Scored> plain(String typed) {
        NameQuery query = names.query(typed);
        return known.entrySet().stream()
                .map(file -> {
                    Set<NameKey> shared = new HashSet<>(query.keys());
                    shared.retainAll(file.getValue());
                    return new NameSearch.Scored(file.getKey(), query.score(shared), query.isPossiblyTheSame(shared));
                })
                .filter(hit -> hit.score() >= NameQuery.SCORE_MIN || hit.possiblyTheSame())
                .sorted(Comparator.comparingDouble(NameSearch.Scored::score)
                        .reversed()
                        .thenComparing(hit -> hit.file().toString()))
                .limit(NameSearch.ANSWERS_MAX)
                .toList();
    }

    /** Names as unevenly spread as real ones; of the sealed files nobody but their owner hears. */
    private void fill(RandomGenerator lot) throws SQLException {
        try (Connection connection = house.test.superuser();
                var settings = connection.createStatement();
                var presence = connection.prepareStatement("INSERT INTO protection.presence VALUES (?, ?, ?, ?)");
                var token = connection.prepareStatement(
                        "INSERT INTO protection.search_token (token, file, organisation, sealed) VALUES (?, ?, ?, ?)")) {
            connection.setAutoCommit(false);
            // Without the files themselves, of which a search by tokens knows nothing.
            settings.execute("SET session_replication_role = replica");
            for (int i = 0; i < FILES; i++) {
                UUID file = new UUID(lot.nextLong(), lot.nextLong());
                boolean sealed = i % SEALED_EACH == 0;
                String name = name(lot);
                told.add(name);
                presence.setObject(1, file);
                presence.setObject(2, House.ORGANISATION.value());
                presence.setObject(3, house.rosa.member().value());
                presence.setBoolean(4, sealed);
                presence.addBatch();
                Set<NameKey> kept = names.kept(name);
                for (NameKey one : kept) {
                    token.setBytes(1, key.token(one.code()));
                    token.setObject(2, file);
                    token.setObject(3, House.ORGANISATION.value());
                    token.setBoolean(4, sealed);
                    token.addBatch();
                }
                if (!sealed) {
                    known.put(file, kept);
                }
            }
            assertThat(presence.executeBatch()).hasSize(FILES);
            assertThat(token.executeBatch()).isNotEmpty();
            settings.execute("ANALYZE protection.search_token, protection.presence");
            connection.commit();
        }
    }

    private static String name(RandomGenerator lot) {
        String full = uneven(GIVEN, lot) + " " + uneven(FAMILY, lot);
        return lot.nextInt(3) == 0 ? full : full + " " + uneven(FAMILY, lot);
    }

    /** The first of a list often, the last seldom. */
    private static String uneven(List<String> of, RandomGenerator lot) {
        double place = lot.nextDouble();
        return of.get((int) (place * place * of.size()));
    }

    /** As somebody may type a name: whole, one word of it, with words from elsewhere, or with a letter too few. */
    private String typed(RandomGenerator lot) {
        String name = told.get(lot.nextInt(told.size()));
        String[] words = name.split(" ", -1);
        return switch (lot.nextInt(6)) {
            case 0 -> words[lot.nextInt(words.length)];
            case 1 -> words[0] + " " + uneven(FAMILY, lot);
            case 2 -> name + " " + name(lot);
            case 3 -> {
                int cut = lot.nextInt(name.length());
                yield name.substring(0, cut) + name.substring(cut + 1);
            }
            case 4 -> "Zz" + lot.nextInt(3) + "wq Ñññu";
            default -> name;
        };
    }
}
