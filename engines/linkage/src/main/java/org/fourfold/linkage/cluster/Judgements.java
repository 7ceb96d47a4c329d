package org.fourfold.linkage.cluster;

import java.io.IOException;
import java.io.InputStream;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;

/**
 * All that was ever judged, in the order of the records' names. Judgements are added, never changed: who changes their mind
 * judges again, and the last word of a person about a pair is what counts of theirs.
 */
public record Judgements(List<Judgement> all) {

    /** Judgements that are taken. */
    public static final int JUDGEMENTS_MAX = 1_000_000;

    public static final Judgements NONE = new Judgements(List.of());

    /** Puts them in order; what is said twice in the same words counts once. */
    public Judgements {
        if (all.size() > JUDGEMENTS_MAX) {
            throw new IllegalArgumentException(
                    all.size() + " judgements; at most " + JUDGEMENTS_MAX + " are taken: leave out those that ended");
        }
        all = all.stream().sorted().distinct().toList();
    }

    /** These and more. */
    public Judgements with(Collection<Judgement> more) {
        return new Judgements(
                java.util.stream.Stream.concat(all.stream(), more.stream()).toList());
    }

    /** What holds on a day (UTC). */
    public Standing on(LocalDate day) {
        return Standing.of(all.stream().filter(each -> each.holdsOn(day)).toList());
    }

    /**
     * Reads a file of judgements; see {@link JudgementsText}.
     *
     * @param name of the file, for what is said of it
     * @throws JudgementsProblem when something in it cannot be understood: all that is wrong is said at once
     */
    public static Judgements read(String name, InputStream in) throws IOException {
        return JudgementsText.read(name, in);
    }

    /** Writes them as {@link #read} reads them. */
    public void write(Appendable out) throws IOException {
        JudgementsText.write(all, out);
    }
}
