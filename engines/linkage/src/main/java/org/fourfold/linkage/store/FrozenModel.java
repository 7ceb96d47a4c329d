package org.fourfold.linkage.store;

import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.StringTokenizer;
import org.fourfold.linkage.model.Comparison;
import org.fourfold.linkage.model.Interaction;
import org.fourfold.linkage.model.LinkageModel;
import org.fourfold.linkage.train.Weights;

/** What was learnt at the last training, written so that a person can read it: {@code weights.txt}. */
final class FrozenModel {

    static final String FILE = "weights.txt";

    private static final String HEAD = "fourfold-linkage-weights 1";
    private static final double SUM_TOLERANCE = 0.02;

    private FrozenModel() {}

    static String text(LinkageModel model, Weights weights) {
        StringBuilder text = new StringBuilder(HEAD).append('\n');
        text.append("# m: how often records of one person agree so; u: how often any two do\n");
        text.append("model ")
                .append(model.name())
                .append(' ')
                .append(model.version())
                .append('\n');
        text.append("prior ").append(weights.prior()).append('\n');
        for (int c = 0; c < model.comparisons().size(); c++) {
            Comparison comparison = model.comparisons().get(c);
            text.append("compare ").append(comparison.slot()).append('\n');
            for (int l = 1; l <= comparison.levels().size(); l++) {
                text.append("level ")
                        .append(comparison.levels().get(l - 1).kind().name().toLowerCase(Locale.ROOT))
                        .append(" m ")
                        .append(weights.m().get(c)[l])
                        .append(" u ")
                        .append(weights.u().get(c)[l])
                        .append('\n');
            }
        }
        for (int k = 0; k < model.interactions().size(); k++) {
            text.append("together ")
                    .append(model.interactions().get(k).name())
                    .append(" oftener ")
                    .append(weights.together().get(k))
                    .append('\n');
        }
        return text.toString();
    }

    /** Reads it back and checks it against the model. */
    static Weights read(LinkageModel model, List<String> lines) {
        Reading reading = new Reading(lines);
        reading.expect(HEAD);
        reading.expect("model " + model.name() + " " + model.version());
        double prior = reading.share("prior");
        List<double[]> m = new ArrayList<>();
        List<double[]> u = new ArrayList<>();
        for (Comparison comparison : model.comparisons()) {
            reading.expect("compare " + comparison.slot());
            int levels = comparison.levels().size();
            double[] ofOne = new double[levels + 1];
            double[] ofAny = new double[levels + 1];
            for (int l = 1; l <= levels; l++) {
                String kind = comparison.levels().get(l - 1).kind().name().toLowerCase(Locale.ROOT);
                StringTokenizer words = reading.next("level " + kind);
                ofOne[l] = reading.named(words, "m");
                ofAny[l] = reading.named(words, "u");
            }
            reading.sums(ofOne);
            m.add(ofOne);
            u.add(ofAny);
        }
        List<Double> together = new ArrayList<>();
        for (Interaction interaction : model.interactions()) {
            together.add(reading.factor(reading.next("together " + interaction.name()), "oftener"));
        }
        return new Weights(m, u, prior, together);
    }

    /** Lines, one after the other; remarks are passed over. */
    private static final class Reading {

        private final List<String> lines;
        private int line;

        Reading(List<String> lines) {
            this.lines = lines;
        }

        private String next() {
            while (line < lines.size()) {
                String text = lines.get(line++);
                if (!text.startsWith("#") && !text.isBlank()) {
                    return text.strip();
                }
            }
            return "";
        }

        void expect(String wanted) {
            String found = next();
            if (!found.equals(wanted)) {
                throw problem("\"" + wanted + "\" is expected, not \"" + found + "\"");
            }
        }

        StringTokenizer next(String beginning) {
            String found = next();
            if (!found.startsWith(beginning + " ")) {
                throw problem("a line \"" + beginning + " ...\" is expected, not \"" + found + "\"");
            }
            return new StringTokenizer(found.substring(beginning.length()));
        }

        double share(String name) {
            return share(next(name));
        }

        double named(StringTokenizer words, String name) {
            if (!words.hasMoreTokens() || !words.nextToken().equals(name)) {
                throw problem("the number " + name + " is missing");
            }
            return share(words);
        }

        /** A number that may be any from 0 on. */
        double factor(StringTokenizer words, String name) {
            try {
                if (words.hasMoreTokens() && words.nextToken().equals(name)) {
                    double factor = Double.parseDouble(words.nextToken());
                    if (factor >= 0 && Double.isFinite(factor)) {
                        return factor;
                    }
                }
            } catch (NumberFormatException | java.util.NoSuchElementException _) {
                // Told below.
            }
            throw problem("\"" + name + "\" and a number from 0 on are expected");
        }

        private double share(StringTokenizer words) {
            try {
                double share = Double.parseDouble(words.nextToken());
                if (share > 0 && share <= 1) {
                    return share;
                }
                throw problem(share + " is no share: above 0, 1 at most");
            } catch (NumberFormatException | java.util.NoSuchElementException _) {
                throw problem("a number is expected");
            }
        }

        /** Of u they need not: what was never seen by chance is given half a pair. */
        void sums(double[] shares) {
            double sum = 0;
            for (double share : shares) {
                sum += share;
            }
            if (Math.abs(sum - 1) > SUM_TOLERANCE) {
                throw problem("the m of the levels above sum up to " + sum + ", not to 1");
            }
        }

        private StoreProblem problem(String fault) {
            return new StoreProblem(FILE + ", line " + line + ": " + fault + ". " + Folder.MEND);
        }
    }

    /** Per slot, in the store's order, how often each value was said. */
    static void writeCounts(StoreWriter writer, List<int[]> counts) throws IOException {
        for (int[] each : counts) {
            writer.putInt(each.length);
            for (int count : each) {
                writer.putInt(count);
            }
        }
    }

    static List<int[]> readCounts(MemorySegment memory, int slots) {
        List<int[]> counts = new ArrayList<>();
        long at = 0;
        for (int s = 0; s < slots; s++) {
            int[] each = new int[memory.get(Layouts.INT, at)];
            MemorySegment.copy(memory, Layouts.INT, at + Integer.BYTES, each, 0, each.length);
            at += Integer.BYTES + (long) each.length * Integer.BYTES;
            counts.add(each);
        }
        return counts;
    }
}
