package org.fourfold.command;

import java.util.List;
import org.fourfold.node.frame.Language;
import org.fourfold.node.frame.Messages;

/** Every module's texts, read once a language. */
final class Texts {

    private static final List<String> MODULES = List.of(
            "command",
            "frame",
            "ground",
            "trust",
            "shell",
            "access",
            "registry",
            "tables",
            "prevention",
            "protection",
            "prosecution",
            "partnership");

    private static final org.fourfold.node.shell.Texts READ = new org.fourfold.node.shell.Texts(
            MODULES.stream().filter(Texts::speaks).toList());

    private Texts() {}

    static Messages in(Language language) {
        return READ.in(language);
    }

    /** Whether a module says anything: a module without a door has no texts. */
    private static boolean speaks(String module) {
        return Texts.class.getResource("/messages/" + module + "/messages_es.properties") != null;
    }
}
