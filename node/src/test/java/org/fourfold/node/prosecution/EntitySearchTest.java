package org.fourfold.node.prosecution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.fourfold.node.frame.Purpose;
import org.fourfold.node.frame.RefusedException;
import org.fourfold.node.frame.Role;
import org.fourfold.node.prosecution.reading.Phones;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Finding entities, and what two sources share. All persons and numbers are invented. */
@Tag("database")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EntitySearchTest {

    private final Unit unit = new Unit();

    @BeforeAll
    void take() {
        StringBuilder one = new StringBuilder("""
                {"id":"a","schema":"Person","properties":{"name":["Ñeca María Güell d'Inventada"],"phone":["+502 5555-0001"],"country":["gt"],"nationality":["hn"],"idNumber":["2990 12345 0101"]}}
                {"id":"b","schema":"Company","properties":{"name":["Transportes Inventados 24, S.A."],"country":["mx"],"email":["Caja@Inventada.example"]}}
                {"id":"v","schema":"Vehicle","properties":{"registrationNumber":["P-123 ABC"],"model":["Invento"]}}
                {"id":"c","schema":"BankAccount","properties":{"iban":["GT82 TRAJ 0102 0000 0012 1002 9690"]}}
                {"id":"w","schema":"CryptoWallet","properties":{"publicKey":["1InventadaKey"]}}
                """);
        StringBuilder two = new StringBuilder("""
                {"id":"a","schema":"Person","properties":{"name":["Otra Persona Inventada"],"phone":["5555 0001"],"nationality":["hn"],"idNumber":["2990123450101"]}}
                {"id":"v","schema":"Vehicle","properties":{"registrationNumber":["p123abc"]}}
                {"id":"c","schema":"BankAccount","properties":{"iban":["gt82traj01020000001210029690"]}}
                {"id":"b","schema":"Company","properties":{"name":["Caja"],"email":["caja@inventada.example"]}}
                {"id":"w","schema":"CryptoWallet","properties":{"publicKey":["1INVENTADAKEY"]}}
                """);
        for (int i = 0; i < 60; i++) {
            two.append(
                    "{\"id\":\"m%1$d\",\"schema\":\"Person\",\"properties\":{\"name\":[\"Multitud %1$d\"],\"phone\":[\"%2$s\"]}}\n"
                            .formatted(i, i < 9 ? "5555 0009" : "5555 9" + (100 + i)));
        }
        one.append(
                "{\"id\":\"t\",\"schema\":\"Company\",\"properties\":{\"name\":[\"Taxis\"],\"phone\":[\"5555 0009\"]}}\n");
        assertThat(unit.take("uno.json", one.toString()).refused()).isZero();
        assertThat(unit.take("dos.json", two.toString()).refused()).isZero();
    }

    @AfterAll
    void close() {
        unit.close();
    }

    @Test
    void accentsOrderAndUnfinishedWordsDoNotMatter() {
        for (String typed : List.of("neca guell", "GÜELL ñeca", "dinventada maria", "maria inv dinv", "guell mar")) {
            if (typed.equals("maria inv dinv")) {
                assertThat(search(typed).hits()).isEmpty();
            } else {
                assertThat(EntityImportTest.captions(search(typed))).containsExactly("Ñeca María Güell d'Inventada");
            }
        }
        assertThat(EntityImportTest.captions(search("24 transportes"))).hasSize(1);
        assertThat(search("gue").hits()).hasSize(1);
        assertThat(search("ue").hits()).isEmpty();
    }

    /** Else every entry of the index is looked up in the table: ten times the time at a million entities. */
    @Test
    void anImportMarksItsRowsAsSeenByAllSoThatASearchReadsTheIndexAlone() throws java.sql.SQLException {
        try (var all = unit.test.superuser();
                var statement = all.createStatement();
                var rows = statement.executeQuery("""
                        SELECT count(*) FROM pg_stat_all_tables WHERE schemaname = 'prosecution' AND last_vacuum IS NOT NULL
                        AND relname IN ('token', 'identifier', 'entity', 'claim')
                        """)) {
            assertThat(rows.next()).isTrue();
            assertThat(rows.getInt(1)).isEqualTo(4);
        }
    }

    @Test
    void anIdentifierIsFoundHoweverItIsWritten() {
        // Both were taken in with the country's code; who types no country means any.
        assertThat(search("5555-0001").hits()).hasSize(2);
        assertThat(search("55550001").hits()).hasSize(2);
        assertThat(search("5555-0002").hits()).isEmpty();
        assertThat(search("+503 55550001").hits()).isEmpty();
        assertThat(search("+502 55550001").hits()).hasSize(2);
        assertThat(search("2990-12345").hits()).hasSize(2);
        assertThat(search("P 123").hits()).hasSize(2);
        assertThat(search("CAJA@inventada.example").hits()).hasSize(2);
        // A wallet's letters tell it from another, but whoever copies them by ear must find both.
        assertThat(search("1InventadaKey").hits()).hasSize(2);
    }

    @Test
    void facetsCountAndNarrow() {
        SearchResult all = search("inventad");
        assertThat(all.found()).isEqualTo(3);
        assertThat(all.schemata())
                .extracting(SearchResult.Facet::code, SearchResult.Facet::count)
                .contains(org.assertj.core.groups.Tuple.tuple("Company", 1));
        assertThat(all.sources()).hasSize(2);
        assertThat(all.countries()).extracting(SearchResult.Facet::code).containsExactlyInAnyOrder("gt", "mx");
        assertThat(find(SearchRequest.of("inventad").withCountry("mx")).found()).isEqualTo(1);
        assertThat(find(SearchRequest.of("inventad").withSchema("Person")).found())
                .isEqualTo(2);
        assertThat(find(SearchRequest.of("").withSchema("Vehicle")).found()).isEqualTo(2);
        assertThat(find(SearchRequest.of("").withCountry("hn")).found())
                .as("nationality finds nobody")
                .isZero();
        SourceId first = all.hits().stream()
                .filter(hit -> hit.sourceName().equals("uno.json"))
                .findFirst()
                .orElseThrow()
                .source();
        assertThat(find(SearchRequest.of("inventad").withSource(first)).found()).isEqualTo(2);
        assertThat(find(SearchRequest.of("").withSource(first)).found()).isEqualTo(6);
    }

    @Test
    void pagesShowEachEntityOnce() {
        List<EntityId> seen = new ArrayList<>();
        SearchRequest request = SearchRequest.of("multitud");
        SearchResult page = find(request);
        page.hits().forEach(hit -> seen.add(hit.id()));
        while (page.next().isPresent()) {
            page = find(request.after(page.next().get()));
            page.hits().forEach(hit -> seen.add(hit.id()));
        }
        assertThat(seen).hasSize(60).doesNotHaveDuplicates();
    }

    @Test
    void whatTwoSourcesShareExactlyIsAnOverlapAndNothingElseIs() {
        assertThat(unit.prosecution
                        .overlaps(unit.investigator, Optional.empty(), false, Optional.empty())
                        .rows())
                .extracting(Overlap::kind, Overlap::value, Overlap::sources, Overlap::entities)
                .containsExactlyInAnyOrder(
                        org.assertj.core.groups.Tuple.tuple(IdentifierKind.PHONE, "+50255550001", 2, 2),
                        org.assertj.core.groups.Tuple.tuple(IdentifierKind.DOCUMENT, "2990123450101", 2, 2),
                        org.assertj.core.groups.Tuple.tuple(IdentifierKind.PLATE, "P123ABC", 2, 2),
                        org.assertj.core.groups.Tuple.tuple(
                                IdentifierKind.ACCOUNT, "GT82TRAJ01020000001210029690", 2, 2),
                        org.assertj.core.groups.Tuple.tuple(IdentifierKind.EMAIL, "caja@inventada.example", 2, 2));
    }

    @Test
    void aNumberThatManyShareIsAProbableHubAndAMemberCanSayWhatItIs() {
        Overlap taxis = unit.prosecution
                .overlaps(unit.investigator, Optional.empty(), true, Optional.empty())
                .rows()
                .getFirst();
        assertThat(taxis.value()).isEqualTo("+50255550009");
        assertThat(taxis.entities()).isEqualTo(10);
        assertThat(taxis.isProbablyHub()).isTrue();

        unit.prosecution.markHub(unit.investigator, taxis.id(), Optional.of(HubKind.TAXI_RANK));
        OverlapView view =
                unit.prosecution.overlap(unit.investigator, taxis.id()).orElseThrow();
        assertThat(view.overlap().hub()).contains(HubKind.TAXI_RANK);
        assertThat(view.places()).hasSize(10);
        unit.prosecution.markHub(unit.investigator, taxis.id(), Optional.empty());
        assertThat(unit.prosecution
                        .overlap(unit.investigator, taxis.id())
                        .orElseThrow()
                        .overlap()
                        .hub())
                .isEmpty();
    }

    @Test
    void aClaimLeadsToItsRow() {
        EntityView view = unit.prosecution
                .entity(
                        unit.investigator,
                        search("guell neca").hits().getFirst().id())
                .orElseThrow();
        RowView row = unit.prosecution
                .row(
                        unit.investigator,
                        view.source().id(),
                        view.claims().getFirst().row())
                .orElseThrow();

        assertThat(row.said()).hasSize(view.claims().size());
        assertThat(view.shared()).hasSize(2);
    }

    @Test
    void onlyWhoInvestigatesIsLetIn() {
        for (Role role : List.of(Role.ANALYST, Role.LIAISON, Role.CASEWORKER, Role.ADMINISTRATOR)) {
            var other = unit.member(role);
            assertThatThrownBy(() -> unit.prosecution.search(other, SearchRequest.of("inventad")))
                    .isInstanceOf(RefusedException.class);
        }
        var otherwise = unit.investigator.withPurpose(Purpose.PREVENTION);
        assertThatThrownBy(() -> unit.prosecution.sources(otherwise, Optional.empty()))
                .isInstanceOf(RefusedException.class);
        assertThat(unit.prosecution
                        .search(unit.member(Role.PROSECUTOR), SearchRequest.of("inventad"))
                        .found())
                .isEqualTo(3);
    }

    @Test
    void telephoneNumbersAreTheSameLineHoweverTheyAreWritten() {
        for (String mexican : List.of("+52 1 55 1234 5678", "0052 55 1234 5678", "+525512345678")) {
            assertThat(Phones.normalise(mexican, Optional.empty())).contains("+525512345678");
        }
        for (String mexican : List.of("044 55 1234 5678", "01 55 1234 5678", "55 1234 5678", "52 1 55 1234 5678")) {
            assertThat(Phones.normalise(mexican, Optional.of("mx"))).contains("+525512345678");
        }
        assertThat(Phones.normalise("(504) 9999-0000", Optional.of("hn"))).contains("+50499990000");
        assertThat(Phones.normalise("7000 1234 ext. 5", Optional.of("sv"))).contains("+50370001234");
        assertThat(Phones.normalise("(202) 555-0123", Optional.of("us"))).contains("+12025550123");
        assertThat(Phones.normalise("5555 0001", Optional.empty())).contains("55550001");
        assertThat(Phones.possible("5555 0001")).contains("55550001", "+50255550001", "+50355550001");
        assertThat(Phones.possible("+502 5555 0001")).containsExactly("+50255550001");
        assertThat(Phones.possible("Palma")).isEmpty();
        assertThat(Phones.normalise("5.02E+10", Optional.of("gt"))).isEmpty();
        assertThat(Phones.normalise("000000000", Optional.of("gt"))).isEmpty();
    }

    private SearchResult search(String words) {
        return find(SearchRequest.of(words));
    }

    private SearchResult find(SearchRequest request) {
        return unit.prosecution.search(unit.investigator, request);
    }
}
