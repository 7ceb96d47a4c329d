package org.fourfold.node.prosecution;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.fourfold.node.frame.Problem;
import org.fourfold.node.frame.ProblemException;
import org.fourfold.node.prosecution.reading.Phones;

/**
 * How a file is to be taken.
 *
 * @param dryRun everything is done and told, and nothing kept
 * @param phoneCountry whose numbers those without a country code are, in two lower-case letters; without it they are compared
 *     digit by digit
 */
public record ImportOptions(boolean dryRun, Optional<String> phoneCountry) {

    public static ImportOptions plain() {
        return new ImportOptions(false, Optional.empty());
    }

    public ImportOptions withDryRun(boolean dry) {
        return new ImportOptions(dry, phoneCountry);
    }

    /** Throws a {@link ProblemException} for a country whose numbers are not known here. */
    public ImportOptions withPhoneCountry(String code) {
        String country = code.strip().toLowerCase(Locale.ROOT);
        if (!countries().contains(country)) {
            throw new ProblemException(Problem.inField("prosecution.phone-country", "phone-country")
                    .with(
                            "known",
                            String.join(", ", countries().stream().sorted().toList())));
        }
        return new ImportOptions(dryRun, Optional.of(country));
    }

    /** The countries whose numbers are known. */
    public static Set<String> countries() {
        return Phones.countries();
    }
}
