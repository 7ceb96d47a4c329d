package org.fourfold.node.protection.internal;

import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.fourfold.node.frame.Answer;
import org.fourfold.node.frame.MemberId;
import org.fourfold.node.frame.PrivateJson;
import org.fourfold.node.frame.Revision;
import org.fourfold.node.protection.Answers;
import org.fourfold.node.protection.Field;
import org.fourfold.node.protection.Imported;
import org.fourfold.node.protection.Note;
import org.fourfold.node.protection.NoteDraft;
import org.fourfold.node.protection.NoteId;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The plaintexts under the ciphertexts, as JSON: {@code {"v":1,"SAFE_NOW":{"answer":"given","value":"yes"}}}. */
public final class Documents {

    private static final JsonMapper JSON = PrivateJson.mapper();
    private static final int VERSION = 1;

    private Documents() {}

    public static byte[] write(Answers answers) {
        ObjectNode document = JSON.createObjectNode().put("v", VERSION);
        for (Field field : Field.values()) {
            Answer<String> answer = answers.byField().get(field);
            if (answer != null) {
                put(document.putObject(field.name()), answer);
            }
        }
        return JSON.writeValueAsBytes(document);
    }

    public static Answers readAnswers(byte[] bytes) {
        JsonNode document = JSON.readTree(bytes);
        Map<Field, Answer<String>> answers = new EnumMap<>(Field.class);
        for (Field field : Field.values()) {
            JsonNode entry = document.get(field.name());
            if (entry != null) {
                answers.put(field, answer(entry));
            }
        }
        return new Answers(answers);
    }

    /** {@code {"v":1,"cells":{"prs_Birthdate":"1990-05-01"}}}. */
    public static byte[] write(Imported imported) {
        ObjectNode document = JSON.createObjectNode().put("v", VERSION);
        ObjectNode cells = document.putObject("cells");
        imported.cells().forEach(cells::put);
        return JSON.writeValueAsBytes(document);
    }

    public static Imported readImported(byte[] bytes) {
        Map<String, String> cells = new LinkedHashMap<>();
        for (Map.Entry<String, JsonNode> cell :
                JSON.readTree(bytes).required("cells").properties()) {
            cells.put(cell.getKey(), cell.getValue().asString());
        }
        return new Imported(cells);
    }

    public static byte[] write(Note note) {
        ObjectNode document = JSON.createObjectNode()
                .put("v", VERSION)
                .put("note", note.id().toString())
                .put("revision", note.revision().number())
                .put("author", note.author().toString())
                .put("at", note.writtenAt().toString())
                .put("text", note.text());
        note.toldOn().ifPresent(day -> document.put("told", day.toString()));
        note.struck().ifPresent(why -> document.put("struck", why));
        return JSON.writeValueAsBytes(document);
    }

    public static Note readNote(byte[] bytes) {
        JsonNode document = JSON.readTree(bytes);
        return new Note(
                NoteId.parse(text(document, "note")),
                new Revision(document.required("revision").asInt()),
                MemberId.parse(text(document, "author")),
                Instant.parse(text(document, "at")),
                told(document),
                text(document, "text"),
                Optional.ofNullable(document.get("struck")).map(JsonNode::asString));
    }

    /** Notes of before have none. */
    private static Optional<LocalDate> told(JsonNode document) {
        return Optional.ofNullable(document.get("told")).map(day -> LocalDate.parse(day.asString()));
    }

    public static byte[] write(NoteDraft draft) {
        ObjectNode document = JSON.createObjectNode()
                .put("v", VERSION)
                .put("note", draft.note().toString())
                .put("base", draft.baseRevision())
                .put("at", draft.keptAt().toString())
                .put("text", draft.text());
        draft.toldOn().ifPresent(day -> document.put("told", day.toString()));
        return JSON.writeValueAsBytes(document);
    }

    public static NoteDraft readDraft(byte[] bytes) {
        JsonNode document = JSON.readTree(bytes);
        return new NoteDraft(
                NoteId.parse(text(document, "note")),
                document.required("base").asInt(),
                told(document),
                text(document, "text"),
                Instant.parse(text(document, "at")));
    }

    private static String text(JsonNode document, String name) {
        return document.required(name).asString();
    }

    static void put(ObjectNode entry, Answer<String> answer) {
        entry.put("answer", answer.code());
        answer.asGiven().ifPresent(value -> entry.put("value", value));
    }

    static Answer<String> answer(JsonNode entry) {
        String code = text(entry, "answer");
        return switch (code) {
            case "given" -> new Answer.Given<>(text(entry, "value"));
            case "unknown" -> new Answer.Unknown<>();
            case "declined" -> new Answer.Declined<>();
            case "not-asked" -> new Answer.NotAsked<>();
            default -> throw new IllegalStateException("a document holds an answer of an unknown kind");
        };
    }
}
