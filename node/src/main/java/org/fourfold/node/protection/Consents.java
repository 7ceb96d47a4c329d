package org.fourfold.node.protection;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.random.RandomGenerator;
import org.fourfold.node.frame.Actor;
import org.fourfold.node.frame.CaseFileId;
import org.fourfold.node.frame.ConsentFact;
import org.fourfold.node.frame.Database;
import org.fourfold.node.frame.FieldGroup;
import org.fourfold.node.frame.OrganisationId;
import org.fourfold.node.frame.Problem;
import org.fourfold.node.frame.ProblemException;
import org.fourfold.node.frame.Purpose;
import org.fourfold.node.protection.internal.Consenting;
import org.fourfold.node.protection.internal.Gate;
import org.fourfold.node.protection.internal.HandingOver;
import org.fourfold.node.registry.Organisation;
import org.fourfold.node.trust.Keyring;

/**
 * Consent that bites: what leaves the house leaves by it. Each method asks the one decision first; refusals are recorded and
 * thrown as {@link org.fourfold.node.frame.RefusedException}. A withdrawal acts at once: once it is acknowledged, nothing more
 * is read for anybody outside. Threads: safe.
 */
public final class Consents {

    private static final Duration ENDING_SOON = Duration.ofDays(7);

    /** How far ahead who oversees sees the ends of consents. */
    public static final Duration OVERSEEN_AHEAD = Duration.ofDays(30);

    private final Consenting consenting;
    private final HandingOver handingOver;
    private final InstantSource clock;

    public Consents(Database database, Keyring keyring, InstantSource clock, RandomGenerator random) {
        Gate gate = new Gate(database);
        this.consenting = new Consenting(gate, keyring, clock, random);
        this.handingOver = new HandingOver(gate, keyring, clock, random);
        this.clock = clock;
    }

    /** What was agreed, what is withheld, what went out. */
    public Permissions of(Actor actor, CaseFileId file) {
        return consenting.of(actor, file);
    }

    /** Writes down a consent that lasts so many days from now. Throws ProblemException with every fault. */
    public void give(Actor actor, CaseFileId file, Consent.Terms terms, int days) {
        List<Problem> faults = new ArrayList<>();
        if (terms.groups().isEmpty()) {
            faults.add(Problem.inField("protection.consent-groups", "groups"));
        }
        if (days < 1 || days > Consent.DAYS_MAX) {
            faults.add(Problem.inField("protection.consent-days", "days"));
        }
        if (!terms.informed()) {
            faults.add(Problem.inField("protection.consent-informed", "informed"));
        }
        if (terms.conditionOfService()) {
            faults.add(Problem.inField("protection.consent-condition", "condition"));
        }
        if (terms.givenBy() == ConsentFact.GivenBy.IMPLICATED_GUARDIAN
                || terms.givenBy() == ConsentFact.GivenBy.GUARDIAN_ALONE) {
            faults.add(Problem.inField("protection.consent-guardian", "by"));
        }
        if (!faults.isEmpty()) {
            throw new ProblemException(faults);
        }
        // The database keeps microseconds: rounded up, a consent would begin a moment after it was given.
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        consenting.give(actor, file, terms, now, now.plus(Duration.ofDays(days)));
    }

    /** Keeps the person saying it, which is never asked for; one to a consent. */
    public void addVoice(Actor actor, CaseFileId file, ConsentId consent, Sound sound) {
        consenting.addVoice(actor, file, consent, sound);
    }

    /** The person saying it, for who may see the consents. Throws RefusedException where there is none. */
    public Sound voice(Actor actor, CaseFileId file, ConsentId consent) {
        return consenting.voice(actor, file, consent);
    }

    /** Takes back one consent, or all: whoever helps may, and no reason is asked. */
    public void withdraw(Actor actor, CaseFileId file, Optional<ConsentId> consent, Consent.How how) {
        consenting.withdraw(actor, file, consent, how);
    }

    /**
     * Takes back everything by the number that the person gives, whoever answers and whatever the file is to them; a number
     * that no file has is a problem of the field {@code number}.
     */
    public void withdraw(Actor actor, FileNumber number, Consent.How how) {
        consenting.withdraw(actor, number, how);
    }

    /** What the actor has to see to in their own files: recipients to tell first, then consents that end within a week. */
    public List<ConsentDuty> duties(Actor actor) {
        return consenting.duties(actor, ENDING_SOON);
    }

    /** Consents that end within thirty days, the first first, for who oversees: no name, no content, no sealed file. */
    public List<ConsentEnd> endings(Actor overseer) {
        return consenting.ends(overseer, OVERSEEN_AHEAD);
    }

    /** Nothing goes to them from now on, whatever was agreed. */
    public void withhold(Actor actor, CaseFileId file, OrganisationId from) {
        consenting.withhold(actor, file, from);
    }

    /** The person no longer says so; for the file's owner. */
    public void lift(Actor actor, CaseFileId file, UUID withholding) {
        consenting.lift(actor, file, withholding);
    }

    /** The same of groups among which is nothing that was done under duress. */
    public Sharing share(
            Actor actor, CaseFileId file, Organisation recipient, Purpose purpose, Set<FieldGroup> groups) {
        return share(actor, file, recipient, purpose, groups, false);
    }

    /**
     * Asks the gate and hands over what it lets through, recorded with its reason. A refusal is an answer here, for the page
     * says why.
     *
     * @param duressWeighed whether it was weighed that what was done under duress can cost the person protection: without that
     *     it does not go along
     */
    public Sharing share(
            Actor actor,
            CaseFileId file,
            Organisation recipient,
            Purpose purpose,
            Set<FieldGroup> groups,
            boolean duressWeighed) {
        if (groups.isEmpty()) {
            throw new ProblemException(Problem.inField("protection.consent-groups", "groups"));
        }
        if (groups.contains(FieldGroup.DURESS) && !duressWeighed) {
            throw new ProblemException(Problem.inField("protection.share-duress", "duress"));
        }
        return handingOver.share(actor, file, recipient, purpose, groups);
    }

    /** Whoever received it was told that it was taken back. */
    public void told(Actor actor, CaseFileId file, UUID handover) {
        handingOver.told(actor, file, handover);
    }
}
