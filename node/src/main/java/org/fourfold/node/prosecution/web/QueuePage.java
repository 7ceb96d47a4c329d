package org.fourfold.node.prosecution.web;

import java.util.List;
import java.util.Optional;
import org.fourfold.node.shell.Choice;
import org.fourfold.node.shell.Tag;

/** Pages about files on their way in. */
public final class QueuePage {

    private QueuePage() {}

    /** The form that takes files. */
    public record Upload(String formKey, List<Choice> countries, String country, long open) {}

    /**
     * One file.
     *
     * @param detail how far it is
     * @param sourceHref the source it became
     * @param mappingHref where it is said how it is read
     * @param cancelHref where it is taken out
     */
    public record Item(
            String name,
            Tag state,
            String detail,
            String sourceHref,
            String mappingHref,
            String cancelHref,
            List<SourcePage.Refusal> refusals) {}

    /** All of one member's. */
    public record Queue(List<Item> items, boolean moving, String formKey) {}

    /** A row of a table as it stands. */
    public record Row(long number, boolean heading, List<String> cells) {}

    /**
     * A column, and what it is said to be.
     *
     * @param reasons why it is guessed
     */
    public record Column(String field, String name, String sample, String chosen, List<String> reasons) {}

    /** What a try would bring. */
    public record Result(
            boolean fileRefused, SourcePage.Figures figures, List<SourcePage.Refusal> refusals, long problems) {}

    /** How a table is read. */
    public record Reading(
            String href,
            String name,
            List<Choice> sheets,
            String sheet,
            int headerRow,
            List<String> headerReasons,
            List<Row> rows,
            List<Column> columns,
            List<Choice> roles,
            long columnsLeftOut,
            Said said,
            List<Choice> countries,
            List<Choice> kept,
            String keptChosen,
            long alike,
            String formKey,
            Optional<Result> result) {}

    /** What was said beside the columns. */
    public record Said(String dateOrder, String country, String decimal, boolean formulas, String name) {}

    /** One line of the kept mappings. */
    public record Kept(String href, String name, String when, String who, int revision) {}

    /** All that are kept. */
    public record Mappings(List<Kept> rows) {}

    /** One of them, as text. */
    public record One(String href, String name, String text, int revision, String when, String who, String formKey) {}
}
