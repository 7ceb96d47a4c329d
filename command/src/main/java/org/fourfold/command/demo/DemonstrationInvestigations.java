package org.fourfold.command.demo;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.fourfold.command.demo.InventedInvestigation.Entry;
import org.fourfold.node.frame.Actor;
import org.fourfold.node.frame.Slice;
import org.fourfold.node.prosecution.EntryId;
import org.fourfold.node.prosecution.Investigation;
import org.fourfold.node.prosecution.InvestigationId;
import org.fourfold.node.prosecution.InvestigationView;
import org.fourfold.node.prosecution.Investigations;
import org.fourfold.node.prosecution.NewEntry;

/**
 * Enters the invented investigations through the same door as the pages, each by whoever opened it, on the days that its
 * story tells. A load that was cut short goes on where it stopped: a docket holds one entry a day.
 */
final class DemonstrationInvestigations {

    private static final Duration HOUR_OF_WORK = Duration.ofHours(15);

    private final Investigations investigations;
    private final Instant now;
    private Instant then;

    /** @param room makes the façade on a clock of ours, which stands where the story is */
    DemonstrationInvestigations(Function<InstantSource, Investigations> room, Instant now) {
        this.now = now;
        this.then = now;
        this.investigations = room.apply(() -> then);
    }

    void load(List<InventedInvestigation> stories, Function<String, Actor> actors) {
        Map<String, Map<String, Investigation>> there = new HashMap<>();
        for (InventedInvestigation story : stories) {
            Actor actor = actors.apply(story.opener());
            Map<String, Investigation> own = there.computeIfAbsent(story.opener(), _ -> present(actor));
            Optional<Investigation> known = Optional.ofNullable(own.get(story.title()));
            if (known.isEmpty() || known.get().isOpen()) {
                enter(story, actor, known.map(Investigation::id), actors);
            }
        }
    }

    private Map<String, Investigation> present(Actor actor) {
        Map<String, Investigation> present = new HashMap<>();
        Optional<InvestigationId> after = Optional.empty();
        do {
            Slice<Investigation> slice = investigations.list(actor, after);
            slice.rows().forEach(one -> present.put(one.title(), one));
            after = slice.next().flatMap(InvestigationId::parse);
        } while (after.isPresent());
        return present;
    }

    private void enter(
            InventedInvestigation story, Actor actor, Optional<InvestigationId> known, Function<String, Actor> actors) {
        on(story.openedOn());
        InvestigationId id = known.orElseGet(() -> investigations.open(actor, story.title(), story.openedOn()));
        story.others()
                .forEach(other ->
                        investigations.add(actor, id, actors.apply(other).member()));
        Map<LocalDate, EntryId> entered = new HashMap<>();
        if (known.isPresent()) {
            investigations.view(actor, id).map(InvestigationView::docket).stream()
                    .flatMap(List::stream)
                    .forEach(entry -> entered.put(entry.day(), entry.id()));
        }
        // A hearing is entered before what puts it off, which was asked for on an earlier day.
        for (boolean hearings : new boolean[] {true, false}) {
            for (Entry entry : story.docket()) {
                if (entry instanceof Entry.Hearing == hearings && !entered.containsKey(entry.day())) {
                    on(entry.day());
                    entered.put(entry.day(), investigations.enter(actor, id, made(entry, entered)));
                }
            }
        }
        if (!story.closed().isEmpty()) {
            then = now;
            investigations.close(actor, id, story.closed());
        }
    }

    private static NewEntry made(Entry entry, Map<LocalDate, EntryId> entered) {
        return switch (entry) {
            case Entry.Mandate one -> new NewEntry.Mandate(one.day(), one.until(), one.instrument());
            case Entry.Hearing one -> new NewEntry.Hearing(one.day(), one.kind(), one.court());
            case Entry.Continuance one ->
                new NewEntry.Continuance(
                        java.util.Objects.requireNonNull(entered.get(one.hearing())),
                        one.day(),
                        one.askedBy(),
                        one.reason(),
                        one.ruling(),
                        one.until());
            case Entry.Obstruction one -> new NewEntry.Obstruction(one.day(), one.kind(), one.deed(), one.evidence());
        };
    }

    /** Sets the clock to a day's work, never beyond the first day of the demonstration. */
    private void on(LocalDate day) {
        Instant later = day.atStartOfDay(ZoneOffset.UTC).toInstant().plus(HOUR_OF_WORK);
        then = later.isBefore(now) ? later : now;
    }
}
