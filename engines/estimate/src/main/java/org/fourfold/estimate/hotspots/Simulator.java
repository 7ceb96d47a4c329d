package org.fourfold.estimate.hotspots;

import java.util.Arrays;
import java.util.random.RandomGenerator;
import org.fourfold.estimate.numbers.Draws;

/** Data sets without clusters, one after another; one thread's, with its scratch memory. */
sealed interface Simulator {

    /** Fills in the cases by spot and time, and says how many there are. */
    int draw(RandomGenerator random, int[] cells);

    /** The one of a model. */
    static Simulator of(Field field) {
        return switch (field.model()) {
            case POISSON -> new Poisson(new Multinomial(field.measure()), field.total());
            case EXPECTATION_POISSON -> new Expectation(new Multinomial(field.measure()), field.whole());
            case BERNOULLI -> new Labels(field);
            case SPACE_TIME_PERMUTATION -> new Dates(field);
        };
    }

    /** The cases there are, in proportion to what is expected. */
    record Poisson(Multinomial multinomial, int total) implements Simulator {
        @Override
        public int draw(RandomGenerator random, int[] cells) {
            multinomial.draw(random, total, cells);
            return total;
        }
    }

    /** Each cell Poisson on its own: their sum is Poisson, and given the sum they are multinomial. */
    record Expectation(Multinomial multinomial, double expected) implements Simulator {
        @Override
        public int draw(RandomGenerator random, int[] cells) {
            int total = Math.toIntExact(new Draws(random).poisson(expected));
            multinomial.draw(random, total, cells);
            return total;
        }
    }

    /** The cases there are, drawn without replacement from cases and controls. */
    final class Labels implements Simulator {
        private final int[] cellOf;
        private final int[] swapped;
        private final int total;
        private final boolean few;

        Labels(Field field) {
            int all = Math.toIntExact(Math.round(field.whole()));
            this.cellOf = new int[all];
            int at = 0;
            for (int cell = 0; cell < field.measure().length; cell++) {
                int end = at + (int) Math.round(field.measure()[cell]);
                Arrays.fill(cellOf, at, end, cell);
                at = end;
            }
            this.total = field.total();
            this.few = total <= all / 2;
            this.swapped = new int[few ? total : all - total];
        }

        /** Draws the cases or, where these are fewer, the controls, and puts everybody back afterwards. */
        @Override
        public int draw(RandomGenerator random, int[] cells) {
            Arrays.fill(cells, 0);
            if (!few) {
                for (int cell : cellOf) {
                    cells[cell]++;
                }
            }
            int step = few ? 1 : -1;
            for (int i = 0; i < swapped.length; i++) {
                int j = i + random.nextInt(cellOf.length - i);
                swapped[i] = j;
                int drawn = cellOf[j];
                cellOf[j] = cellOf[i];
                cellOf[i] = drawn;
                cells[drawn] += step;
            }
            for (int i = swapped.length - 1; i >= 0; i--) {
                int j = swapped[i];
                int back = cellOf[j];
                cellOf[j] = cellOf[i];
                cellOf[i] = back;
            }
            return total;
        }
    }

    /** The cases where they are, their times shuffled among them. */
    final class Dates implements Simulator {
        private final int[] spotOf;
        private final int[] timeOf;
        private final int[] shuffled;
        private final int times;

        Dates(Field field) {
            this.times = field.times();
            this.spotOf = new int[field.total()];
            this.timeOf = new int[field.total()];
            this.shuffled = new int[field.total()];
            int at = 0;
            for (int cell = 0; cell < field.cases().length; cell++) {
                for (int n = 0; n < field.cases()[cell]; n++) {
                    spotOf[at] = cell / times;
                    timeOf[at++] = cell % times;
                }
            }
        }

        @Override
        public int draw(RandomGenerator random, int[] cells) {
            Arrays.fill(cells, 0);
            System.arraycopy(timeOf, 0, shuffled, 0, shuffled.length);
            for (int i = shuffled.length - 1; i >= 0; i--) {
                int j = random.nextInt(i + 1);
                int time = shuffled[j];
                shuffled[j] = shuffled[i];
                cells[spotOf[i] * times + time]++;
            }
            return spotOf.length;
        }
    }
}
