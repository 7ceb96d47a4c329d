package org.fourfold.node.protection;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;

/**
 * Something that went wrong with what is kept, with all that was written down since.
 *
 * @param entries the first first; never empty
 */
public record Breach(UUID id, List<BreachEntry> entries) {

    /**
     * Within what an authority is told after it was noticed, 72 hours by the strictest common measure: Regulation (EU) 2016/679, article
     * 33. Mexico's Ley Federal de Protección de Datos Personales en Posesión de los Particulares (DOF 20 March 2025) has the
     * persons told at once. Neither was reviewed by a lawyer of the house; the Mexican text itself was not read.
     */
    public static final Duration AUTHORITY_WITHIN = Duration.ofDays(3);

    public Breach {
        entries = List.copyOf(entries);
        if (entries.isEmpty() || !(entries.getFirst().what() instanceof BreachEntry.Reported)) {
            throw new IllegalArgumentException("a breach begins with its report");
        }
    }

    public BreachEntry.Reported reported() {
        return (BreachEntry.Reported) entries.getFirst().what();
    }

    /** As it was last weighed. */
    public Optional<BreachEntry.Weighed> weighed() {
        return entries.reversed().stream()
                .map(BreachEntry::what)
                .filter(BreachEntry.Weighed.class::isInstance)
                .map(BreachEntry.Weighed.class::cast)
                .findFirst();
    }

    /** Until when the authority is told. */
    public Instant authorityBy() {
        return reported().noticed().plus(AUTHORITY_WITHIN);
    }

    /** Whether the authority was told, or it was written down why it need not be. */
    public boolean authoritySettled() {
        return has(what -> what instanceof BreachEntry.AuthorityTold || what instanceof BreachEntry.AuthorityNotNeeded);
    }

    public boolean personsTold() {
        return has(BreachEntry.PersonsTold.class::isInstance);
    }

    /** Whether somebody still has something to do: "not yet" ends it only where nobody need be told at all. */
    public boolean isOpen() {
        boolean personsSettled = personsTold()
                || (has(BreachEntry.PersonsNotYet.class::isInstance)
                        && has(BreachEntry.AuthorityNotNeeded.class::isInstance));
        return !personsSettled || !authoritySettled();
    }

    public boolean isOverdue(Instant now) {
        return !authoritySettled() && now.isAfter(authorityBy());
    }

    private boolean has(Predicate<BreachEntry.What> kind) {
        return entries.stream().map(BreachEntry::what).anyMatch(kind);
    }
}
