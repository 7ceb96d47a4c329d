package org.fourfold.command.demo;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import org.fourfold.node.frame.Actor;
import org.fourfold.node.frame.Answer;
import org.fourfold.node.protection.Answers;
import org.fourfold.node.protection.CaseFile;
import org.fourfold.node.protection.CaseState;
import org.fourfold.node.protection.Field;
import org.fourfold.node.protection.NoteId;
import org.fourfold.node.protection.OpeningId;
import org.fourfold.node.protection.Protection;

/** Opens the invented case files through the same door as the pages, each by its own caseworker. */
public final class DemonstrationFiles {

    private final Protection protection;
    private final RandomGenerator random;

    public DemonstrationFiles(Protection protection, RandomGenerator random) {
        this.protection = protection;
        this.random = random;
    }

    /**
     * Opens the files of everybody who has none yet; returns how many.
     *
     * @param actors who acts, by sign-in name
     */
    public int open(Function<String, Actor> actors) {
        int opened = 0;
        for (String owner : Story.ALL.stream().map(Story::owner).distinct().toList()) {
            Actor actor = actors.apply(owner);
            if (!protection
                    .files(actor, CaseState.OPEN, Optional.empty())
                    .rows()
                    .isEmpty()) {
                continue;
            }
            for (Story story : Story.ALL) {
                if (story.owner().equals(owner)) {
                    open(actor, story);
                    opened++;
                }
            }
        }
        return opened;
    }

    private void open(Actor actor, Story story) {
        OpeningId opening = protection.begin(actor);
        protection.keep(actor, opening, answers(story.answers()));
        CaseFile file = protection.open(actor, opening);
        for (String text : story.notes()) {
            protection.writeNote(actor, file.id(), NoteId.random(random), 0, text);
        }
        if (!story.closed().isEmpty()) {
            protection.close(actor, file.id(), answers(Map.of(Field.CLOSING_REASON, List.of(story.closed()))));
        }
    }

    private static Answers answers(Map<Field, List<String>> told) {
        Map<Field, Answer<String>> answers = new EnumMap<>(Field.class);
        told.forEach(
                (field, sent) -> field.parse(sent).ifPresent(value -> answers.put(field, new Answer.Given<>(value))));
        return new Answers(answers);
    }
}
