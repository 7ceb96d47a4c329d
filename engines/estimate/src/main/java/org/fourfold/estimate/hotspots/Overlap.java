package org.fourfold.estimate.hotspots;

/** Which further windows are clusters of their own, beside likelier ones. */
public enum Overlap {
    /** Those that share no region with a likelier cluster, at whatever time. */
    NO_SHARED_REGION,
    /** Those whose centre lies in no likelier cluster and that hold no likelier cluster's centre. */
    NO_CENTRE_IN_ANOTHER
}
