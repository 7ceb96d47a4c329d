package org.fourfold.estimate.hotspots;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** A small invented map on a grid, with distances that are equal and regions that stand at one point. */
final class RandomMap {

    final int regions;
    final int times;
    final double[][] at;
    final int[][] cases;
    final double[][] population;
    final int[][] controls;
    final double[][] expected;
    final boolean[][] touch;

    RandomMap(long seed, int regions, int times, boolean apart) {
        Random random = new Random(seed);
        this.regions = regions;
        this.times = times;
        at = new double[regions][2];
        cases = new int[regions][times];
        population = new double[regions][times];
        controls = new int[regions][times];
        expected = new double[regions][times];
        touch = new boolean[regions][regions];
        for (int r = 0; r < regions; r++) {
            at[r][0] = apart ? random.nextDouble() * 9 : random.nextInt(5);
            at[r][1] = apart ? random.nextDouble() * 9 : random.nextInt(5);
            for (int t = 0; t < times; t++) {
                population[r][t] = 1 + random.nextInt(100);
                cases[r][t] = random.nextInt(4) * random.nextInt(3);
                controls[r][t] = 1 + random.nextInt(6);
                expected[r][t] = 0.2 + 2.5 * random.nextDouble();
            }
        }
        for (int r = 0; r < 2 * regions; r++) {
            int a = random.nextInt(regions);
            int b = random.nextInt(regions);
            touch[a][b] = a != b;
            touch[b][a] = a != b;
        }
    }

    /** What the face takes; {@code backwards} gives the rows in another order. */
    AreaData data(boolean backwards) {
        List<Region> list = new ArrayList<>();
        for (int k = 0; k < regions; k++) {
            int r = backwards ? regions - 1 - k : k;
            list.add(new Region(String.valueOf(r + 1), at[r][0], at[r][1]));
        }
        AreaDataBuilder builder =
                new AreaDataBuilder(list, Metric.EUCLIDEAN, times == 1 ? Timeline.none() : Timeline.years(2000, times));
        for (Region region : list) {
            int r = Integer.parseInt(region.id()) - 1;
            for (int t = 0; t < times; t++) {
                builder.cases(region.id(), t, "", cases[r][t]);
                builder.population(region.id(), t, "", population[r][t]);
                builder.controls(region.id(), t, controls[r][t]);
                builder.expected(region.id(), t, expected[r][t]);
            }
            for (int o = 0; o < regions; o++) {
                if (touch[r][o]) {
                    builder.border(region.id(), String.valueOf(o + 1));
                }
            }
        }
        return builder.build();
    }

    /** What cases are held against, by the model's own words. */
    double[][] measure(ScanModel model) {
        double[][] measure = new double[regions][times];
        double total = 0;
        double persons = 0;
        double[] ofTime = new double[times];
        double[] ofRegion = new double[regions];
        for (int r = 0; r < regions; r++) {
            for (int t = 0; t < times; t++) {
                total += cases[r][t];
                persons += population[r][t];
                ofTime[t] += cases[r][t];
                ofRegion[r] += cases[r][t];
            }
        }
        for (int r = 0; r < regions; r++) {
            for (int t = 0; t < times; t++) {
                measure[r][t] = switch (model) {
                    case POISSON -> population[r][t] * total / persons;
                    case EXPECTATION_POISSON -> expected[r][t];
                    case BERNOULLI -> cases[r][t] + controls[r][t];
                    case SPACE_TIME_PERMUTATION -> ofRegion[r] * ofTime[t] / total;
                };
            }
        }
        return measure;
    }

    BruteForce brute(ScanModel model) {
        double[][] measure = measure(model);
        double[] weight = new double[regions];
        for (int r = 0; r < regions; r++) {
            for (int t = 0; t < times; t++) {
                weight[r] += model == ScanModel.POISSON ? population[r][t] : measure[r][t];
            }
        }
        return new BruteForce(at, cases, measure, weight);
    }
}
