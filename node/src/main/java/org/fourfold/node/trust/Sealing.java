package org.fourfold.node.trust;

import com.exceptionfactory.jagged.RecipientStanzaWriter;
import com.exceptionfactory.jagged.x25519.X25519RecipientStanzaWriterFactory;
import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.fourfold.ledger.note.SignedCheckpoint;
import org.fourfold.ledger.note.VerifierKey;
import org.fourfold.ledger.seal.BagPlan;
import org.fourfold.ledger.seal.BagWriter;
import org.fourfold.ledger.seal.EarlierCheckpoint;
import org.fourfold.ledger.seal.Opening;
import org.fourfold.ledger.seal.Source;
import org.fourfold.node.frame.Actor;
import org.fourfold.node.frame.Database;
import org.fourfold.node.frame.Decision;
import org.fourfold.node.frame.Decisions;
import org.fourfold.node.frame.Event;
import org.fourfold.node.frame.EventType;
import org.fourfold.node.frame.LockedException;
import org.fourfold.node.frame.Problem;
import org.fourfold.node.frame.ProblemException;
import org.fourfold.node.frame.RefusedException;
import org.fourfold.node.ground.Home;
import org.fourfold.node.ground.NodeConfiguration;
import org.fourfold.node.trust.internal.BackupIdentity;
import org.fourfold.node.trust.internal.BagDigest;
import org.fourfold.node.trust.internal.BagFile;
import org.fourfold.node.trust.internal.CosignatureCheck;
import org.fourfold.node.trust.internal.KeyFolder;
import org.fourfold.node.trust.internal.PlainPage;
import org.fourfold.node.trust.internal.SealedEntries;
import org.fourfold.node.trust.internal.WitnessRows;

/**
 * Seals the record for somebody outside (docs/formats/bag.md): the whole log, or the entries about one file with what their
 * commitments cover. That it was sealed is recorded first, so that the bag holds it. Needs the keys: the last checkpoint is
 * signed for it.
 *
 * <p>Who may seal the whole log is {@link Decisions#sealing}; about one file the caller asks before whether the actor may see
 * who consulted it.
 */
public final class Sealing {

    private static final EventType SEALED = new EventType("record.sealed");
    private static final EventType LAST_DAY = new EventType("record.last-day");
    private static final EventType REFUSED = new EventType("record.seal-refused");
    private static final String AGENT = "Fourfold";
    private static final String RECIPIENT = "age1[02-9ac-hj-np-z]{58}";
    private static final int NAME_DIGITS = 8;

    /**
     * What to seal, and where to.
     *
     * @param out what is not there yet: an archive where it ends with {@code .zip}, else a folder; encrypted, always a file
     * @param about the file or investigation; empty for the whole log
     * @param recipient an age recipient, for {@code PERSON} alone
     */
    public record Order(Path out, Optional<UUID> about, For reader, Optional<String> recipient, boolean lastDay) {}

    /** Who can open the bag. */
    public enum For {
        /** Whoever holds it, without a key: a court. */
        ANYBODY,
        /** Who holds this organisation's backup identity. */
        ORGANISATION,
        /** Who holds the identity of the recipient named. */
        PERSON
    }

    /**
     * What was sealed.
     *
     * @param origin the log's name
     * @param size of the log under the bag's checkpoint
     * @param entries how many are in the bag
     * @param fingerprint of the log's key, in hexadecimal digits
     * @param digest what stands for the bag on paper, in hexadecimal digits
     */
    public record Sealed(Path bag, String origin, long size, long entries, String fingerprint, String digest) {}

    private final Database database;
    private final Keyring keyring;
    private final Ledger ledger;
    private final Sequencer sequencer;
    private final Home home;
    private final InstantSource clock;

    public Sealing(
            Database trust, Keyring keyring, Ledger ledger, Sequencer sequencer, Home home, InstantSource clock) {
        this.database = trust;
        this.keyring = keyring;
        this.ledger = ledger;
        this.sequencer = sequencer;
        this.home = home;
        this.clock = clock;
    }

    /** Seals; nothing half-written is left when it throws. */
    public Sealed seal(Actor actor, Order order) {
        if (order.about().isEmpty()) {
            decide(actor);
        }
        if (BagFile.isTaken(order.out())) {
            throw new ProblemException(Problem.of("trust.bag-exists"));
        }
        Optional<RecipientStanzaWriter> recipient = recipient(order);
        order.about().ifPresent(this::requireKnown);
        requireUnlocked();
        database.write(actor, tx -> {
            Event event = Event.of(order.lastDay() ? LAST_DAY : SEALED)
                    .detail(order.reader().name().toLowerCase(java.util.Locale.ROOT));
            tx.record(order.about().map(event::about).orElse(event));
            return true;
        });
        sequencer.drain();
        requireUnlocked();
        return write(order, recipient, ledger.latest().orElseThrow(LockedException::new));
    }

    /** Writes the bag of a log as it was published: for the same log on the same day, the same bytes. */
    Sealed write(Order order, Optional<RecipientStanzaWriter> recipient, Ledger.Published published) {
        Path out = order.out().toAbsolutePath().normalize();
        try {
            long entries = write(order, out, recipient, published);
            return new Sealed(
                    out,
                    published.key().name(),
                    published.checkpoint().checkpoint().size(),
                    entries,
                    published.key().fingerprint(),
                    BagDigest.of(out));
        } catch (IOException e) {
            throw new ProblemException(Problem.of("trust.bag-not-written"));
        }
    }

    private void decide(Actor actor) {
        Decision decision = Decisions.sealing(actor);
        if (!decision.allowed()) {
            database.write(actor, tx -> {
                tx.record(Event.of(REFUSED).detail(decision.reason()));
                return true;
            });
            throw new RefusedException(decision.reason());
        }
    }

    private void requireKnown(UUID subject) {
        if (!database.<Boolean>asNode(tx -> SealedEntries.isKnown(tx, subject))) {
            throw new ProblemException(Problem.of("trust.seal-nothing"));
        }
    }

    private void requireUnlocked() {
        if (!keyring.isUnlocked()) {
            throw new LockedException();
        }
    }

    private Optional<RecipientStanzaWriter> recipient(Order order) {
        try {
            return switch (order.reader()) {
                case ANYBODY -> Optional.empty();
                case ORGANISATION ->
                    Optional.of(new KeyFolder(home.keys())
                            .read(BackupIdentity.NAME)
                            .map(BackupIdentity::parse)
                            .orElseThrow(() -> new ProblemException(Problem.of("trust.keys-missing")))
                            .writer());
                case PERSON ->
                    Optional.of(X25519RecipientStanzaWriterFactory.newRecipientStanzaWriter(order.recipient()
                            .filter(text -> text.matches(RECIPIENT))
                            .orElseThrow(Sealing::unusable)));
            };
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw unusable();
        }
    }

    private static ProblemException unusable() {
        return new ProblemException(Problem.inField("trust.recipient-unusable", "--recipient"));
    }

    private long write(Order order, Path out, Optional<RecipientStanzaWriter> recipient, Ledger.Published published)
            throws IOException {
        long size = published.checkpoint().checkpoint().size();
        BagPlan plan = plan(order, published);
        String name =
                "fourfold-" + published.key().name().replaceFirst(".*/", "").substring(0, NAME_DIGITS) + "-" + size;
        if (order.about().isEmpty()) {
            BagFile.write(out, recipient, name, target -> BagWriter.sealLog(published.tiles(), plan, target));
            return size;
        }
        SortedMap<Long, Optional<Opening>> entries =
                database.asNode(tx -> SealedEntries.of(tx, order.about().get(), published.firstPosition(), size));
        if (entries.isEmpty()) {
            throw new ProblemException(Problem.of("trust.seal-nothing"));
        }
        Map<Long, Supplier<Opening>> opened = new TreeMap<>();
        SealedEntries.opened(entries).forEach((index, opening) -> opened.put(index, () -> opening));
        BagFile.write(
                out,
                recipient,
                name,
                target -> BagWriter.sealCase(
                        published.tiles(), new TreeSet<>(entries.keySet()), plan.withOpenings(opened), target));
        return entries.size();
    }

    /** Everything beside the log's own files. */
    private BagPlan plan(Order order, Ledger.Published published) {
        Optional<NodeConfiguration> told = NodeConfiguration.read(home);
        ZoneId zone = told.map(NodeConfiguration::zone).orElse(ZoneOffset.UTC);
        LocalDate day = LocalDate.ofInstant(clock.instant(), zone);
        long size = published.checkpoint().checkpoint().size();
        List<WitnessRows.Cosigned> cosigned = database.asNode(tx -> WitnessRows.daily(tx, published.key()));
        return BagPlan.of(policy(published.key(), cosigned), published.checkpoint(), day, AGENT)
                .withEarlier(earlier(cosigned, size))
                .withTagFiles(
                        tagFiles(told.map(NodeConfiguration::organisationName).orElse(""), order, day, published));
    }

    /** The witnesses are named; how many of them must have cosigned is for the reader to say. */
    private static String policy(VerifierKey log, List<WitnessRows.Cosigned> cosigned) {
        StringBuilder policy = new StringBuilder("log " + log + "\n");
        int number = 0;
        for (VerifierKey witness : new LinkedHashSet<>(
                cosigned.stream().map(WitnessRows.Cosigned::witness).toList())) {
            policy.append("witness w")
                    .append(++number)
                    .append(' ')
                    .append(witness)
                    .append('\n');
        }
        return policy.append("quorum none\n").toString();
    }

    /** The first checkpoint of each day, and the last of each day that a witness cosigned; by size, each with all its lines. */
    private List<EarlierCheckpoint> earlier(List<WitnessRows.Cosigned> cosigned, long size) {
        SortedMap<Long, SignedCheckpoint> earlier = new TreeMap<>();
        Stream.concat(ledger.daily().stream(), cosigned.stream().map(WitnessRows.Cosigned::checkpoint))
                .filter(one -> one.checkpoint().size() < size)
                .forEach(one -> earlier.merge(one.checkpoint().size(), one, CosignatureCheck::together));
        return earlier.values().stream()
                .map(one -> new EarlierCheckpoint(one, List.of()))
                .toList();
    }

    private static Map<String, Source> tagFiles(
            String organisation, Order order, LocalDate day, Ledger.Published published) {
        Map<String, String> values = new HashMap<>();
        values.put("organisation", PlainPage.text(organisation));
        values.put("day", day.toString());
        values.put("origin", PlainPage.text(published.key().name()));
        values.put("size", Long.toString(published.checkpoint().checkpoint().size()));
        values.put(
                "root",
                RecordWords.grouped(published.checkpoint().checkpoint().root().hex()));
        values.put("fingerprint", RecordWords.grouped(published.key().fingerprint()));
        values.put("key", PlainPage.text(published.key().toString()));
        String kind = order.about().isPresent() ? "case" : "log";
        Map<String, Source> files = new HashMap<>();
        for (String page : List.of("README", "LEAME")) {
            Map<String, String> all = new HashMap<>(values);
            all.put(
                    "kind",
                    new String(
                            PlainPage.resource(page + "-" + kind + ".html"), java.nio.charset.StandardCharsets.UTF_8));
            files.put(page + ".html", Source.of(PlainPage.fill(page + ".html", all)));
        }
        files.put("verify.py", Source.of(PlainPage.resource("verify.py")));
        files.put("verify.jar", Source.of(PlainPage.resource("verify.jar")));
        return files;
    }
}
