package org.fourfold.node.protection.web;

import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.fourfold.node.frame.ConsentFact.GivenBy;
import org.fourfold.node.frame.FieldGroup;
import org.fourfold.node.frame.OrganisationId;
import org.fourfold.node.frame.Purpose;
import org.fourfold.node.protection.Consent;
import org.fourfold.node.protection.Field;
import org.fourfold.node.protection.HandedOver;
import org.fourfold.node.registry.Organisation;
import org.fourfold.node.shell.Choice;
import org.fourfold.node.shell.PageFrame;
import org.fourfold.node.shell.Tag;

/** Choices and words of consent in the reader's language. */
final class ConsentWords {

    /** What somebody outside may want it for. */
    private static final List<Purpose> PURPOSES = List.of(Purpose.PROTECTION, Purpose.INVESTIGATION);

    private ConsentWords() {}

    static List<Choice> recipients(List<Organisation> all) {
        return all.stream()
                .map(one -> Choice.of(one.id().toString(), one.name()))
                .toList();
    }

    static Map<OrganisationId, String> names(List<Organisation> all) {
        return all.stream().collect(Collectors.toMap(Organisation::id, Organisation::name));
    }

    /** How it stands with something that went out. */
    static Tag state(HandedOver went) {
        if (went.waits()) {
            return Tag.stop("protection.consent.went.tell");
        }
        return went.recalled().isPresent()
                ? Tag.done("protection.consent.went.told")
                : Tag.quiet("protection.consent.went.holds");
    }

    /** The one that was chosen in a form. */
    static Optional<Organisation> organisation(List<Organisation> all, String sent) {
        return all.stream().filter(one -> one.id().toString().equals(sent)).findFirst();
    }

    static List<Choice> purposes(PageFrame frame) {
        return choices(PURPOSES, purpose -> frame.text("protection.consent.purpose." + code(purpose)));
    }

    static List<Choice> groups(PageFrame frame, Collection<FieldGroup> groups) {
        return choices(groups, group -> group(frame, group));
    }

    static List<Choice> by(PageFrame frame) {
        return choices(List.of(GivenBy.values()), by -> frame.text("protection.consent.by." + code(by)));
    }

    static List<Choice> how(PageFrame frame) {
        return choices(List.of(Consent.How.values()), how -> frame.text("protection.consent.how." + code(how)));
    }

    static List<Choice> languages(PageFrame frame) {
        return Field.RIGHTS_LANGUAGE.options().stream()
                .map(language -> Choice.of(language, frame.text(Field.RIGHTS_LANGUAGE.optionKey(language))))
                .toList();
    }

    static String purpose(PageFrame frame, Purpose purpose) {
        return frame.text("protection.consent.purpose." + code(purpose));
    }

    static String groups(PageFrame frame, Set<FieldGroup> groups) {
        return groups.stream().sorted().map(group -> group(frame, group)).collect(Collectors.joining("; "));
    }

    private static String group(PageFrame frame, FieldGroup group) {
        return frame.text("protection.group." + code(group));
    }

    /** Of codes that were sent; what is none is left out. */
    static Set<FieldGroup> groups(List<String> sent) {
        Set<FieldGroup> groups = new HashSet<>();
        Arrays.stream(FieldGroup.values())
                .filter(group -> sent.contains(group.name()))
                .forEach(groups::add);
        return groups;
    }

    static <E extends Enum<E>> Optional<E> one(Class<E> type, String sent) {
        return Arrays.stream(type.getEnumConstants())
                .filter(value -> value.name().equals(sent))
                .findFirst();
    }

    static String name(Map<OrganisationId, String> names, OrganisationId id) {
        return names.getOrDefault(id, id.toString());
    }

    static <E extends Enum<E>> List<Choice> choices(Collection<E> values, Function<E, String> words) {
        return values.stream()
                .map(value -> Choice.of(value.name(), words.apply(value)))
                .toList();
    }

    static String code(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
