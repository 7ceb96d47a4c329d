package org.fourfold.node.prosecution.internal;

import org.fourfold.node.frame.EventType;

/** What the room records. What was searched for is never among it, only how many were shown. */
public final class Events {

    public static final EventType IMPORTED = new EventType("prosecution.imported");
    public static final EventType TRIED = new EventType("prosecution.import-tried");
    public static final EventType FILE_REFUSED = new EventType("prosecution.import-refused");
    public static final EventType UNDONE = new EventType("prosecution.undone");
    public static final EventType LISTED = new EventType("prosecution.listed");
    public static final EventType SOURCE_OPENED = new EventType("prosecution.source-opened");
    public static final EventType ROW_OPENED = new EventType("prosecution.row-opened");
    public static final EventType SEARCHED = new EventType("prosecution.searched");
    public static final EventType OPENED = new EventType("prosecution.opened");
    public static final EventType NEIGHBOURS = new EventType("prosecution.neighbours");
    public static final EventType OVERLAPS = new EventType("prosecution.overlaps");
    public static final EventType HUB_MARKED = new EventType("prosecution.hub-marked");
    public static final EventType HUB_ENDED = new EventType("prosecution.hub-ended");
    public static final EventType EXPORTED = new EventType("prosecution.exported");
    public static final EventType MAPPING_SAVED = new EventType("prosecution.mapping-saved");
    public static final EventType MAPPING_CHANGED = new EventType("prosecution.mapping-changed");
    public static final EventType MAPPING_DELETED = new EventType("prosecution.mapping-deleted");
    public static final EventType MAPPINGS_LISTED = new EventType("prosecution.mappings-listed");
    public static final EventType REFUSED = new EventType("prosecution.refused");

    private Events() {}
}
