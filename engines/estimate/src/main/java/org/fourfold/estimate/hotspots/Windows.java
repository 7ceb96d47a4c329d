package org.fourfold.estimate.hotspots;

import java.util.Arrays;

/**
 * All sets of spots that are windows in space, as steps: a step adds one spot to the set before it. Steps of one ray begin with
 * its centre. In a chain each step's set is the one before it and one spot more; in a tree the set before it is the last one of
 * a depth less by one.
 *
 * <p>A set that another ray has already is left out where nothing follows from it, so that few are looked at twice (not among ellipses, where
 * looking costs more than it spares).
 */
final class Windows {

    /** As many steps as there may be: some gigabytes. */
    static final int STEPS_MAX = 50_000_000;

    /** An ellipse's direction and shape, and the factor on the log-likelihood ratio. */
    record Form(double shape, double degrees, double penalty) {
        static final Form CIRCLE = new Form(1, 0, 1);
    }

    /** Whether steps form trees. */
    final boolean tree;
    /** By step the spot that enters. */
    final char[] spot;
    /** By step how many spots the set has; in a chain not kept. */
    final byte[] depth;
    /** By ray its first step; one more at the end. */
    final int[] start;
    /** By ray. */
    final int[] centre;
    /** By ray. */
    final Form[] form;
    /** By ray which of {@link #penalties} it has. */
    final int[] kind;
    /** The distinct factors on the log-likelihood ratio. */
    final double[] penalties;
    /** How many sets there are, equal ones counted once; of ellipses as often as they are drawn. */
    final int distinct;

    Windows(boolean tree, char[] spot, byte[] depth, int[] start, int[] centre, Form[] form, int distinct) {
        this.tree = tree;
        this.spot = spot;
        this.depth = depth;
        this.start = start;
        this.centre = centre;
        this.form = form;
        this.distinct = distinct;
        this.penalties =
                Arrays.stream(form).mapToDouble(Form::penalty).distinct().toArray();
        this.kind = new int[form.length];
        for (int ray = 0; ray < kind.length; ray++) {
            while (penalties[kind[ray]] != form[ray].penalty()) {
                kind[ray]++;
            }
        }
    }

    int rays() {
        return centre.length;
    }

    /** The spots of a step's set, the centre first. */
    int[] members(int ray, int step) {
        if (!tree) {
            int[] members = new int[step + 1 - start[ray]];
            Arrays.setAll(members, k -> spot[start[ray] + k]);
            return members;
        }
        int[] members = new int[depth[step]];
        int wanted = depth[step];
        for (int at = step; wanted > 0; at--) {
            if (depth[at] == wanted) {
                members[--wanted] = spot[at];
            }
        }
        return members;
    }
}
