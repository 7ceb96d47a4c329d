package org.fourfold.node.protection;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.fourfold.node.frame.Answer;
import org.fourfold.node.frame.FieldGroup;
import org.fourfold.node.protection.ScreeningInstrument.Indicator;

/** What was answered in a conversation, question by question. What is missing was not asked. */
public record Replies(Map<String, Answer<String>> byIndicator) {

    public static final Replies NONE = new Replies(Map.of());

    public Replies {
        byIndicator = Map.copyOf(byIndicator);
    }

    public Answer<String> of(Indicator indicator) {
        return byIndicator.getOrDefault(indicator.id(), new Answer.NotAsked<>());
    }

    public Replies with(Indicator indicator, Answer<String> answer) {
        Map<String, Answer<String>> all = new LinkedHashMap<>(byIndicator);
        all.put(indicator.id(), answer);
        return new Replies(all);
    }

    /** These with those put beside them. */
    public Replies with(Replies others) {
        Map<String, Answer<String>> all = new LinkedHashMap<>(byIndicator);
        all.putAll(others.byIndicator);
        return new Replies(all);
    }

    /** Only those that one group keeps. */
    public Replies in(FieldGroup group, ScreeningInstrument instrument) {
        Map<String, Answer<String>> kept = new LinkedHashMap<>();
        byIndicator.forEach((id, answer) -> {
            if (instrument.indicator(id).filter(one -> one.group() == group).isPresent()) {
                kept.put(id, answer);
            }
        });
        return new Replies(kept);
    }

    /** What a question's form sent. Throws ProblemException for words that are too long. */
    public Replies parsed(Indicator indicator, Map<String, List<String>> form) {
        return with(indicator, Answers.one(indicator.shape(), form));
    }
}
