package org.fourfold.node.protection;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.fourfold.node.frame.Answer;
import org.fourfold.node.frame.FieldGroup;
import org.fourfold.node.frame.Problem;
import org.fourfold.node.frame.ProblemException;
import org.fourfold.node.frame.Problems;

/** What was answered, field by field. A field that is missing was not asked; nothing is ever filled in by guessing. */
public record Answers(Map<Field, Answer<String>> byField) {

    public static final Answers NONE = new Answers(Map.of());

    /** How a question was skipped. */
    public enum Silence {
        UNKNOWN,
        DECLINED,
        NOT_ASKED;

        public Answer<String> answer() {
            return switch (this) {
                case UNKNOWN -> new Answer.Unknown<>();
                case DECLINED -> new Answer.Declined<>();
                case NOT_ASKED -> new Answer.NotAsked<>();
            };
        }

        /** By its name in forms, {@code not-asked}; empty for none. */
        public static Optional<Silence> parse(String sent) {
            return Arrays.stream(values())
                    .filter(kind -> kind.answer().code().equals(sent))
                    .findFirst();
        }
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
        return parse(question.fields(), form);
    }

    /** The same for any fields. Throws ProblemException with every fault. */
    public static Answers parse(Collection<Field> fields, Map<String, List<String>> form) {
        Problems faults = new Problems();
        Answers answers = read(fields, form, faults);
        faults.throwIfAny();
        return answers;
    }

    /** What is still being typed: what cannot be read yet is left out, and what stood there before stays. */
    public static Answers parseDraft(Question question, Map<String, List<String>> form) {
        return read(question.fields(), form, new Problems());
    }

    private static Answers read(Collection<Field> fields, Map<String, List<String>> form, Problems faults) {
        Map<Field, Answer<String>> answers = new EnumMap<>(Field.class);
        for (Field field : fields) {
            try {
                answers.put(field, one(field.shape(), form));
            } catch (ProblemException fault) {
                faults.addAll(fault.problems());
            }
        }
        return new Answers(answers);
    }

    /** What stands in one place of a form. */
    public static Answer<String> one(Shape shape, Map<String, List<String>> form) {
        return shape.parse(form.getOrDefault(shape.formName(), List.of()))
                .<Answer<String>>map(Answer.Given::new)
                .orElseGet(Answer.NotAsked::new);
    }

    /** The whole question skipped, in one of the three ways. */
    public static Answers silent(Question question, Silence silence) {
        return silent(question.fields(), silence);
    }

    /** The same for any fields. */
    public static Answers silent(Collection<Field> fields, Silence silence) {
        Map<Field, Answer<String>> answers = new EnumMap<>(Field.class);
        fields.forEach(field -> answers.put(field, silence.answer()));
        return new Answers(answers);
    }

    /** Throws {@code protection.date-later} where something would have happened after that day. */
    public void requireNotAfter(LocalDate last) {
        Problems faults = new Problems();
        byField.forEach((field, answer) -> {
            if (field.kind() == Field.Kind.DATED
                    && answer.asGiven()
                            .filter(date -> DatedText.read(date).from().isAfter(last))
                            .isPresent()) {
                faults.add(Problem.inField("protection.date-later", field.formName()));
            }
        });
        faults.throwIfAny();
    }
}
