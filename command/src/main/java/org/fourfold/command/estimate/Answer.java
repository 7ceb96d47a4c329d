package org.fourfold.command.estimate;

import java.util.List;
import java.util.Map;

/** What came of an estimate, as it is told. */
public interface Answer {

    /** For a person. */
    Document document(Words words);

    /** For a program: JSON objects, one a line. */
    List<Map<String, Object>> json(Words words);

    /** The same document for the terminal. */
    default List<String> lines(Words words) {
        return document(words).lines();
    }
}
