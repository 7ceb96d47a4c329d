package org.fourfold.node.prosecution.web;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.fourfold.node.prosecution.EntityId;
import org.fourfold.node.prosecution.OverlapId;
import org.fourfold.node.prosecution.SourceId;

/** Addresses of the room: ids, row numbers and codes of the model. Nothing that a person typed and no value of a source. */
final class Paths {

    static final String ENTITIES = "/entities";
    static final String OVERLAPS = "/entities/overlaps";

    private Paths() {}

    static String entity(EntityId id) {
        return ENTITIES + "/" + id;
    }

    static String neighbours(EntityId id) {
        return entity(id) + "/neighbours";
    }

    static String overlap(OverlapId id) {
        return OVERLAPS + "/" + id;
    }

    static String source(SourceId source) {
        return ENTITIES + "/sources/" + source;
    }

    static String row(SourceId source, long row) {
        return source(source) + "/rows/" + row;
    }

    /** All entities of one source. */
    static String ofSource(SourceId source) {
        return ENTITIES + "?source=" + URLEncoder.encode(source.toString(), StandardCharsets.UTF_8);
    }
}
