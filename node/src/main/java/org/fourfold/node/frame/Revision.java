package org.fourfold.node.frame;

/** How often a record was changed; first = 1. A form carries the revision it was made from. */
public record Revision(int number) {

    public static final Revision FIRST = new Revision(1);

    public Revision {
        if (number < 1) {
            throw new IllegalArgumentException("a revision starts at 1");
        }
    }

    public Revision next() {
        return new Revision(number + 1);
    }
}
