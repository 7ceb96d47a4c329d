package org.fourfold.node.trust;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.fourfold.node.frame.Actor;
import org.fourfold.node.frame.Database;
import org.fourfold.node.frame.Decisions;
import org.fourfold.node.frame.Event;
import org.fourfold.node.frame.EventType;
import org.fourfold.node.frame.LockedException;
import org.fourfold.node.frame.Problem;
import org.fourfold.node.frame.ProblemException;
import org.fourfold.node.ground.Home;
import org.fourfold.node.ground.NodeConfiguration;
import org.fourfold.node.trust.internal.BagDigest;
import org.fourfold.node.trust.internal.PlainPage;
import org.fourfold.node.trust.internal.QrSvg;

/**
 * The act of delivery and receipt (acta de entrega-recepción): what there is, as numbers that two people can compare aloud and
 * sign. One page for paper in both languages. Names no person; counts of things, never what is in them.
 */
public final class Inventory {

    private static final EventType INVENTORIED = new EventType("record.inventoried");
    private static final String ENCRYPTED = ".age";

    private record Kind(String type, long count) {}

    private final Database database;
    private final Ledger ledger;
    private final Home home;
    private final InstantSource clock;

    public Inventory(Database trust, Ledger ledger, Home home, InstantSource clock) {
        this.database = trust;
        this.ledger = ledger;
        this.home = home;
        this.clock = clock;
    }

    /** The page, for whoever may seal the whole record. Of an unlocked node it is up to a second old. */
    public byte[] page(Actor actor, List<SealedBag> bags) {
        Decisions.sealing(actor).orRefuse();
        Ledger.Published published = ledger.latest().orElseThrow(LockedException::new);
        List<Kind> kinds = database.read(actor, tx -> {
            tx.record(Event.of(INVENTORIED).count(bags.size()));
            return tx.sql("SELECT type, count(*) AS many FROM trust.event GROUP BY type ORDER BY type")
                    .list((rs, n) -> new Kind(rs.getString("type"), rs.getLong("many")));
        });
        Optional<NodeConfiguration> told = NodeConfiguration.read(home);
        ZoneId zone = told.map(NodeConfiguration::zone).orElse(ZoneOffset.UTC);
        var checkpoint = published.checkpoint().checkpoint();
        Map<String, String> values = new HashMap<>();
        values.put(
                "organisation",
                PlainPage.text(told.map(NodeConfiguration::organisationName).orElse("")));
        values.put("moment", moment(clock.instant(), zone));
        values.put("origin", PlainPage.text(checkpoint.origin()));
        values.put("begun", moment(published.begunAt(), zone));
        values.put("size", number(checkpoint.size()));
        values.put("root", RecordWords.grouped(checkpoint.root().hex()));
        values.put("fingerprint", RecordWords.grouped(published.key().fingerprint()));
        values.put("key", PlainPage.text(published.key().toString()));
        values.put("qr", QrSvg.of(published.key() + "\n" + checkpoint.text(), "QR: " + checkpoint.origin()));
        values.put("kinds", kinds(kinds));
        values.put("backups", backups(zone));
        values.put("bags", bags(bags));
        return PlainPage.fill("acta.html", values);
    }

    private static String kinds(List<Kind> kinds) {
        StringBuilder rows = new StringBuilder();
        for (Kind kind : kinds) {
            rows.append("<tr><td><code>")
                    .append(PlainPage.text(kind.type()))
                    .append("</code></td><td class=\"number\">")
                    .append(number(kind.count()))
                    .append("</td></tr>\n");
        }
        return rows.toString();
    }

    private static String bags(List<SealedBag> bags) {
        StringBuilder rows = new StringBuilder();
        for (SealedBag bag : bags) {
            String held = bag.entries().isPresent()
                    ? number(bag.entries().getAsLong())
                            + " asientos comprobados · <span lang=\"en\">entries checked</span>"
                    : "cifrada, no comprobada · <span lang=\"en\">encrypted, not checked</span>";
            rows.append("<tr><td>")
                    .append(PlainPage.text(bag.name()))
                    .append("<br>")
                    .append(held)
                    .append("<br><code>")
                    .append(RecordWords.grouped(bag.digest()))
                    .append("</code></td><td>")
                    .append(QrSvg.of(bag.digest(), "QR: " + bag.digest()))
                    .append("</td></tr>\n");
        }
        return rows.isEmpty() ? none(2) : rows.toString();
    }

    private String backups(ZoneId zone) {
        StringBuilder rows = new StringBuilder();
        try {
            for (Path file : backupFiles()) {
                rows.append("<tr><td>")
                        .append(PlainPage.text(String.valueOf(file.getFileName())))
                        .append("<br>")
                        .append(moment(Files.getLastModifiedTime(file).toInstant(), zone))
                        .append("<br><code>")
                        .append(RecordWords.grouped(BagDigest.ofFile(file)))
                        .append("</code></td><td class=\"number\">")
                        .append(number(Files.size(file)))
                        .append("</td></tr>\n");
            }
        } catch (IOException e) {
            throw new ProblemException(Problem.of("trust.backups-unreadable"));
        }
        return rows.isEmpty() ? none(2) : rows.toString();
    }

    private List<Path> backupFiles() throws IOException {
        if (!Files.isDirectory(home.backups())) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(home.backups())) {
            return new ArrayList<>(
                    files.filter(file -> String.valueOf(file.getFileName()).endsWith(ENCRYPTED))
                            .sorted()
                            .toList());
        }
    }

    private static String none(int columns) {
        return "<tr><td colspan=\"" + columns + "\">Ninguno · <span lang=\"en\">none</span></td></tr>\n";
    }

    private static String number(long value) {
        return String.format(Locale.ROOT, "%,d", value);
    }

    /** As people write it, with the offset that tells which hour is meant. */
    private static String moment(Instant at, ZoneId zone) {
        return DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm xxx", Locale.ROOT)
                .format(at.truncatedTo(ChronoUnit.MINUTES).atZone(zone));
    }
}
