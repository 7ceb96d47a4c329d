package org.fourfold.node.frame;

import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.util.JsonRecyclerPools;
import tools.jackson.databind.json.JsonMapper;

/**
 * JSON of what people in care told. Jackson otherwise keeps its buffers for the next document, and what stood in them stays
 * in memory for as long as the node runs, locked or not.
 */
public final class PrivateJson {

    private PrivateJson() {}

    /** A mapper that keeps nothing of what it wrote or read. */
    public static JsonMapper mapper() {
        return JsonMapper.builder(JsonFactory.builder()
                        .recyclerPool(JsonRecyclerPools.nonRecyclingPool())
                        .build())
                .build();
    }
}
