package org.fourfold.linkage.cluster;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** A file of judgements that cannot be read: where and what is wrong, to be said in words by who asked for it. It repeats nothing of what was judged. */
public final class JudgementsProblem extends RuntimeException {

    private static final long serialVersionUID = 1;

    /** Faults that are told; more are counted. */
    public static final int FAULTS_MAX = 20;

    /**
     * One fault.
     *
     * @param row from 1; 0 for the first line, which names the columns
     */
    public record Wrong(JudgementFault fault, long row, Map<String, String> details) {

        public Wrong {
            details = Map.copyOf(details);
        }
    }

    private final String file;
    private final transient List<Wrong> faults;
    private final long more;

    JudgementsProblem(String file, List<Wrong> faults, long more) {
        super(file
                + faults.stream()
                        .map(each -> ": row " + each.row() + ": " + each.fault().code() + " "
                                + new TreeMap<>(each.details()))
                        .collect(Collectors.joining()));
        this.file = file;
        this.faults = List.copyOf(faults);
        this.more = more;
    }

    public String file() {
        return file;
    }

    /** The first ones, at most {@link #FAULTS_MAX}. */
    public List<Wrong> faults() {
        return faults;
    }

    /** How many are not told. */
    public long more() {
        return more;
    }
}
