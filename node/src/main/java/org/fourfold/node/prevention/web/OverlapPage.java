package org.fourfold.node.prevention.web;

import java.util.List;
import java.util.Optional;

/** Lists that are brought to be counted, and what came of it. */
public record OverlapPage(String formKey, List<Input> files, List<Input> columns, Optional<Result> result) {

    /** A field of the form. */
    public record Input(String name, String label, String value) {}

    /** A row of a table, its heading first. */
    public record Row(String heading, List<String> cells) {}

    /**
     * What was counted.
     *
     * @param said persons and pairs in a sentence
     * @param lists per list records, persons, repeated, left out
     * @param histories per set of lists how many persons
     * @param sureness per band how many pairs
     * @param expected what the engine expects to be wrong
     * @param upset the same sets as a picture
     * @param estimate how many stand on no list
     */
    public record Result(
            String said,
            List<Row> lists,
            List<Row> histories,
            List<Row> sureness,
            String expected,
            UpsetChart upset,
            Estimate estimate) {}

    /**
     * What the methods say.
     *
     * @param methods per method its number and its limits; none where no number can be given
     * @param chart the same as a picture
     * @param said what must be read with them
     * @param cautions what speaks against them, or why there is no number
     * @param again with what anybody makes the same again
     */
    public record Estimate(
            List<Method> methods, Optional<PanelChart> chart, String said, List<String> cautions, String again) {}

    /**
     * One method.
     *
     * @param depends lists that depend on each other in it
     */
    public record Method(String name, String estimate, String from, String to, String depends) {}
}
