package org.fourfold.node.protection.web;

import java.util.List;
import java.util.Optional;
import org.fourfold.node.shell.Choice;
import org.fourfold.node.shell.Tag;

/**
 * Where the person of a file sleeps.
 *
 * @param path of this page
 * @param back to the file
 * @param here the bed they have; empty where they have none
 * @param out while they are out
 * @param beds free ones
 * @param log what nights wrote down about the person, the latest first
 */
public record StayPage(
        String path,
        String back,
        String bedKey,
        String outKey,
        String logKey,
        Optional<Here> here,
        Optional<Out> out,
        List<String> earlier,
        List<Choice> beds,
        List<Logged> log,
        boolean mayWrite,
        Typed typed) {

    public StayPage {
        earlier = List.copyOf(earlier);
        beds = List.copyOf(beds);
        log = List.copyOf(log);
    }

    /** Which bed, since when, with how many small children. */
    public record Here(String bed, String since, int children, boolean holds) {}

    /**
     * Being out.
     *
     * @param contact how to reach the person, and how never
     * @param contactShown whether the reader may see that
     * @param withheld to whom nothing may go
     */
    public record Out(
            String since,
            String expected,
            Tag state,
            boolean missing,
            String agreed,
            String notedBy,
            List<Row> contact,
            boolean contactShown,
            List<String> withheld) {}

    /** What a night wrote down about the person. */
    public record Logged(String at, String author, String text) {}

    /** The forms as they were sent. */
    public record Typed(
            String bed, String children, boolean hold, boolean family, String day, String time, String agreed) {}
}
