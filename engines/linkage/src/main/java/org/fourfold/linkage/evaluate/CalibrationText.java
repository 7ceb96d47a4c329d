package org.fourfold.linkage.evaluate;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A calibration as text, a line for each knot, numbers as Java writes them so that nothing is lost on the way:
 *
 * <pre>
 * fourfold calibration 1
 * model persons 3
 * labels 412
 * same 233
 * knots 2
 * knot -3.5 0.0041
 * knot 12.25 0.9973
 * </pre>
 */
public final class CalibrationText {

    private static final String HEAD = "fourfold calibration 1";
    /** A line that is longer is no line of a calibration. */
    private static final int LINE_LETTERS_MAX = 300;

    private final BufferedReader reader;
    private int line;

    private CalibrationText(BufferedReader reader) {
        this.reader = reader;
    }

    /** Writes a calibration. */
    public static void write(Calibration calibration, Appendable out) throws IOException {
        out.append(HEAD).append("\nmodel ").append(calibration.model());
        out.append("\nlabels ").append(Integer.toString(calibration.labels()));
        out.append("\nsame ").append(Integer.toString(calibration.same()));
        out.append("\nknots ")
                .append(Integer.toString(calibration.knots().size()))
                .append('\n');
        for (Calibration.Knot knot : calibration.knots()) {
            out.append("knot ").append(Double.toString(knot.bits())).append(' ');
            out.append(Double.toString(knot.probability())).append('\n');
        }
    }

    /**
     * Reads what was written.
     *
     * @throws IllegalArgumentException when it is no calibration; the message names the line
     */
    public static Calibration read(Reader in) throws IOException {
        return new CalibrationText(new BufferedReader(in)).read();
    }

    private Calibration read() throws IOException {
        if (!HEAD.equals(next())) {
            throw fault("a calibration begins with the line: " + HEAD, null);
        }
        String model = after("model ", next());
        int labels = whole(after("labels ", next()));
        int same = whole(after("same ", next()));
        int count = whole(after("knots ", next()));
        if (count < 1 || count > Calibration.KNOTS_MAX) {
            throw fault("from 1 to " + Calibration.KNOTS_MAX + " knots", null);
        }
        List<Calibration.Knot> knots = new ArrayList<>();
        for (int knot = 0; knot < count; knot++) {
            knots.add(knot(after("knot ", next())));
        }
        if (reader.read() >= 0) {
            throw fault("after it there is more than the " + count + " knots that were announced", null);
        }
        try {
            return new Calibration(model, labels, same, knots);
        } catch (IllegalArgumentException e) {
            throw fault("read up to here, it is no calibration: " + e.getMessage(), e);
        }
    }

    private Calibration.Knot knot(String text) {
        int space = text.indexOf(' ');
        if (space < 0) {
            throw fault("a knot is a weight in bits, a space and a probability", null);
        }
        try {
            return new Calibration.Knot(
                    Double.parseDouble(text.substring(0, space)), Double.parseDouble(text.substring(space + 1)));
        } catch (IllegalArgumentException e) {
            throw fault("no knot: " + e.getMessage(), e);
        }
    }

    private int whole(String text) {
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException e) {
            throw fault("a whole number stands here", e);
        }
    }

    private String after(String beginning, String text) {
        if (!text.startsWith(beginning)) {
            throw fault("this line begins with \"" + beginning + "\"", null);
        }
        return text.substring(beginning.length());
    }

    /** The next line; empty at the end. Never more than a line's letters in memory. */
    private String next() throws IOException {
        line++;
        StringBuilder text = new StringBuilder();
        for (int c = reader.read(); c >= 0 && c != '\n'; c = reader.read()) {
            if (text.length() == LINE_LETTERS_MAX) {
                throw fault("longer than " + LINE_LETTERS_MAX + " letters", null);
            }
            if (c != '\r') {
                text.append((char) c);
            }
        }
        return text.toString();
    }

    private IllegalArgumentException fault(String fault, @Nullable Throwable cause) {
        return new IllegalArgumentException("line " + line + ": " + fault, cause);
    }
}
