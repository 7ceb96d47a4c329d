package org.fourfold.node.prosecution.internal;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What was told last of the ids of a file. A plate or a town stands in row after row, and each time makes a fragment; one that
 * describes its id as the last one did needs no rows of its own but its claims. What is forgotten is put together later, with
 * the same result. Memory: some 20 MB at the very most, usually two.
 */
final class RecentFragments {

    private static final int FRAGMENTS_MAX = 8_192;
    private static final int CHARACTERS_MAX = 1_000;

    private final Map<String, Fragment> recent = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Fragment> eldest) {
            return size() > FRAGMENTS_MAX;
        }
    };

    private record Fragment(String described, UUID id) {}

    /** The fragment that described this id last, if in the same way. */
    @Nullable
    UUID same(String externalId, String described) {
        Fragment last = recent.get(externalId);
        return last != null && last.described().equals(described) ? last.id() : null;
    }

    void remember(String externalId, String described, UUID id) {
        if (described.length() <= CHARACTERS_MAX) {
            recent.put(externalId, new Fragment(described, id));
        } else {
            recent.remove(externalId);
        }
    }
}
