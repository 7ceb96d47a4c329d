package org.fourfold.node.protection.web;

import java.util.List;
import org.fourfold.node.shell.Choice;

/** Who belongs to the person of a file. */
public record FamilyPage(
        String path,
        String back,
        String linkKey,
        String wordsKey,
        List<Line> lines,
        List<Choice> kins,
        boolean mayWrite,
        Typed typed) {

    public FamilyPage {
        lines = List.copyOf(lines);
        kins = List.copyOf(kins);
    }

    /** Somebody; {@code href} is empty where they have no file that the reader may see. */
    public record Line(String kin, String who, String href, String dropPath) {}

    /** The forms as they were sent. */
    public record Typed(String kin, String number, String words) {

        static final Typed NOTHING = new Typed("SIBLING", "", "");
    }
}
