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
    public static final EventType INVESTIGATION_OPENED = new EventType("prosecution.investigation-opened");
    public static final EventType INVESTIGATIONS_LISTED = new EventType("prosecution.investigations-listed");
    public static final EventType INVESTIGATION_READ = new EventType("prosecution.investigation-read");
    public static final EventType INVESTIGATION_JOINED = new EventType("prosecution.investigation-joined");
    public static final EventType INVESTIGATION_LEFT = new EventType("prosecution.investigation-left");
    public static final EventType INVESTIGATION_CLOSED = new EventType("prosecution.investigation-closed");
    public static final EventType DOCKET_ENTERED = new EventType("prosecution.docket-entered");
    public static final EventType DOCKET_STRUCK = new EventType("prosecution.docket-struck");
    public static final EventType MAPPING_SAVED = new EventType("prosecution.mapping-saved");
    public static final EventType MAPPING_CHANGED = new EventType("prosecution.mapping-changed");
    public static final EventType MAPPING_DELETED = new EventType("prosecution.mapping-deleted");
    public static final EventType MAPPINGS_LISTED = new EventType("prosecution.mappings-listed");
    public static final EventType REFUSED = new EventType("prosecution.refused");

    private Events() {}
}
