package org.fourfold.linkage.cluster;

/** Two roles that no machine makes one person of, in lower case and in order. */
public record RolePair(String a, String b) {

    /** What is never merged by machine, whatever a model says: a victim is not to be made a suspect by a score. */
    public static final RolePair VICTIM_AND_SUSPECT = new RolePair("victim", "suspect");

    /** Puts them in order. */
    public RolePair {
        a = Roles.plain(a);
        b = Roles.plain(b);
        if (a.compareTo(b) > 0) {
            String first = b;
            b = a;
            a = first;
        }
    }
}
