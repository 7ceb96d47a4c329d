package org.fourfold.estimate.funnel;

import java.util.List;
import org.fourfold.estimate.numbers.Tails;

/**
 * Whether effects change with time: the score test of coefficients of x × g(t), where g is one minus the share still there just
 * before t (Grambsch, Therneau 1994, with the information as it is at each time rather than its average).
 *
 * @param each one test a characteristic
 * @param all all characteristics at once
 */
public record ProportionalityTest(List<Line> each, Line all) {

    /** A test: chi-squared with its degrees of freedom and how often chance gives as much. */
    public record Line(String name, double statistic, int freedom, double p) {
        static Line of(String name, double statistic, int freedom) {
            return new Line(name, statistic, freedom, Tails.chiSquared(statistic, freedom));
        }
    }

    public ProportionalityTest {
        each = List.copyOf(each);
    }
}
