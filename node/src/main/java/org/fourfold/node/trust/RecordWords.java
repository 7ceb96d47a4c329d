package org.fourfold.node.trust;

import java.util.Locale;
import org.fourfold.node.frame.Role;
import org.fourfold.node.shell.PageFrame;

/** How pages and sheets say what stands in the record. */
public interface RecordWords {

    /** What happened in words; a kind of event that has none is told by its code alone. */
    static String of(PageFrame frame, String type) {
        String key = "trust.event." + type;
        return frame.messages().has(key) ? frame.text(key) : type;
    }

    /** A role by its name. */
    static String role(PageFrame frame, Role role) {
        return frame.text("access.role." + role.name().toLowerCase(Locale.ROOT).replace('_', '-'));
    }

    /** The beginning of a pseudonym or an id: enough to tell two apart on a page. */
    static String brief(String hex) {
        return hex.substring(0, 8);
    }

    /** A fingerprint in groups of four, to be read aloud and compared with paper. */
    static String grouped(String hex) {
        return String.join(" ", hex.split("(?<=\\G.{4})"));
    }
}
