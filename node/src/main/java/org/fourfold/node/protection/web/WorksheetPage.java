package org.fourfold.node.protection.web;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.fourfold.node.shell.Choice;
import org.fourfold.node.shell.Tag;

/**
 * What was told, seen and read, beside the tests of the law.
 *
 * @param facts birth, age, since when and until when
 * @param age which test applies and why, the citation with it
 * @param tests each test with its elements
 * @param own the country's own law
 * @param time the form of since when and until when; empty on paper and for who may not write
 * @param unreviewed that no lawyer approved the wording; empty once one did
 */
public record WorksheetPage(
        String path,
        String back,
        String formKey,
        List<Row> facts,
        String age,
        List<Test> tests,
        Optional<Own> own,
        List<Hand> byHand,
        List<FieldInput> time,
        List<Choice> elements,
        List<Choice> findings,
        List<Choice> from,
        FieldInput on,
        Typed typed,
        String unreviewed,
        boolean mayWrite,
        boolean mayPrint,
        boolean paper) {

    public WorksheetPage {
        facts = List.copyOf(facts);
        tests = List.copyOf(tests);
        byHand = List.copyOf(byHand);
        time = List.copyOf(time);
    }

    /** One test; {@code child} says what is different for a child, and is empty where no child's test applies. */
    public record Test(String title, String cite, String child, List<Element> elements) {}

    /** The country's own law, and what of it was read. */
    public record Own(Test test, String read, boolean unreviewed) {}

    /** One element: how it stands, and by what. */
    public record Element(String words, Tag state, String aside, List<String> sources) {}

    /** What was written beside the answers; {@code asidePath} is empty for who may not set it aside. */
    public record Hand(String words, String elements, boolean counts, String reason, String asidePath) {}

    /** The form as it was sent. */
    public record Typed(Set<String> elements, String finding, String from, String words) {

        static final Typed NOTHING = new Typed(Set.of(), "", "", "");
    }
}
