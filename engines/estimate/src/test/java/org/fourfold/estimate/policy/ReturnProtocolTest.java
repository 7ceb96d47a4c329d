package org.fourfold.estimate.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.fourfold.estimate.SharedData;
import org.fourfold.estimate.policy.SourceResult.Direction;
import org.fourfold.estimate.run.Run;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Kidnapping in prosecutors' files and the return protocol of 2019: what one official series may say")
class ReturnProtocolTest {

    private static final Pattern COMMA = Pattern.compile(",");
    private static final int MONTHS = 62;
    private static final Set<String> BORDER =
            Set.of("Baja California", "Sonora", "Chihuahua", "Coahuila", "Nuevo León", "Tamaulipas");
    private static final LocalDate FIRST = LocalDate.of(2015, 1, 1);

    /** Victims of kidnapping a month, before the pandemic, in the states chosen. */
    private static double[] victims(Predicate<String> chosen) {
        try {
            double[] victims = new double[MONTHS];
            Files.readAllLines(SharedData.find("data/real/sesnsp_secuestro_trata_state_month.csv")).stream()
                    .map(line -> COMMA.split(line.replace("\"", ""), -1))
                    .filter(row -> row[3].equals("Secuestro") && chosen.test(row[2]))
                    .forEach(row -> {
                        int month = 12 * (Integer.parseInt(row[0].substring(0, 4)) - 2015)
                                + Integer.parseInt(row[0].substring(5, 7))
                                - 1;
                        if (month < MONTHS) {
                            victims[month] += Double.parseDouble(row[4]);
                        }
                    });
            return victims;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static PolicyResult ask(LocalDate date, Series series) {
        return PolicyEffect.of(
                PolicyQuestion.of(new Policy("return protocol", date), List.of(new Source("prosecutors", series))),
                Run.of(1));
    }

    @Test
    @DisplayName(
            "the border as a whole shows nothing, nor do the other states; Tamaulipas falls, and the fall is no effect")
    void oneSource() {
        Series border = Series.of("border", Step.MONTH, FIRST, victims(BORDER::contains), new double[0]);
        Series others = Series.of("others", Step.MONTH, FIRST, victims(s -> !BORDER.contains(s)), new double[0]);
        Series tamaulipas = Series.of("Tamaulipas", Step.MONTH, FIRST, victims("Tamaulipas"::equals), new double[0]);
        Series against = Series.of(
                "Tamaulipas", Step.MONTH, FIRST, victims("Tamaulipas"::equals), victims(s -> !BORDER.contains(s)));
        LocalDate february = LocalDate.of(2019, 2, 1);
        LocalDate july = LocalDate.of(2019, 7, 1);
        assertThat(ask(february, border).verdict()).isEqualTo(Verdict.TOO_LITTLE);
        assertThat(ask(february, others).verdict()).isEqualTo(Verdict.TOO_LITTLE);
        assertThat(ask(july, others).verdict()).isEqualTo(Verdict.TOO_LITTLE);
        PolicyResult fall = ask(july, tamaulipas);
        assertThat(fall.verdict()).isEqualTo(Verdict.CHANGE_SEEN);
        assertThat(fall.sources().getFirst().change().direction()).isEqualTo(Direction.DOWN);
        assertThat(fall.cautions())
                .extracting(p -> p.fault().code())
                .contains("one-source", "reporting-could-explain", "no-exposure");
        // By the model's own error also beside the other states; by the largest of three it is no longer sure.
        SourceResult beside = ask(july, against).sources().getFirst();
        assertThat(beside.byModel().get(2).z()).isLessThan(-2.5);
        assertThat(beside.change().upper()).isGreaterThan(1);
    }
}
