package org.fourfold.node.shell;

import java.util.Optional;

/**
 * One piece of work on the desk.
 *
 * @param label what is to be done, short enough for a link
 * @param detail why or until when
 * @param path where it is done
 */
public record DeskItem(Text label, Optional<Text> detail, String path, Optional<Tag> tag) {

    public static DeskItem of(Text label, String path) {
        return new DeskItem(label, Optional.empty(), path, Optional.empty());
    }

    public DeskItem detail(Text words) {
        return new DeskItem(label, Optional.of(words), path, tag);
    }

    public DeskItem tag(Tag state) {
        return new DeskItem(label, detail, path, Optional.of(state));
    }
}
