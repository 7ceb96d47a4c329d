package org.fourfold.command.demo;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.fourfold.node.frame.Actor;
import org.fourfold.node.frame.CaseFileId;
import org.fourfold.node.frame.ConsentFact.GivenBy;
import org.fourfold.node.frame.FieldGroup;
import org.fourfold.node.frame.Handover.RecipientKind;
import org.fourfold.node.frame.Purpose;
import org.fourfold.node.protection.Consent;
import org.fourfold.node.protection.Consents;
import org.fourfold.node.protection.HandedOver;
import org.fourfold.node.protection.Protection;
import org.fourfold.node.protection.Sharing;
import org.fourfold.node.registry.Organisation;
import org.fourfold.node.registry.Organisations;

/**
 * What the people of the scenes agreed to, withheld and took back: Yésica's clinic, whose consent ends in six days, and
 * nothing to the police; Marisol, who asked who had received her data. A file that has something already is left as it is.
 */
final class DemonstrationConsents {

    private static final Duration AGREED_BEFORE = Duration.ofDays(24);
    private static final int DAYS = 30;

    private final Protection protection;
    private final Consents consents;
    private final Organisations organisations;
    private final Instant now;
    private Instant then;

    /** @param gate makes the gate on a clock of ours, which stands where the story is */
    DemonstrationConsents(
            Protection protection, Function<InstantSource, Consents> gate, Organisations organisations, Instant now) {
        this.protection = protection;
        this.organisations = organisations;
        this.now = now;
        this.then = now;
        this.consents = gate.apply(() -> then);
    }

    /** @param numbers of the files of {@link Story#SCENES}, in their order */
    void agree(List<String> numbers, Function<String, Actor> actors) {
        Actor clara = actors.apply(DemonstrationMembers.CASEWORKER);
        Actor carmen = actors.apply(DemonstrationMembers.SECOND_CASEWORKER);
        Organisation clinic = organisation(clara, "Clínica Santa Lumbre (inventada)", RecipientKind.SERVICE);
        Organisation police = organisation(clara, "Policía del distrito (inventada)", RecipientKind.PROSECUTION);
        Organisation school = organisation(carmen, "Escuela Paso Garza (inventada)", RecipientKind.SERVICE);
        file(clara, numbers, "Yésica").ifPresent(yesica -> {
            give(clara, yesica, clinic, Set.of(FieldGroup.IDENTITY, FieldGroup.HEALTH, FieldGroup.NEEDS));
            share(clara, yesica, clinic, Set.of(FieldGroup.IDENTITY, FieldGroup.NEEDS));
            consents.withhold(clara, yesica, police.id());
        });
        file(carmen, numbers, "Marisol").ifPresent(marisol -> {
            give(carmen, marisol, clinic, Set.of(FieldGroup.IDENTITY, FieldGroup.HEALTH));
            give(carmen, marisol, school, Set.of(FieldGroup.IDENTITY));
            share(carmen, marisol, clinic, Set.of(FieldGroup.IDENTITY));
            share(carmen, marisol, school, Set.of(FieldGroup.IDENTITY));
            takeBackAndTell(carmen, marisol, school);
        });
    }

    private Organisation organisation(Actor actor, String name, RecipientKind kind) {
        return organisations.all().stream()
                .filter(one -> one.name().equals(name))
                .findFirst()
                .orElseGet(() -> organisations.add(actor, name, kind));
    }

    /** The file of that scene, unless somebody agreed to something in it already. */
    private Optional<CaseFileId> file(Actor owner, List<String> numbers, String name) {
        for (int place = 0; place < numbers.size(); place++) {
            if (Story.SCENES.get(place).name().startsWith(name)) {
                return protection.find(owner, numbers.get(place)).readable().stream()
                        .map(line -> line.file().id())
                        .filter(id -> consents.of(owner, id).consents().isEmpty())
                        .findFirst();
            }
        }
        return Optional.empty();
    }

    private void give(Actor actor, CaseFileId file, Organisation to, Set<FieldGroup> groups) {
        then = now.minus(AGREED_BEFORE);
        Consent.Terms terms = new Consent.Terms(
                to.id(), Purpose.PROTECTION, groups, GivenBy.ADULT, Consent.How.PRESENT, "es", true, false);
        consents.give(actor, file, terms, DAYS);
        then = now;
    }

    private void share(Actor actor, CaseFileId file, Organisation to, Set<FieldGroup> groups) {
        Sharing shared = consents.share(actor, file, to, Purpose.PROTECTION, groups);
        if (shared instanceof Sharing.Refused(String reason)) {
            throw new IllegalStateException("the demonstration's handing over was refused: " + reason);
        }
    }

    private void takeBackAndTell(Actor actor, CaseFileId file, Organisation from) {
        consents.of(actor, file).consents().stream()
                .filter(one -> one.terms().recipient().equals(from.id()))
                .findFirst()
                .ifPresent(one -> consents.withdraw(actor, file, Optional.of(one.id()), Consent.How.PHONE));
        consents.of(actor, file).handedOver().stream()
                .filter(HandedOver::waits)
                .forEach(one -> consents.told(actor, file, one.id()));
    }
}
