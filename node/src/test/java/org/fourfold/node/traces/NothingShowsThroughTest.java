package org.fourfold.node.traces;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpResponse;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.fourfold.node.access.WebVisitor;
import org.fourfold.node.frame.Actor;
import org.fourfold.node.frame.CaseFileId;
import org.fourfold.node.frame.Purpose;
import org.fourfold.node.frame.Role;
import org.fourfold.node.protection.Answers;
import org.fourfold.node.protection.Field;
import org.fourfold.node.protection.Instruments;
import org.fourfold.node.protection.Protection;
import org.fourfold.node.protection.Question;
import org.fourfold.node.trust.Sequencer;
import org.fourfold.node.web.NodeUnderTest;
import org.fourfold.node.web.NodeUnderTest.Invented;
import org.fourfold.node.web.Routes;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/**
 * What persons in care told shows through to nobody who may not see it: not as a word, not as a length, not as a page that
 * is there or is not. Two nodes live the same life, with the same members, clock and identifiers, and differ only in what
 * two persons told: one of them in words of the same lengths, the other in longer ones, and both in what they chose. Then
 * everybody whom it does not concern opens every page there is and sends every form about a file; each answer of the one node
 * equals the other's: status, headers and body, to the byte. New pages are walked because they are there.
 *
 * <p>Out of it: whether a typed name is that of somebody with a file. A caseworker of another team is told that, so that
 * nobody is asked everything twice; here they type a name that nobody has. And how much is done: who tells oftener
 * makes more events, which the record counts.
 */
@Tag("browser")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class NothingShowsThroughTest {

    private static final List<Invented> MEMBERS = List.of(
            member("clara", Role.CASEWORKER, "Casa Ceiba"),
            member("berta", Role.CASEWORKER, "Casa del Río"),
            new Invented("laura", Role.LAWYER, Optional.empty(), false),
            member("rita", Role.CASEWORKER, "Casa Garza"),
            new Invented("susana", Role.SUPERVISOR, Optional.of("Casa Garza"), true),
            new Invented("leonor", Role.LAWYER, Optional.empty(), false),
            member("amparo", Role.ADMINISTRATOR, "Casa Ceiba"),
            member("paz", Role.PRIVACY_OFFICER, "Casa Ceiba"),
            member("teo", Role.TRUSTEE, "Casa Ceiba"),
            member("ana", Role.ANALYST, "Casa Ceiba"),
            member("leandro", Role.LIAISON, "Casa Ceiba"),
            member("ines", Role.INVESTIGATOR, "Casa Ceiba"),
            member("pedro", Role.PROSECUTOR, "Casa Ceiba"));

    /** Whom nothing of it concerns; first those whose own pages tell what was done, before the others' refusals fill them. */
    private static final List<String> ALL_OUTSIDERS =
            List.of("paz", "teo", "amparo", "rita", "susana", "leonor", "ana", "leandro", "ines", "pedro");

    /** One of each way to stand outside; every one of them with {@code -Dfourfold.outsiders=all}. */
    private static final List<String> OUTSIDERS =
            System.getProperty("fourfold.outsiders", "").equals("all")
                    ? ALL_OUTSIDERS
                    : List.of("paz", "teo", "amparo", "rita", "ana");

    /** Of those, whoever sends every form too: one without files, one who runs the node. */
    private static final List<String> SENDERS = List.of("rita", "amparo");

    /** Tell how the node is, and how long its record. */
    private static final List<String> OF_THE_NODE = List.of("/record", "/condition", "/health");

    /** Ends the session; is the same file for everybody. */
    private static final Set<String> NOT_WALKED = Set.of("/leave", "/s/{hash}/{*name}");

    private static final Pattern VARIABLE = Pattern.compile("\\{([a-z]+)(?::[^/]*)?}(?=/|$)");
    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");
    private static final Pattern DRAWN = Pattern.compile("(name=\"(?:_csrf|form-key)\" value=\")[^\"]*");
    private static final Pattern ID = Pattern.compile("[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    /** The record's own pages are full of what each log draws: roots, commitments, pseudonyms, a key. */
    private static final Pattern OF_THE_LOG = Pattern.compile("[A-Za-z0-9+/=%]{24,}|\\b[0-9a-f]{8}\\b");

    /** The length is that of the body, which is compared. */
    private static final Set<String> HEADERS_DRAWN = Set.of("date", "set-cookie", "content-length");

    private final InstantSource clock = InstantSource.fixed(Instant.now().truncatedTo(ChronoUnit.MILLIS));
    private final List<Answered> first = new ArrayList<>();
    private final List<Answered> second = new ArrayList<>();

    /** What two persons tell in one of the two lives. */
    private record Tale(long seed, int longest, List<String> born, boolean firstChoice) {

        /** Words of sixteen letters for the first person, up to so many for the second. */
        Supplier<String> words(int person) {
            Random letters = new Random(seed + person);
            int length = person == 0 ? 16 : longest;
            return () -> PersonInCare.SIGN
                    + letters.ints(length, 'a', 'z' + 1)
                            .mapToObj(Character::toString)
                            .collect(Collectors.joining());
        }

        /** Every question of which something is chosen, not written, answered. */
        void choose(Protection protection, Actor actor, CaseFileId file) {
            for (Question question : Question.values()) {
                List<Field> fields = question.fields().stream()
                        .filter(field -> field.kind() != Field.Kind.WORDS)
                        .toList();
                if (!fields.isEmpty()) {
                    protection.answer(actor, file, fields, Answers.parse(fields, chosen(fields)));
                }
            }
        }

        private Map<String, List<String>> chosen(List<Field> fields) {
            Map<String, List<String>> form = new HashMap<>();
            for (Field field : fields) {
                if (field.kind() == Field.Kind.DATED) {
                    form.put(field.formName(), born);
                } else {
                    form.put(
                            field.formName(),
                            List.of(
                                    firstChoice
                                            ? field.options().getFirst()
                                            : field.options().getLast()));
                }
            }
            return form;
        }
    }

    /** One answer, without what is drawn anew for each. */
    private record Answered(String member, String asked, int status, List<String> headers, String body) {}

    @BeforeAll
    void liveTwice() {
        live(new Tale(1, 4, List.of("17", "5", "1990", ""), true), first);
        live(new Tale(2, 29, List.of("2", "11", "2014", ""), false), second);
    }

    @Test
    void everyAnswerToEverybodyOutsideIsTheSame() {
        assertThat(outside(first)).hasSameSizeAs(outside(second)).hasSizeGreaterThan(OUTSIDERS.size() * 100);
        assertThat(differing(outside(first), outside(second))).isEmpty();
    }

    @Test
    void whoHelpsSeesTheDifference() {
        assertThat(differing(by("clara", first), by("clara", second))).hasSize(2);
        assertThat(by("clara", first).stream().filter(answer -> answer.body().contains(PersonInCare.SIGN)))
                .hasSize(2);
    }

    @Test
    void everybodyOutsideWasAnsweredWithPagesOfTheirOwn() {
        for (String member : OUTSIDERS) {
            assertThat(by(member, first).stream().filter(answer -> answer.status() == 200))
                    .as(member)
                    .hasSizeGreaterThan(10);
        }
        assertThat(first.stream().map(Answered::status)).doesNotContain(500);
    }

    private void live(Tale tale, List<Answered> answers) {
        Repeated random = new Repeated();
        try (NodeUnderTest node = NodeUnderTest.shelter(clock, random, MEMBERS)) {
            // From here on it places what is done when it is told to, not on its own beat.
            node.facade(Sequencer.class).close();
            List<CaseFileId> files = tell(node, random, tale);
            Script script = new Script(node, files);
            script.walk("clara", script.lookedAtByTheOwner(), List.of()).forEach(answers::add);
            for (String member : OUTSIDERS) {
                boolean sends = OUTSIDERS.equals(ALL_OUTSIDERS) || SENDERS.contains(member);
                script.walk(member, script.pages(), sends ? script.forms() : List.of())
                        .forEach(answers::add);
            }
        }
    }

    private static List<CaseFileId> tell(NodeUnderTest node, Repeated random, Tale tale) {
        Map<String, Actor> members = Stream.of("clara", "berta", "laura")
                .collect(Collectors.toMap(Function.identity(), name -> node.actor(name, Purpose.PROTECTION)));
        Actor clara = node.actor("clara", Purpose.PROTECTION);
        List<CaseFileId> files = new ArrayList<>();
        for (int person = 0; person < 3; person++) {
            random.from(person);
            PersonInCare told = new PersonInCare(Facades.of(node), members, random, tale.words(person)).begin();
            if (person < 2) {
                told.goOn();
                tale.choose(node.facade(Protection.class), clara, told.file());
            }
            files.add(told.file());
        }
        return files;
    }

    private static List<Answered> outside(List<Answered> answers) {
        return answers.stream()
                .filter(answer -> OUTSIDERS.contains(answer.member()))
                .toList();
    }

    private static List<Answered> by(String member, List<Answered> answers) {
        return answers.stream().filter(answer -> answer.member().equals(member)).toList();
    }

    /** What was asked and answered otherwise, with the first place where the two part. */
    private static List<String> differing(List<Answered> one, List<Answered> other) {
        List<String> differing = new ArrayList<>();
        for (int at = 0; at < Math.min(one.size(), other.size()); at++) {
            Answered here = one.get(at);
            Answered there = other.get(at);
            if (!here.equals(there)) {
                differing.add(here.member() + " " + here.asked() + " " + here.status() + "/" + there.status() + " "
                        + parting(here.headers() + here.body(), there.headers() + there.body()));
            }
        }
        return differing;
    }

    private static String parting(String one, String other) {
        int at = 0;
        while (at < Math.min(one.length(), other.length()) && one.charAt(at) == other.charAt(at)) {
            at++;
        }
        return around(one, at) + " | " + around(other, at);
    }

    private static String around(String text, int at) {
        return text.substring(Math.max(0, at - 60), Math.min(text.length(), at + 60));
    }

    private static Invented member(String name, Role role, String team) {
        return new Invented(name, role, Optional.of(team), false);
    }

    /** What is asked of a node, the same of both. */
    private static final class Script {

        /** Of one person's file what is sent is walked; of both what is opened. */
        private static final int FILES_SENT_TO = 1;

        private final NodeUnderTest node;
        private final List<CaseFileId> files;
        private final Set<String> known;
        private final Map<String, List<String>> values;

        Script(NodeUnderTest node, List<CaseFileId> files) {
            this.node = node;
            this.files = files;
            List<String> ids = files.stream().map(CaseFileId::toString).toList();
            List<String> items = column("SELECT DISTINCT item FROM protection.content WHERE item NOT IN "
                    + "(SELECT id FROM protection.case_file) AND field_group <> 'NOTES' ORDER BY 1 LIMIT 3");
            List<String> demands = column("SELECT id FROM protection.demand ORDER BY 1");
            List<String> members = column("SELECT id FROM access.member ORDER BY 1 LIMIT 2");
            this.known = new TreeSet<>(ids);
            known.addAll(items);
            known.addAll(demands);
            known.addAll(members);
            Map<String, List<String>> all = new LinkedHashMap<>();
            all.put("file", ids.subList(0, 2));
            all.put("opening", ids.subList(2, 3));
            all.put(
                    "note",
                    column("SELECT DISTINCT item FROM protection.content WHERE field_group = 'NOTES' ORDER BY 1"));
            List.of("conversation", "sign", "decision", "item", "source").forEach(name -> all.put(name, items));
            all.put("demand", demands);
            all.put(
                    "entry",
                    column("SELECT max(entry) FROM trust.event WHERE subject IS NOT NULL GROUP BY subject ORDER BY 1"));
            all.put("override", column("SELECT id FROM protection.consent_override ORDER BY 1"));
            List.of("list", "run", "breach", "complaint", "recording", "interpreter", "service")
                    .forEach(name -> all.put(name, items));
            all.put("other", items);
            all.put("consent", items);
            all.put("withholding", items);
            all.put("handover", items);
            all.put("risk", column("SELECT id FROM protection.urgent_risk ORDER BY 1"));
            all.put("relative", column("SELECT id FROM protection.relative ORDER BY 1"));
            all.put("id", Stream.concat(members.stream(), ids.stream()).toList());
            all.put("question", List.of("name", "age"));
            all.put("kind", List.of("birth", "interim-began", "t-granted"));
            all.put(
                    "indicator",
                    List.of(Instruments.shipped()
                            .firstContact()
                            .indicators()
                            .getLast()
                            .id()));
            all.put("night", List.of("1970-01-01"));
            all.put("code", List.of("sesnsp-victims"));
            all.put("number", List.of("1"));
            all.put("index", List.of("0", "9"));
            all.put("row", List.of("1"));
            all.put("rule", List.of("us-minor-notice"));
            this.values = all;
        }

        private List<String> column(String sql) {
            try (Connection connection = node.superuser();
                    var statement = connection.createStatement();
                    var rows = statement.executeQuery(sql)) {
                List<String> column = new ArrayList<>();
                while (rows.next()) {
                    column.add(rows.getString(1));
                }
                return column;
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        }

        List<String> lookedAtByTheOwner() {
            return files.stream().limit(2).map(file -> "/files/" + file).toList();
        }

        /** Every page, with every identifier that it might be asked for. */
        List<String> pages() {
            return Routes.opened().stream()
                    .filter(route -> !NOT_WALKED.contains(route))
                    .flatMap(this::filled)
                    .toList();
        }

        /** Every form about a file. */
        List<String> forms() {
            return Routes.sentTo().stream()
                    .filter(route -> route.contains("{file}"))
                    .flatMap(this::filled)
                    .filter(path -> files.stream().limit(FILES_SENT_TO).anyMatch(file -> path.contains("/" + file)))
                    .toList();
        }

        private Stream<String> filled(String route) {
            Matcher variable = VARIABLE.matcher(route);
            if (!variable.find()) {
                return Stream.of(route);
            }
            List<String> possible = Objects.requireNonNull(
                    values.get(variable.group(1)), () -> "what may stand for " + variable.group() + " in " + route);
            return possible.stream()
                    .flatMap(value ->
                            filled(route.substring(0, variable.start()) + value + route.substring(variable.end())));
        }

        Stream<Answered> walk(String member, List<String> pages, List<String> forms) {
            List<Answered> answers = new ArrayList<>();
            try (WebVisitor visitor = new WebVisitor(URI.create(node.address()).getPort())) {
                assertThat(visitor.signIn(member, NodeUnderTest.PASSWORD).statusCode())
                        .isEqualTo(303);
                for (String page : pages) {
                    answers.add(answered(member, page, () -> visitor.open(page)));
                }
                Matcher token = TOKEN.matcher(visitor.open("/account").body());
                assertThat(token.find()).as("a form's token").isTrue();
                Map<String, String> empty = Map.of("_csrf", token.group(1));
                for (String form : forms) {
                    answers.add(answered(member, form, () -> visitor.post(form, empty)));
                }
                Map<String, String> search = Map.of("_csrf", token.group(1), "typed", "Nadie Ninguna");
                answers.add(answered(member, "/files/search", () -> visitor.post("/files/search", search)));
            }
            return answers.stream();
        }

        private Answered answered(String member, String asked, Supplier<HttpResponse<String>> ask) {
            if (OF_THE_NODE.stream().anyMatch(asked::startsWith)) {
                // What was done before has its place in the record, which these pages count.
                node.facade(Sequencer.class).drain();
            }
            HttpResponse<String> answer = ask.get();
            List<String> headers = answer.headers().map().entrySet().stream()
                    .filter(header -> !HEADERS_DRAWN.contains(header.getKey()))
                    .map(header -> plain(header.toString()))
                    .sorted()
                    .toList();
            String body = plain(answer.body());
            return new Answered(
                    member,
                    asked,
                    answer.statusCode(),
                    headers,
                    asked.startsWith("/record") ? OF_THE_LOG.matcher(body).replaceAll("drawn") : body);
        }

        /** Without the tokens and the identifiers that were drawn for this answer alone. */
        private String plain(String text) {
            return ID.matcher(DRAWN.matcher(text).replaceAll("$1"))
                    .replaceAll(id -> known.contains(id.group()) ? id.group() : "id");
        }
    }

    /** Chance that repeats itself for the thread that made it, anew from each mark; everybody else's is chance. */
    private static final class Repeated extends SecureRandom {

        private static final long serialVersionUID = 1L;

        private final transient Thread mine = Thread.currentThread();
        private transient Random repeated = new Random(0);

        void from(long mark) {
            repeated = new Random(mark + 1);
        }

        @Override
        public void nextBytes(byte[] bytes) {
            if (Thread.currentThread().equals(mine)) {
                repeated.nextBytes(bytes);
            } else {
                super.nextBytes(bytes);
            }
        }
    }
}
