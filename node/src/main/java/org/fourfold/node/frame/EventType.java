package org.fourfold.node.frame;

/** What happened, as a stable code in the record: {@code case.opened}. Each module keeps its own list as constants. */
public record EventType(String code) {

    private static final java.util.regex.Pattern FORM =
            java.util.regex.Pattern.compile("[a-z]+(-[a-z]+)*\\.[a-z]+(-[a-z]+)*");

    public EventType {
        if (!FORM.matcher(code).matches()) {
            throw new IllegalArgumentException("an event type looks like case.opened, not " + code);
        }
    }
}
