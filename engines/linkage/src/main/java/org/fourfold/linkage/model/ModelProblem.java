package org.fourfold.linkage.model;

import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** A model file that cannot be read: which line, and what is wrong, to be said in words by who asked for it. */
public final class ModelProblem extends RuntimeException {

    private static final long serialVersionUID = 1;

    /** What may be wrong, and the details that come with it. */
    public enum Fault {
        /** {@code max} */
        TOO_MANY_LINES,
        /** {@code word} */
        UNKNOWN_STATEMENT,
        MODEL_FORM,
        NO_MODEL,
        FIELD_FORM,
        /** {@code word}, a kind that has one value in a record */
        KIND_OF_ONE_VALUE,
        /** {@code known}, the signs that may stand between values */
        UNKNOWN_SEPARATOR,
        /** {@code word}, a slot that has several values */
        SWAPPED_SEVERAL,
        /** {@code word}, a kind of which parts must be named */
        KIND_OF_PARTS,
        /** {@code word}, a kind which has one column */
        KIND_OF_ONE_COLUMN,
        /** {@code word}, {@code known} */
        UNKNOWN_PART,
        /** {@code word}, {@code known} */
        UNKNOWN_KIND,
        COMPARE_FORM,
        /** {@code max} */
        TOO_MANY_LEVELS,
        NO_LEVEL,
        /** {@code word} */
        UNKNOWN_LEVEL,
        /** {@code word} */
        NO_NUMBER,
        BLOCK_FORM,
        EMPTY_RULE,
        /** {@code word} */
        UNKNOWN_DERIVATION,
        /** {@code word} */
        NO_LENGTH,
        /** {@code word} */
        NEEDLESS_LENGTH,
        /** {@code word} */
        UNKNOWN_CLUSTERING,
        /** {@code word}, {@code known} */
        UNKNOWN_SLOT,
        NO_COMPARE_OR_BLOCK,
        RARITY_FORM,
        TOGETHER_FORM,
        /** {@code word}, a slot */
        TOGETHER_TWICE,
        /** {@code word}, the interaction's name */
        TOGETHER_ALONE,
        /** {@code word}, a slot */
        TOGETHER_NO_COMPARE,
        /** {@code word} */
        TOGETHER_NO_LEVEL,
        /** {@code max} */
        TOGETHER_OTHERS,
        /** {@code word}, the interaction's name */
        TOGETHER_UNLEARNT;

        /** The same with hyphens: {@code unknown-level}. */
        public String code() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    private final String file;
    private final int line;
    private final Fault fault;

    @SuppressWarnings("serial")
    private final Map<String, String> details;

    ModelProblem(String file, int line, Fault fault, Map<String, String> details) {
        super(file + ":" + line + ": " + fault.code() + " " + new TreeMap<>(details));
        this.file = file;
        this.line = line;
        this.fault = fault;
        this.details = Map.copyOf(details);
    }

    public String file() {
        return file;
    }

    /** From 1. */
    public int line() {
        return line;
    }

    public Fault fault() {
        return fault;
    }

    public Map<String, String> details() {
        return details;
    }
}
