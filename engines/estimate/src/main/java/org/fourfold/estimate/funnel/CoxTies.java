package org.fourfold.estimate.funnel;

/** What the likelihood makes of cases that leave at the same time. */
public enum CoxTies {
    /** Those tied leave one after the other, each weighing on average as in all orders (Efron 1977): good and quick. */
    EFRON,
    /** Those tied are all at risk for each of them (Breslow 1974): biased to nought with many ties. */
    BRESLOW,
    /** Time is in steps: exactly these of all at risk (Cox 1972; recursion of Gail, Lubin, Rubinstein 1981). */
    EXACT
}
