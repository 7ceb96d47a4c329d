package org.fourfold.node.access.web;

import java.util.List;

/** Forms that were sent too late, to be sent now or thrown away. */
public record KeptPage(List<Post> posts) {

    /**
     * One of them.
     *
     * @param words what the member typed, to be recognised by
     * @param fields everything, to be sent again
     */
    public record Post(String at, String send, String drop, List<String> words, List<Field> fields) {}

    /** A field as it was sent. */
    public record Field(String name, String value) {}
}
