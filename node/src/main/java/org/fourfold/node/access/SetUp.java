package org.fourfold.node.access;

import java.security.MessageDigest;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.fourfold.node.access.internal.Codes;
import org.fourfold.node.frame.OrganisationId;
import org.fourfold.node.frame.Problem;
import org.fourfold.node.frame.ProblemException;
import org.fourfold.node.frame.Problems;
import org.fourfold.node.ground.Ground;
import org.fourfold.node.ground.NodeConfiguration;
import org.fourfold.node.trust.Keyring;
import org.fourfold.node.trust.RecoverySheet;
import org.fourfold.node.trust.SheetSeen;

/**
 * The first visit of a new home: what the organisation is, its first administrator, its keys, its recovery sheet. The
 * home's configuration is written last; a home without one is new. Whoever has the code from the terminal leads the
 * visit, one at a time.
 *
 * <p>Order: administrator, keys, sheet confirmed, rooms, configuration. If the process dies in between, nothing has been
 * entrusted to the node yet: the home is removed and begun again, and {@link #isInterrupted} says so.
 */
public final class SetUp {

    /** How many groups of the sheet are asked back. */
    public static final int GROUPS_ASKED = 2;

    /** After this many wrong codes the node must be started again. */
    static final int WRONG_CODES_MAX = 20;

    /** What the organisation is, as the first pages asked. */
    public record Organisation(
            org.fourfold.node.ground.NodeKind kind,
            String name,
            java.time.ZoneId zone,
            org.fourfold.node.frame.Language language) {}

    private record Made(Organisation organisation, RecoverySheet sheet, List<Integer> asked) {}

    private final Ground ground;
    private final Keyring keyring;
    private final Founders founders;
    private final RandomGenerator random;
    private final InstantSource clock;
    private final String code;
    private int wrongCodes;
    private Optional<Made> made = Optional.empty();

    public SetUp(Ground ground, Keyring keyring, Founders founders, RandomGenerator random, InstantSource clock) {
        this.ground = ground;
        this.keyring = keyring;
        this.founders = founders;
        this.random = random;
        this.clock = clock;
        this.code = Codes.random(random);
    }

    /** Whether this home is still new. */
    public boolean isNeeded() {
        return NodeConfiguration.read(ground.home()).isEmpty();
    }

    /** The one-time code to print in the terminal; empty when there is nothing to set up. */
    public Optional<String> code() {
        return isNeeded() ? Optional.of(code) : Optional.empty();
    }

    /** Whether the code from the terminal was typed; always false after too many wrong ones. */
    public synchronized boolean accepts(String typed) {
        if (wrongCodes >= WRONG_CODES_MAX) {
            return false;
        }
        boolean right = MessageDigest.isEqual(Codes.hash(typed), Codes.hash(code));
        wrongCodes += right ? 0 : 1;
        return right;
    }

    /** Whether an earlier visit made keys and never came to its end, so that its sheet is not known any more. */
    public synchronized boolean isInterrupted() {
        return made.isEmpty() && keyring.isInitialised();
    }

    /** The recovery sheet to print, once the keys are made. */
    public synchronized Optional<List<String>> sheet() {
        return made.map(one -> one.sheet().groups());
    }

    /** Which groups of the sheet to ask back; first = 0. */
    public synchronized List<Integer> asked() {
        return made.map(Made::asked).orElse(List.of());
    }

    /** Makes the first administrator and the keys. Faults stand in the fields of the form. */
    public synchronized void make(
            Organisation organisation, NewMember administrator, String password, char[] passphrase) {
        if (made.isPresent() || !isNeeded() || isInterrupted()) {
            throw new ProblemException(Problem.of("access.somebody-here"));
        }
        Problems problems = new Problems();
        founders.passwordFault(password, administrator.signInName(), "password").ifPresent(problems::add);
        if (passphrase.length < Keyring.PASSPHRASE_LENGTH_MIN || passphrase.length > Keyring.PASSPHRASE_LENGTH_MAX) {
            problems.add(Problem.inField("access.setup-passphrase-length", "passphrase")
                    .with("least", Integer.toString(Keyring.PASSPHRASE_LENGTH_MIN)));
        }
        problems.throwIfAny();
        founders.administrator(administrator, password);
        RecoverySheet sheet = keyring.initialise(passphrase);
        made = Optional.of(new Made(organisation, sheet, pick(sheet.groups().size())));
    }

    /** Takes the groups asked back, in their order; then makes the rooms and writes the configuration. */
    public synchronized void finish(List<String> typed) {
        Made one = made.orElseThrow(() -> new ProblemException(Problem.of("access.somebody-here")));
        Problems problems = new Problems();
        for (int i = 0; i < one.asked().size(); i++) {
            if (i >= typed.size() || !one.sheet().confirms(one.asked().get(i), typed.get(i))) {
                problems.add(Problem.inField("access.setup-group-wrong", "group-" + i));
            }
        }
        problems.throwIfAny();
        Organisation told = one.organisation();
        ground.migrate(told.kind().modules());
        new NodeConfiguration(told.kind(), OrganisationId.random(random), told.name(), told.zone(), told.language())
                .write(ground.home());
        new SheetSeen(ground.home().keys()).seen(clock.instant());
        made = Optional.empty();
    }

    private List<Integer> pick(int groups) {
        return random.ints(0, groups)
                .distinct()
                .limit(GROUPS_ASKED)
                .sorted()
                .boxed()
                .toList();
    }
}
