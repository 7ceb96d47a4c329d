package org.fourfold.node.shell;

import java.util.List;

/**
 * Somebody else changed the record since the form was opened. The frame answers 409 with a page that shows both texts,
 * so that nothing typed is lost. Its message holds no text.
 */
public final class RevisionConflictException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String formPath;
    private final transient List<Difference> differences;

    /**
     * One field that both changed.
     *
     * @param labelKey key of the field's name
     * @param stored what stands there now
     * @param typed what the sender wrote
     */
    public record Difference(String labelKey, String stored, String typed) {}

    /**
     * The conflict.
     *
     * @param formPath where the form is opened anew, on the newest revision
     */
    public RevisionConflictException(String formPath, List<Difference> differences) {
        super("changed by somebody else since the form was opened");
        this.formPath = formPath;
        this.differences = List.copyOf(differences);
    }

    public String formPath() {
        return formPath;
    }

    public List<Difference> differences() {
        return differences;
    }
}
