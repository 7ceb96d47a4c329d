package org.fourfold.node.shell;

/** The token that shows a form came from one of our own pages. */
public record Csrf(String parameter, String value) {

    /** For a page without forms, and before the security chain is asked. */
    public static final Csrf NONE = new Csrf("_csrf", "");
}
