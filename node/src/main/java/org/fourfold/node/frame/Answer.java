package org.fourfold.node.frame;

import java.util.Optional;

/** An answer to a question put to a person. Unknown, declined and not asked are three different answers. */
public sealed interface Answer<T> {

    record Given<T>(T value) implements Answer<T> {}

    record Unknown<T>() implements Answer<T> {}

    record Declined<T>() implements Answer<T> {}

    record NotAsked<T>() implements Answer<T> {}

    /** The value when there is one. */
    default Optional<T> asGiven() {
        return switch (this) {
            case Given<T>(T given) -> Optional.of(given);
            case Unknown<T>() -> Optional.empty();
            case Declined<T>() -> Optional.empty();
            case NotAsked<T>() -> Optional.empty();
        };
    }

    /** The stored code: one for all three kinds of silence, {@code given} otherwise. */
    default String code() {
        return switch (this) {
            case Given<T> given -> "given";
            case Unknown<T> unknown -> "unknown";
            case Declined<T> declined -> "declined";
            case NotAsked<T> notAsked -> "not-asked";
        };
    }
}
