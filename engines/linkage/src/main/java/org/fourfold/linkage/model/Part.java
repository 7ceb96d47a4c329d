package org.fourfold.linkage.model;

import java.io.Serializable;

/**
 * What is taken of one slot of a record.
 *
 * @param slot a field, or a field and its part: {@code born}, {@code name.surname1}
 */
public record Part(String slot, Derivation derivation) implements Serializable {

    /** As a model file writes it. */
    @Override
    public String toString() {
        String taken = switch (derivation.kind()) {
            case VALUE -> "";
            case SOUND -> "~sound";
            case FORM -> "~form";
            case WHOLE -> "~whole";
            case FIRST -> "~first:" + derivation.length();
            case LAST -> "~last:" + derivation.length();
            case YEAR -> "~year";
            case DAY -> "~day";
            case WORDS -> "~words:" + derivation.length();
            case LIKE -> "~like:" + derivation.length();
        };
        return slot + taken;
    }
}
