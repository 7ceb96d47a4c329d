package org.fourfold.node.protection;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.fourfold.node.frame.Answer;
import org.fourfold.node.frame.FieldGroup;

/** What was answered, field by field. A field that is missing was not asked; nothing is ever filled in by guessing. */
public record Answers(Map<Field, Answer<String>> byField) {

    public static final Answers NONE = new Answers(Map.of());

    /** How a question was skipped. */
    public enum Silence {
        UNKNOWN,
        DECLINED,
        NOT_ASKED
    }

    public Answers {
        byField = Map.copyOf(byField);
    }

    public Answer<String> of(Field field) {
        return byField.getOrDefault(field, new Answer.NotAsked<>());
    }

    /** The value, where one was given. */
    public Optional<String> given(Field field) {
        return of(field).asGiven();
    }

    /** These answers with those put over them. */
    public Answers with(Answers newer) {
        Map<Field, Answer<String>> all = new EnumMap<>(Field.class);
        all.putAll(byField);
        all.putAll(newer.byField);
        return new Answers(all);
    }

    /** Only the fields of one group. */
    public Answers in(FieldGroup group) {
        return new Answers(byField.entrySet().stream()
                .filter(answer -> answer.getKey().group() == group)
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
    }

    /** Whether every field of the question has been answered or was skipped on purpose. */
    public boolean has(Question question) {
        return question.fields().stream().anyMatch(byField::containsKey);
    }

    /** What a question's form sent, parsed: given where something was given, else not asked. */
    public static Answers parse(Question question, Map<String, List<String>> form) {
        Map<Field, Answer<String>> answers = new EnumMap<>(Field.class);
        for (Field field : question.fields()) {
            answers.put(
                    field,
                    field.parse(form.getOrDefault(field.formName(), List.of()))
                            .<Answer<String>>map(Answer.Given::new)
                            .orElseGet(Answer.NotAsked::new));
        }
        return new Answers(answers);
    }

    /** The whole question skipped, in one of the three ways. */
    public static Answers silent(Question question, Silence silence) {
        Map<Field, Answer<String>> answers = new EnumMap<>(Field.class);
        for (Field field : question.fields()) {
            answers.put(
                    field,
                    switch (silence) {
                        case UNKNOWN -> new Answer.Unknown<String>();
                        case DECLINED -> new Answer.Declined<String>();
                        case NOT_ASKED -> new Answer.NotAsked<String>();
                    });
        }
        return new Answers(answers);
    }
}
