package org.fourfold.node.protection.count;

import java.util.Locale;

/** What is counted together. The name is part of the codes that an organisation writes into its own sheets: never rename. */
public enum CountTable {
    /** Files: open at the beginning, opened, closed, open at the end. */
    FILES,
    /** Persons who received something: new in the fiscal year, or continuing. */
    CLIENTS,
    /** The new ones by their age: adds up to them. */
    AGE,
    /** The new ones by whether they need an interpreter: adds up to them. */
    INTERPRETER,
    /** Persons by family of services: one may be in several. */
    FAMILY,
    /** Persons by service: one may be in several. */
    SERVICE,
    /** Deadlines that ended in the period. */
    DEADLINES,
    /** What could not be given; of nobody's file. */
    UNMET,
    /** Who did not want to be asked; of nobody's file. */
    REFUSALS,
    /** Open files by who owns them; for the house alone. */
    WORKLOAD;

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether its rows add up to a number that is known too, so that one that is hidden could be reckoned from the others. */
    boolean addsUp() {
        return switch (this) {
            case FILES, CLIENTS, AGE, INTERPRETER, DEADLINES -> true;
            case FAMILY, SERVICE, UNMET, REFUSALS, WORKLOAD -> false;
        };
    }

    /** Whether a row is what the others add up to. */
    boolean isTotal(String row) {
        return switch (this) {
            case CLIENTS -> row.equals("total");
            case DEADLINES -> row.equals("ended");
            case FILES, AGE, INTERPRETER, FAMILY, SERVICE, UNMET, REFUSALS, WORKLOAD -> false;
        };
    }

    /** Whether it may go out. How much each member does is nobody's concern outside. */
    public boolean goesOut() {
        return this != WORKLOAD;
    }
}
