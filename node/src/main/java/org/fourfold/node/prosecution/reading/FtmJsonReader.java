package org.fourfold.node.prosecution.reading;

import java.io.IOException;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.fourfold.node.frame.Problem;
import org.fourfold.node.frame.ProblemException;
import org.fourfold.node.frame.Problems;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.exc.UnexpectedEndOfInputException;
import tools.jackson.core.json.JsonFactory;

/**
 * FollowTheMoney entities, one JSON object a line. A line that is none is refused by its number; a last line that breaks off
 * refuses the file, for then nobody knows what else is missing.
 */
final class FtmJsonReader {

    private final JsonFactory json = new JsonFactory();
    private final EntityHandler handler;
    private final Problems refusals;

    FtmJsonReader(EntityHandler handler, Problems refusals) {
        this.handler = handler;
        this.refusals = refusals;
    }

    /** Ends the reading of one line. */
    private static final class LineRefused extends RuntimeException {
        private static final long serialVersionUID = 1L;
        private final transient Problem problem;

        LineRefused(Problem problem) {
            super("line refused", null, false, false);
            this.problem = problem;
        }
    }

    long read(Lines lines) throws IOException {
        long rows = 0;
        long entities = 0;
        for (Optional<Lines.Line> next = lines.next(); next.isPresent(); next = lines.next()) {
            Lines.Line line = next.get();
            if (isBlank(line)) {
                continue;
            }
            rows++;
            Optional<ReadEntity> entity = read(line);
            if (entity.isPresent()) {
                if (++entities > Limits.ENTITIES_MAX) {
                    throw new ProblemException(Problem.of("prosecution.too-many-entities")
                            .with("max", Long.toString(Limits.ENTITIES_MAX)));
                }
                handler.entity(entity.get());
            }
        }
        return rows;
    }

    private Optional<ReadEntity> read(Lines.Line line) {
        if (line.tooLong()) {
            refusals.add(at(line.number(), "prosecution.line-too-long")
                    .with("max", Integer.toString(Limits.LINE_BYTES_MAX >> 20)));
            return Optional.empty();
        }
        int mark = mark(line);
        try (JsonParser parser =
                json.createParser(ObjectReadContext.empty(), line.bytes(), mark, line.bytes().length - mark)) {
            return Optional.of(new OneLine(parser, line.number()).entity());
        } catch (LineRefused refused) {
            refusals.add(refused.problem);
        } catch (UnexpectedEndOfInputException e) {
            if (!line.ended()) {
                throw new ProblemException(at(line.number(), "prosecution.line-cut"));
            }
            refusals.add(at(line.number(), "prosecution.line-broken"));
        } catch (JacksonException e) {
            refusals.add(at(line.number(), "prosecution.line-broken"));
        }
        return Optional.empty();
    }

    private static Problem at(long row, String code) {
        return Problem.inCell(code, row, "", Map.of("row", Long.toString(row)));
    }

    /** The three bytes of UTF-8's mark before the first line. */
    private static int mark(Lines.Line line) {
        byte[] bytes = line.bytes();
        boolean marked = line.number() == 1
                && bytes.length >= 3
                && (bytes[0] & 0xFF) == 0xEF
                && (bytes[1] & 0xFF) == 0xBB
                && (bytes[2] & 0xFF) == 0xBF;
        return marked ? 3 : 0;
    }

    private static boolean isBlank(Lines.Line line) {
        if (line.tooLong()) {
            return false;
        }
        for (byte one : line.bytes()) {
            if (one != ' ' && one != '\t' && one != '\r') {
                return false;
            }
        }
        return true;
    }

    /** One line on its way to an entity. */
    private final class OneLine {

        private final JsonParser parser;
        private final long row;
        private final Set<ReadClaim> claims = new LinkedHashSet<>();
        private String id = "";
        private String schema = "";

        OneLine(JsonParser parser, long row) {
            this.parser = parser;
            this.row = row;
        }

        ReadEntity entity() {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                throw refused("prosecution.line-no-object");
            }
            while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
                String key = named(parser.currentName());
                JsonToken value = parser.nextToken();
                switch (key) {
                    case "id" -> id = named(text(value));
                    case "schema" -> schema = named(text(value));
                    case "properties" -> properties(value);
                    default -> context(key, value);
                }
            }
            if (parser.nextToken() != null) {
                throw refused("prosecution.line-broken");
            }
            if (id.isEmpty() || schema.isEmpty()) {
                throw refused(id.isEmpty() ? "prosecution.id-missing" : "prosecution.schema-missing");
            }
            return new ReadEntity(id, schema, List.copyOf(claims), row);
        }

        private void properties(JsonToken start) {
            if (start != JsonToken.START_OBJECT) {
                throw refused("prosecution.line-no-object");
            }
            while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
                String property = ContextKeys.property(named(parser.currentName()));
                JsonToken value = parser.nextToken();
                if (value != JsonToken.START_ARRAY) {
                    claim(property, value);
                    continue;
                }
                for (JsonToken one = parser.nextToken(); one != JsonToken.END_ARRAY; one = parser.nextToken()) {
                    claim(property, one);
                }
            }
        }

        private void claim(String property, JsonToken value) {
            if (value != JsonToken.VALUE_NULL) {
                add(property, text(value));
            }
        }

        private void add(String property, String value) {
            if (value.length() > Limits.VALUE_CHARACTERS_MAX) {
                throw refused("prosecution.value-too-long", "max", Limits.VALUE_CHARACTERS_MAX);
            }
            claims.add(ReadClaim.of(property, value, "", row));
            if (claims.size() > Limits.CLAIMS_MAX) {
                throw refused("prosecution.too-many-values", "max", Limits.CLAIMS_MAX);
            }
        }

        private void context(String key, JsonToken value) {
            if (value != JsonToken.START_ARRAY) {
                add(ContextKeys.scalar(key), copy());
                return;
            }
            List<String> elements = new ArrayList<>();
            while (parser.nextToken() != JsonToken.END_ARRAY) {
                elements.add(copy());
            }
            if (elements.isEmpty()) {
                add(ContextKeys.list(key), "");
            }
            elements.forEach(element -> add(ContextKeys.list(key), element));
        }

        private String copy() {
            StringWriter text = new StringWriter();
            try (JsonGenerator generator = json.createGenerator(ObjectWriteContext.empty(), text)) {
                generator.copyCurrentStructure(parser);
            }
            return text.toString();
        }

        private String text(JsonToken value) {
            if (value != JsonToken.VALUE_STRING) {
                throw refused("prosecution.value-no-text");
            }
            return parser.getString();
        }

        private String named(String name) {
            if (name.length() > Limits.NAME_CHARACTERS_MAX) {
                throw refused("prosecution.name-too-long", "max", Limits.NAME_CHARACTERS_MAX);
            }
            return name;
        }

        private LineRefused refused(String code) {
            return new LineRefused(at(row, code));
        }

        private LineRefused refused(String code, String name, int limit) {
            return new LineRefused(at(row, code).with(name, Integer.toString(limit)));
        }
    }
}
