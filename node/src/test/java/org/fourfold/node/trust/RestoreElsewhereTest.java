package org.fourfold.node.trust;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.fourfold.node.frame.Actor;
import org.fourfold.node.frame.CaseFileId;
import org.fourfold.node.frame.Ciphertext;
import org.fourfold.node.frame.Event;
import org.fourfold.node.frame.EventType;
import org.fourfold.node.frame.FieldGroup;
import org.fourfold.node.frame.Language;
import org.fourfold.node.frame.MemberId;
import org.fourfold.node.frame.OrganisationId;
import org.fourfold.node.frame.Problem;
import org.fourfold.node.frame.Purpose;
import org.fourfold.node.frame.Revision;
import org.fourfold.node.frame.Role;
import org.fourfold.node.ground.Ground;
import org.fourfold.node.ground.GroundListener;
import org.fourfold.node.ground.Home;
import org.fourfold.node.ground.NodeConfiguration;
import org.fourfold.node.ground.NodeKind;
import org.fourfold.node.ground.RecoveryBed;
import org.fourfold.node.ground.TestRun;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** From one real server to another that has never seen a schema. */
@Tag("recovery")
class RestoreElsewhereTest {

    private static final String PASSPHRASE = "correct horse battery staple";
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final InstantSource CLOCK = InstantSource.system();
    private static final Actor ACTOR = new Actor(
            MemberId.random(RANDOM), Role.ADMINISTRATOR, Purpose.ADMINISTRATION, OrganisationId.random(RANDOM));
    private static final NodeConfiguration SHELTER = new NodeConfiguration(
            NodeKind.SHELTER, ACTOR.organisation(), "Refugio", ZoneId.of("America/Guatemala"), Language.ES);

    private final Path folder = TestRun.passableFolder("restore");

    private Ground ground(String name) {
        Home home = RecoveryBed.home(folder.resolve(name));
        return Ground.open(home, Optional.empty(), CLOCK, RANDOM, new GroundListener() {
            @Override
            public void restarted() {}

            @Override
            public void lost(Problem problem) {}
        });
    }

    private static Keyring keyring(Ground ground) {
        return new Keyring(ground.home().keys(), ground.databases().of("trust"), new Argon2id(), RANDOM, CLOCK);
    }

    @Test
    void aNodeIsRestoredOnAnotherServerWithAllItsRowsAndKeys() {
        CaseFileId file = CaseFileId.random(RANDOM);
        Ciphertext sealed;
        Backup.Written written;
        Map<String, Long> before;
        try (Ground source = ground("source")) {
            SHELTER.write(source.home());
            source.migrate(NodeKind.SHELTER.modules());
            Keyring keyring = keyring(source);
            keyring.initialise(PASSPHRASE.toCharArray());
            FileKey key = keyring.create(file);
            sealed = key.seal(FieldGroup.NOTES, Revision.FIRST, "told".getBytes(StandardCharsets.UTF_8));
            source.databases().of("protection").write(ACTOR, tx -> {
                key.keep(tx);
                tx.record(Event.of(new EventType("test.done")).about(file.value()));
                return true;
            });
            before = new TreeMap<>(source.rowCounts().orElseThrow());
            written = new Backup(source.databases(), source.home(), source::rowCounts, CLOCK)
                    .write(ACTOR, folder.resolve("body.age"));
        }
        try (Ground target = ground("target")) {
            Restore.into(target, new Argon2id(), CLOCK)
                    .withPassphrase(written.body(), written.keys(), PASSPHRASE.toCharArray(), Restore.schema(target));

            Map<String, Long> after = new TreeMap<>(target.rowCounts().orElseThrow());
            after.computeIfPresent("trust.event", (table, rows) -> rows - 1);
            after.computeIfPresent("trust.pending", (table, rows) -> rows - 1);
            assertThat(after).isEqualTo(before);
            assertThat(NodeConfiguration.read(target.home())).contains(SHELTER);
            Keyring keyring = keyring(target);
            // Locked: there is no log that this home could sign, so nothing gets a place under the old one.
            assertThat(RecordBed.sequencer(target, keyring, CLOCK).drain()).isZero();
            keyring.unlock(PASSPHRASE.toCharArray());
            assertThat(keyring.find(file).orElseThrow().open(FieldGroup.NOTES, Revision.FIRST, sealed))
                    .asString(StandardCharsets.UTF_8)
                    .isEqualTo("told");
            assertThat(RecordBed.sequencer(target, keyring, CLOCK).drain()).isEqualTo(2);
        }
    }
}
