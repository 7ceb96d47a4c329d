package org.fourfold.node.protection.web;

import java.util.List;
import java.util.Optional;
import org.fourfold.node.shell.Choice;

/** The pages of counting. */
public final class CountsPage {

    private CountsPage() {}

    /** What to count: how long a time, in which month, of a fiscal year that begins when. */
    public record Ask(
            String formKey,
            List<Choice> lengths,
            List<Choice> months,
            List<Choice> begins,
            String length,
            String month,
            String begin) {

        public Ask {
            lengths = List.copyOf(lengths);
            months = List.copyOf(months);
            begins = List.copyOf(begins);
        }
    }

    /** While it is counted. */
    public record Wait(String path, long looked, long known, String said) {}

    /**
     * What was counted.
     *
     * @param elsewhere files that are not in it, in words; empty where there are none
     * @param again where another time is asked for
     */
    public record Result(
            String path,
            String period,
            String asked,
            String files,
            String elsewhere,
            List<Table> tables,
            String again) {

        public Result {
            tables = List.copyOf(tables);
        }
    }

    /**
     * Rows of one kind.
     *
     * @param times heading of the second number; empty where there is none
     */
    public record Table(String title, String times, List<Row> rows) {

        public Table {
            rows = List.copyOf(rows);
        }
    }

    /**
     * One row.
     *
     * @param why where the files are that it is made of; empty where it is made of none
     * @param outside what may be told
     */
    public record Row(String name, String persons, String times, String outside, String why) {}

    /** What a cell is made of. */
    public record Why(
            String rule,
            String period,
            String persons,
            List<File> files,
            String path,
            Optional<String> next,
            boolean first,
            String back) {

        public Why {
            files = List.copyOf(files);
        }
    }

    public record File(String number, String path) {}
}
