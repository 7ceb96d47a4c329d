package org.fourfold.node.protection;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import org.fourfold.node.access.WebVisitor;
import org.fourfold.node.frame.Actor;
import org.fourfold.node.frame.CaseFileId;
import org.fourfold.node.frame.Purpose;
import org.fourfold.node.web.NodeUnderTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Who keeps the node in order sees nothing that was entrusted to it: the answer for a file that there is equals the
 * answer for one that there is not, to the byte.
 */
@Tag("browser")
class NoContentForOfficersTest {

    private static final String NAME = "Petrona Tzoy";
    private static final List<String> PAGES = List.of(
            "/files/%s",
            "/files/%s/print",
            "/files/%s/answers/needs",
            "/files/%s/notes/" + NoteId.random(House.RANDOM),
            "/files/%s/close",
            "/files/%s/erase",
            "/files/%s/demands",
            "/files/%s/demands/" + NoteId.random(House.RANDOM),
            "/files/%s/lawyer",
            "/files/%s/override",
            "/files/%s/emergency",
            "/files/%s/receipt");

    @ParameterizedTest
    @ValueSource(strings = {"amparo", "paz", "teo", "ana", "leandro"})
    void aFileThatThereIsLooksLikeOneThatThereIsNot(String member) {
        CaseFileId file = file();
        CaseFileId none = CaseFileId.random(House.RANDOM);
        try (WebVisitor visitor = visitor()) {
            assertThat(visitor.signIn(member, NodeUnderTest.PASSWORD).statusCode())
                    .isEqualTo(303);
            for (String page : PAGES) {
                HttpResponse<String> there = visitor.open(page.formatted(file));
                HttpResponse<String> notThere = visitor.open(page.formatted(none));
                assertThat(there.statusCode()).as(page).isIn(403, 404).isEqualTo(notThere.statusCode());
                assertThat(told(there, file))
                        .as(page)
                        .isEqualTo(told(notThere, none))
                        .doesNotContain(NAME);
            }
            HttpResponse<String> noted = visitor.send(
                    "/account", "/files/" + file + "/notes/" + NoteId.random(House.RANDOM), Map.of("text", "x"));
            assertThat(noted.statusCode()).isBetween(400, 499);
            // The privacy officer's own pages and the trustees' tell of no file, nor does reporting; nobody's desk
            // leads to one.
            assertThat(visitor.open("/").body())
                    .doesNotContain(NAME)
                    .doesNotContainPattern(
                            "href=\"/files(?!/(oversight|requests|breaches|breaches/report|complaints)\")");
            assertThat(visitor.open("/files").body()).doesNotContain(NAME);
        }
    }

    /** What the page says, without its own address and what is new in every answer. */
    private static String told(HttpResponse<String> answer, CaseFileId file) {
        return answer.body().replace(file.toString(), "").replaceAll("name=\"(_csrf|form-key)\" value=\"[^\"]*\"", "");
    }

    private static CaseFileId file() {
        Protection protection = NodeUnderTest.shared().facade(Protection.class);
        Actor clara = NodeUnderTest.shared().actor("clara", Purpose.PROTECTION);
        OpeningId opening = protection.begin(clara);
        protection.keep(clara, opening, House.answers(Question.NAME, Map.of("name", List.of(NAME))));
        return protection.open(clara, opening).id();
    }

    private static WebVisitor visitor() {
        return new WebVisitor(URI.create(NodeUnderTest.shared().address()).getPort());
    }
}
