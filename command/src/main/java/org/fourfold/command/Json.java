package org.fourfold.command;

import tools.jackson.databind.json.JsonMapper;

/** What a program reads: one JSON value a line. */
final class Json {

    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private Json() {}

    static String text(Object value) {
        return MAPPER.writeValueAsString(value);
    }
}
