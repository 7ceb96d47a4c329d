package org.fourfold.node.prosecution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.fourfold.node.frame.Problem;
import org.fourfold.node.frame.ProblemException;
import org.fourfold.node.frame.ProgressListener;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** Entities from file to store and back. The counts of real files come from one-liners that use none of our code. */
@Tag("database")
class EntityImportTest {

    private static final String PERSON =
            "{\"id\":\"p1\",\"schema\":\"Person\",\"properties\":{\"name\":[\"Persona Inventada\"],\"phone\":[\"5555 1234\"]}}\n";

    private final Unit unit = new Unit();

    @AfterEach
    void close() {
        unit.close();
    }

    @Test
    void theRealSamplesComeBackAsTheyWent() throws IOException {
        // wc -l: 474 and 21 lines; jq -r .id | sort -u | wc -l says as many.
        comesBack(Unit.real("ftm/nomenklatura_donations.ftm.ijson"), 474);
        comesBack(Unit.real("ftm/aleph_samples.ftm.ijson"), 21);
    }

    @Test
    void contextKeysFragmentsAndWhatTheModelDoesNotKnowComeBackAsTheyWent() throws IOException {
        Path file = unit.write("context.json", """
                {"id":"a","schema":"Thing","properties":{"name":["Uno"],"@odd":["x"]},"datasets":["d1"],"target":true,"n":{"b":[1,2.50]}}
                {"id":"b","schema":"Spaceship","properties":{"warp":["9"],"name":["Nave \\"inventada\\"\\ttab"]},"referents":[]}
                {"id":"a","schema":"Person","properties":{"name":["Dos"],"shoeSize":["41"]},"datasets":["d2","d1"]}
                """);
        ImportReport report = unit.take(file);

        assertThat(report.fragments()).isEqualTo(3);
        assertThat(report.entities()).isEqualTo(2);
        assertThat(report.unknown())
                .extracting(ImportReport.Counted::name)
                .containsExactlyInAnyOrder("Spaceship", "Thing.@odd", "Person.shoeSize");
        Map<String, Object> back = canonical(export(report.id()));
        assertThat(back).isEqualTo(canonical("""
                        {"id":"a","schema":"Person","properties":{"name":["Dos","Uno"],"@odd":["x"],"shoeSize":["41"]},"datasets":["d1","d2"],"target":true,"n":{"b":[1,2.50]}}
                        {"id":"b","schema":"Spaceship","properties":{"warp":["9"],"name":["Nave \\"inventada\\"\\ttab"]},"referents":[]}
                        """));
    }

    @Test
    void theSanctionsListsAreReadAsTheyStand() {
        ImportReport sdn = unit.take(Unit.real("sanctions/us_ofac_sdn_2024-05-03.csv"));

        // python3 -c "import csv,collections as c;r=[x for x in csv.reader(open(F)) if len(x)==12];
        //   print(len(r),c.Counter(x[2].strip() for x in r))": 14965, individual 6854, -0- 6884, vessel 851, aircraft
        // 376;
        // grep -o 'Digital Currency Address - ' F | wc -l counts the wallets.
        assertThat(sdn.rows()).isEqualTo(14_965);
        assertThat(sdn.refused()).isZero();
        assertThat(sdn.aside()).isZero();
        assertThat(schemata(sdn))
                .containsEntry("Person", 6_854L)
                .containsEntry("Organization", 6_884L)
                .containsEntry("Vessel", 851L)
                .containsEntry("Airplane", 376L)
                .containsEntry("Sanction", 14_965L);

        ImportReport engel = unit.take(Unit.real("sanctions/us_section353_engel_list.csv"));
        // python3 -c "import csv,collections as c;print(c.Counter(x['country'] for x in csv.DictReader(open(F))))"
        assertThat(schemata(engel)).isEqualTo(Map.of("Person", 167L, "Sanction", 167L));
        assertThat(view(engel).countries())
                .extracting(ImportReport.Counted::name, ImportReport.Counted::count)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("gt", 50L),
                        org.assertj.core.groups.Tuple.tuple("hn", 48L),
                        org.assertj.core.groups.Tuple.tuple("ni", 40L),
                        org.assertj.core.groups.Tuple.tuple("sv", 29L));
    }

    @Test
    void statementsOfOneEntityBecomeOneEntityWithTheirRows() {
        ImportReport report = unit.take("statements.csv", """
                canonical_id,entity_id,prop,prop_type,schema,value,dataset,origin,lang,original_value,external,first_seen,last_seen,id
                Q1,a-1,id,checksum,Person,abc,lista,,,,f,2024,2024,abc
                Q1,a-1,name,name,Person,Persona Inventada,lista,,spa,PERSONA INVENTADA,f,2024,2024,s1
                b-1,b-1,name,name,Company,Empresa Inventada,lista,,,,f,2024,2024,s2
                Q1,c-1,birthDate,date,LegalEntity,1970,otra,,,,f,2024,2024,s3
                ,,name,name,Person,Nadie,otra,,,,f,2024,2024,s4
                """);

        assertThat(report.rows()).isEqualTo(5);
        assertThat(report.entities()).isEqualTo(2);
        assertThat(report.problems()).singleElement().satisfies(problem -> {
            assertThat(problem.code()).isEqualTo("prosecution.statement-broken");
            assertThat(problem.place()).isEqualTo(new Problem.Place.Cell(6, ""));
        });
        SearchResult found = search("inventada persona");
        EntityView person = entity(found.hits().getFirst().id());
        assertThat(person.schema()).isEqualTo("Person");
        assertThat(person.externalId()).isEqualTo("Q1");
        assertThat(person.claims()).anySatisfy(claim -> {
            assertThat(claim.property()).isEqualTo("name");
            assertThat(claim.original()).isEqualTo("PERSONA INVENTADA");
            assertThat(claim.row()).isEqualTo(3);
            assertThat(claim.language()).isEqualTo("spa");
        });
        assertThat(person.claims()).anyMatch(claim -> claim.property().equals("birthDate") && claim.row() == 5);
    }

    @Test
    void aFileCutInTheMiddleOfALineIsRefusedWholeAndSaysWhere() {
        ImportReport report = unit.take("cut.json", PERSON + "{\"id\":\"p2\",\"schema\":\"Per");

        assertThat(report.fileRefused()).isTrue();
        assertThat(report.problems()).singleElement().satisfies(problem -> {
            assertThat(problem.code()).isEqualTo("prosecution.line-cut");
            assertThat(problem.place()).isEqualTo(new Problem.Place.Cell(2, ""));
        });
        assertThat(unit.count("source") + unit.count("entity") + unit.count("claim") + unit.count("token"))
                .isZero();
    }

    @Test
    void aLineThatIsNoEntityIsRefusedByItsNumberAndTheOthersAreTaken() {
        ImportReport report = unit.take(
                "bad.json",
                PERSON
                        + "{\"id\":\"p2\",\"schema\":\n"
                        + "[1,2]\n"
                        + "\n"
                        + "{\"schema\":\"Person\",\"properties\":{}}\n"
                        + "{\"id\":\"p3\",\"properties\":{}}\n"
                        + "{\"id\":\"p4\",\"schema\":\"Person\",\"properties\":{\"name\":[7]}}\n"
                        + "{\"id\":\"p5\",\"schema\":\"Person\",\"properties\":{\"name\":[null,\"Otra\"]}}\n");

        assertThat(report.entities()).isEqualTo(2);
        assertThat(report.problems())
                .extracting(Problem::code, problem -> ((Problem.Place.Cell) problem.place()).row())
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("prosecution.line-broken", 2L),
                        org.assertj.core.groups.Tuple.tuple("prosecution.line-no-object", 3L),
                        org.assertj.core.groups.Tuple.tuple("prosecution.id-missing", 5L),
                        org.assertj.core.groups.Tuple.tuple("prosecution.schema-missing", 6L),
                        org.assertj.core.groups.Tuple.tuple("prosecution.value-no-text", 7L));
        assertThat(view(report).problems()).isEqualTo(report.problems());
    }

    @Test
    void anIdThatTwoFilesUseStaysTwoEntities() {
        unit.take("one.json", PERSON);
        unit.take("two.json", "{\"id\":\"p1\",\"schema\":\"Company\",\"properties\":{\"name\":[\"Otra Cosa\"]}}\n");

        assertThat(unit.count("entity")).isEqualTo(2);
        assertThat(entity(search("otra cosa").hits().getFirst().id()).schema()).isEqualTo("Company");
    }

    @Test
    void ownersThatOwnOneAnotherInACircleAreShownOneStepAtATime() {
        unit.take("circle.json", """
                {"id":"a","schema":"Company","properties":{"name":["Alfa Inventada"],"parent":["a"]}}
                {"id":"b","schema":"Company","properties":{"name":["Beta Inventada"]}}
                {"id":"o1","schema":"Ownership","properties":{"owner":["a"],"asset":["b"]}}
                {"id":"o2","schema":"Ownership","properties":{"owner":["b"],"asset":["a"]}}
                """);

        Neighbourhood near = unit.prosecution.neighbours(
                unit.investigator, search("alfa").hits().getFirst().id());
        assertThat(near.ties())
                .filteredOn(tie -> tie.other().caption().equals("Beta Inventada"))
                .extracting(Neighbourhood.Tie::property)
                .containsExactlyInAnyOrder("owner", "asset");
        assertThat(near.hidden()).isZero();
    }

    @Test
    void anImportBrokenOffLeavesNothing() {
        Path file = unit.write("long.json", PERSON.repeat(2 * ProgressListener.EVERY_ROWS));

        assertThatThrownBy(() -> unit.prosecution.importEntities(
                        unit.investigator, file, "long.json", ImportOptions.plain(), (rows, read, total) -> {
                            unit.superuser("SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
                                    + " WHERE datname = current_database() AND pid <> pg_backend_pid()");
                        }))
                .isInstanceOf(RuntimeException.class);
        assertThat(unit.count("source") + unit.count("entity") + unit.count("claim"))
                .isZero();
        assertThat(unit.take(file).entities()).isEqualTo(1);
    }

    @Test
    void aDryRunTellsTheSameAndKeepsNothing() {
        Path file = unit.write("dry.json", PERSON);
        ImportReport dry = unit.prosecution.importEntities(
                unit.investigator, file, "dry.json", ImportOptions.plain().withDryRun(true), ProgressListener.silent());

        assertThat(dry.entities()).isEqualTo(1);
        assertThat(dry.id()).isEmpty();
        assertThat(unit.count("source") + unit.count("entity")).isZero();
        assertThat(unit.take(file).entities()).isEqualTo(1);
    }

    @Test
    void whatWasTakenBackIsGoneButForTheSourceThatSaysSo() {
        ImportReport first = unit.take("one.json", PERSON);
        unit.take("two.json", PERSON.replace("p1", "x9"));
        assertThat(unit.count("overlap")).isEqualTo(1);

        Source undone = unit.prosecution.undo(unit.investigator, first.id().orElseThrow());
        assertThat(undone.undone()).get().extracting(Source.Undone::by).isEqualTo(unit.investigator.member());
        assertThat(unit.count("entity WHERE source = 1")
                        + unit.count("claim WHERE source = 1")
                        + unit.count("identifier WHERE source = 1")
                        + unit.count("token WHERE source = 1")
                        + unit.count("tally WHERE source = 1")
                        + unit.count("overlap"))
                .isZero();
        assertThat(unit.count("entity")).isEqualTo(1);
        assertThatThrownBy(() -> unit.prosecution.undo(unit.investigator, undone.id()))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        e -> assertThat(e.problems())
                                .extracting(Problem::code)
                                .containsExactly("prosecution.source-undone"));
        assertThat(unit.take("again.json", PERSON).entities()).isEqualTo(1);
    }

    @Test
    void theSameFileIsTakenOnce() {
        unit.take("one.json", PERSON);
        ImportReport again = unit.take("same.json", PERSON);

        assertThat(again.problems()).extracting(Problem::code).containsExactly("prosecution.source-known");
    }

    @Test
    void aFileThatNobodyKnowsIsRefusedWithWhatToDo() {
        assertThat(unit.take("x.csv", "a,b\n1,2\n").problems())
                .extracting(Problem::code)
                .containsExactly("prosecution.kind-unknown");
        assertThat(unit.take("x.zip", "PK\u0003\u0004").problems())
                .extracting(Problem::code)
                .containsExactly("prosecution.file-packed");
    }

    private void comesBack(Path file, long entities) throws IOException {
        ImportReport report = unit.take(file);
        assertThat(report.entities()).isEqualTo(entities);
        assertThat(report.refused()).isZero();
        assertThat(canonical(export(report.id()))).isEqualTo(canonical(Files.readString(file)));
    }

    private String export(Optional<SourceId> source) {
        StringWriter out = new StringWriter();
        unit.prosecution.export(unit.investigator, source, out);
        return out.toString();
    }

    /** JSON lines by id, lists as sets: what has to be equal, and no more. */
    private static Map<String, Object> canonical(String lines) {
        JsonMapper mapper = JsonMapper.builder().build();
        return lines.lines()
                .filter(line -> !line.isBlank())
                .map(line -> (Map<?, ?>) mapper.readValue(line, Map.class))
                .collect(Collectors.toMap(entity -> String.valueOf(entity.get("id")), EntityImportTest::unordered));
    }

    private static Object unordered(Object value) {
        return switch (value) {
            case Map<?, ?> map -> {
                Map<String, Object> sorted = new TreeMap<>();
                map.forEach((key, one) -> sorted.put(String.valueOf(key), unordered(one)));
                yield sorted;
            }
            case Collection<?> list ->
                new HashSet<>(list.stream().map(EntityImportTest::unordered).toList());
            default -> value;
        };
    }

    private Map<String, Long> schemata(ImportReport report) {
        return view(report).schemata().stream()
                .filter(one -> !one.name().equals("CryptoWallet"))
                .collect(Collectors.toMap(ImportReport.Counted::name, ImportReport.Counted::count));
    }

    private SourceView view(ImportReport report) {
        return unit.prosecution
                .source(unit.investigator, report.id().orElseThrow())
                .orElseThrow();
    }

    private SearchResult search(String words) {
        return unit.prosecution.search(unit.investigator, SearchRequest.of(words));
    }

    private EntityView entity(EntityId id) {
        return unit.prosecution.entity(unit.investigator, id).orElseThrow();
    }

    static List<String> captions(SearchResult result) {
        return result.hits().stream().map(SearchResult.Hit::caption).toList();
    }
}
