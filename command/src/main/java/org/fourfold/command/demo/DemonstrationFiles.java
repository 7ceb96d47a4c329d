package org.fourfold.command.demo;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import org.fourfold.node.frame.Actor;
import org.fourfold.node.frame.Answer;
import org.fourfold.node.frame.Slice;
import org.fourfold.node.protection.Answers;
import org.fourfold.node.protection.CaseFile;
import org.fourfold.node.protection.CaseState;
import org.fourfold.node.protection.Field;
import org.fourfold.node.protection.FileLine;
import org.fourfold.node.protection.NoteId;
import org.fourfold.node.protection.OpeningId;
import org.fourfold.node.protection.Protection;

/**
 * Opens the invented case files through the same door as the pages, each by its own caseworker, on the day that its story
 * tells. The record's events bear the day on which the demonstration was made: they say what really happened.
 */
public final class DemonstrationFiles {

    /** Files of one day are a second apart and all before the hour of the demonstration's start. */
    private static final Duration OPENED_BEFORE_NOW = Duration.ofHours(12);

    private final Protection protection;
    private final RandomGenerator random;
    private final Instant now;
    private Instant then;

    /**
     * @param room makes the protection room on a clock of ours, which stands where the story is
     * @param now the demonstration's first day
     */
    public DemonstrationFiles(Function<InstantSource, Protection> room, RandomGenerator random, Instant now) {
        this.random = random;
        this.now = now;
        this.then = now;
        this.protection = room.apply(() -> then);
    }

    /**
     * Opens the files that are not there yet, in the order of their days; returns all their numbers, in the order of the
     * stories. A load that was cut short goes on where it stopped.
     *
     * @param actors who acts, by sign-in name
     */
    List<String> open(List<Story> stories, Function<String, Actor> actors) {
        Map<String, List<String>> there = new HashMap<>();
        Map<String, Integer> seen = new HashMap<>();
        List<String> numbers = new ArrayList<>();
        for (Story story : stories) {
            Actor actor = actors.apply(story.owner());
            List<String> present = there.computeIfAbsent(story.owner(), _ -> present(actor));
            int place = seen.merge(story.owner(), 1, Integer::sum) - 1;
            numbers.add(place < present.size() ? present.get(place) : open(actor, story, numbers.size()));
        }
        return numbers;
    }

    /** The numbers of the member's own files, the oldest first. */
    private List<String> present(Actor actor) {
        then = now;
        List<FileLine> lines = new ArrayList<>();
        for (CaseState state : CaseState.values()) {
            Optional<String> after = Optional.empty();
            do {
                Slice<FileLine> slice = protection.files(actor, state, after);
                lines.addAll(slice.rows());
                after = slice.next();
            } while (after.isPresent());
        }
        return lines.stream()
                .map(FileLine::file)
                .filter(file -> file.owner().equals(actor.member()))
                .sorted(Comparator.comparing(CaseFile::openedAt))
                .map(file -> file.number().toString())
                .toList();
    }

    private String open(Actor actor, Story story, int place) {
        then = now.minus(Duration.ofDays(story.daysAgo()))
                .minus(OPENED_BEFORE_NOW)
                .plusSeconds(place % OPENED_BEFORE_NOW.toSeconds());
        OpeningId opening = protection.begin(actor);
        protection.keep(actor, opening, answers(story.answers()));
        CaseFile file = protection.open(actor, opening);
        for (String text : story.notes()) {
            pass(Duration.ofHours(1 + random.nextInt(48)));
            protection.writeNote(actor, file.id(), NoteId.random(random), 0, text);
        }
        if (!story.closed().isEmpty()) {
            pass(Duration.ofDays(10 + random.nextInt(30)));
            protection.close(actor, file.id(), answers(Map.of(Field.CLOSING_REASON, List.of(story.closed()))));
        }
        return file.number().toString();
    }

    /** Lets time pass, never beyond the first day. */
    private void pass(Duration time) {
        Instant later = then.plus(time);
        then = later.isBefore(now) ? later : now;
    }

    private static Answers answers(Map<Field, List<String>> told) {
        Map<Field, Answer<String>> answers = new EnumMap<>(Field.class);
        told.forEach(
                (field, sent) -> field.parse(sent).ifPresent(value -> answers.put(field, new Answer.Given<>(value))));
        return new Answers(answers);
    }
}
