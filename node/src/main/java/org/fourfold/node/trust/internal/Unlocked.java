package org.fourfold.node.trust.internal;

import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/** What the keyring holds between an unlock and the next lock. Replaced whole when the epoch turns. */
public record Unlocked(
        OpenKeys keys,
        Secret organisation,
        NavigableMap<Integer, EpochKeys.EpochKey> epochs,
        NavigableMap<Integer, EpochKeys.EpochKey> passing) {

    public Unlocked {
        epochs = java.util.Collections.unmodifiableNavigableMap(new TreeMap<>(epochs));
        passing = java.util.Collections.unmodifiableNavigableMap(new TreeMap<>(passing));
    }

    /** The key that wraps epoch keys. */
    public Secret wrapping() {
        return organisation.derive("fourfold epoch wrapping");
    }

    public int epoch() {
        return epochs.lastKey();
    }

    /** The passing keys' derivations for one label. */
    public Map<Integer, Secret> passing(String label) {
        Map<Integer, Secret> derived = new TreeMap<>();
        passing.forEach((number, key) -> derived.put(number, key.secret().derive("fourfold box|" + label)));
        return derived;
    }
}
