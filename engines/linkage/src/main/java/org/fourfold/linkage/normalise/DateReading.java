package org.fourfold.linkage.normalise;

import java.util.List;

/** What a text says about a date. */
public sealed interface DateReading {

    /** The text as it was written. */
    String raw();

    /** The dates it may mean; none when it was refused or says nothing. */
    default List<DateSpan> spans() {
        return switch (this) {
            case Dates(String _, List<DateSpan> spans) -> spans;
            case Refused _, Nothing _ -> List.of();
        };
    }

    /**
     * It can be read.
     *
     * @param spans what it may mean, at least one, the likeliest first: 03/04/2006 has two
     */
    record Dates(String raw, List<DateSpan> spans) implements DateReading {
        public Dates {
            spans = List.copyOf(spans);
        }
    }

    /**
     * It cannot be a date.
     *
     * @param fault what is wrong
     */
    record Refused(String raw, Fault fault) implements DateReading {}

    /** It says nothing: empty, "desconocido", 0000-00-00. */
    record Nothing(String raw) implements DateReading {}

    /** Why a text is no date; what to do about it stands in {@link #mend}. */
    enum Fault {
        NO_SUCH_DAY("the month has no such day", "write a day of that month, or the month alone"),
        NO_SUCH_MONTH("there is no such month", "write a month from 1 to 12, or the year alone"),
        YEAR_OUT_OF_RANGE("no such year can be meant", "write a year from 1000 to 2200 in four digits"),
        AGE_OUT_OF_RANGE("nobody is that old", "write an age from 0 to 120"),
        NOT_A_DATE("it is not written as a date", "write it as 2006-03-04, 2006-03 or 2006");

        private final String words;
        private final String mend;

        Fault(String words, String mend) {
            this.words = words;
            this.mend = mend;
        }

        /** The fault in words. */
        public String words() {
            return words;
        }

        /** What to write instead. */
        public String mend() {
            return mend;
        }
    }
}
