package org.fourfold.node.protection.web;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import org.fourfold.node.frame.Handover.RecipientKind;
import org.fourfold.node.frame.Problem;
import org.fourfold.node.frame.ProblemException;
import org.fourfold.node.protection.Arrived;
import org.fourfold.node.protection.LegalDemand;
import org.fourfold.node.registry.Organisation;
import org.springframework.util.MultiValueMap;

/**
 * A demand as it was typed.
 *
 * @param other the name of who asks where the list does not know them
 */
public record DemandForm(
        String asker,
        String other,
        String authority,
        String person,
        String article,
        Set<String> groups,
        String words,
        String arrival,
        String received,
        String due) {

    public DemandForm {
        groups = Set.copyOf(groups);
    }

    /** Before anything was typed. */
    static DemandForm empty(LocalDate today) {
        return new DemandForm("", "", "", "", "", Set.of(), "", "IN_PERSON", today.toString(), "");
    }

    static DemandForm of(MultiValueMap<String, String> sent) {
        return new DemandForm(
                first(sent, "asker"),
                first(sent, "other"),
                first(sent, "authority"),
                first(sent, "person"),
                first(sent, "article"),
                new HashSet<>(sent.getOrDefault("groups", List.of())),
                first(sent, "words"),
                first(sent, "arrival"),
                first(sent, "received"),
                first(sent, "due"));
    }

    /**
     * What was typed, as values; throws ProblemException with every fault of the form itself.
     *
     * @param adding adds an organisation that is not in the list
     */
    Arrived read(List<Organisation> known, BiFunction<String, RecipientKind, Organisation> adding) {
        List<Problem> faults = new ArrayList<>();
        Optional<LegalDemand.Authority> as = ConsentWords.one(LegalDemand.Authority.class, authority);
        if (as.isEmpty()) {
            faults.add(Problem.inField("protection.demand-authority", "authority"));
        }
        Optional<Organisation> listed = Asking.listed(known, asker, other);
        if (listed.isEmpty() && other.isBlank()) {
            faults.add(Problem.inField("protection.demand-asker", "asker"));
        }
        Optional<LocalDate> arrivedOn = day(received);
        if (arrivedOn.isEmpty()) {
            faults.add(Problem.inField("protection.demand-received", "received"));
        }
        if (!due.isBlank() && day(due).isEmpty()) {
            faults.add(Problem.inField("protection.demand-due", "due"));
        }
        if (!faults.isEmpty()) {
            throw new ProblemException(faults);
        }
        return new Arrived(
                listed.orElseGet(() -> adding.apply(other, kind(as.orElseThrow()))),
                as.orElseThrow(),
                person.strip(),
                article.strip(),
                ConsentWords.groups(List.copyOf(groups)),
                words.strip(),
                ConsentWords.one(LegalDemand.Arrival.class, arrival).orElse(LegalDemand.Arrival.IN_PERSON),
                arrivedOn.orElseThrow(),
                day(due));
    }

    private static RecipientKind kind(LegalDemand.Authority authority) {
        return switch (authority) {
            case COURT -> RecipientKind.COURT;
            case PROSECUTION, POLICE -> RecipientKind.PROSECUTION;
            case IMMIGRATION_AUTHORITY -> RecipientKind.IMMIGRATION_AUTHORITY;
            case OTHER -> RecipientKind.SERVICE;
        };
    }

    /** A day as a browser sends it. */
    static Optional<LocalDate> day(String typed) {
        try {
            return Optional.of(LocalDate.parse(typed.strip()));
        } catch (DateTimeParseException notADay) {
            return Optional.empty();
        }
    }

    private static String first(MultiValueMap<String, String> sent, String name) {
        return Optional.ofNullable(sent.getFirst(name)).orElse("");
    }
}
