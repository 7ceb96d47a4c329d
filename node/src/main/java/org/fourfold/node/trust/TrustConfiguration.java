package org.fourfold.node.trust;

import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.Optional;
import org.fourfold.node.ground.Cleared;
import org.fourfold.node.ground.Databases;
import org.fourfold.node.ground.Ground;
import org.fourfold.node.ground.Home;
import org.fourfold.node.trust.internal.DemonstrationKeys;
import org.fourfold.node.trust.internal.KeyFolder;
import org.fourfold.node.trust.web.ErasureHealth;
import org.fourfold.node.trust.web.KeyHealth;
import org.fourfold.node.trust.web.LockedFilter;
import org.fourfold.node.trust.web.RecordHealth;
import org.fourfold.node.trust.web.ReserveHealth;
import org.fourfold.node.trust.web.TrustHealth;
import org.fourfold.node.trust.web.WitnessHealth;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;

/** The beans of the record and the keys. */
@Configuration(proxyBeanMethods = false)
public class TrustConfiguration {

    /** After the headers, before Spring Security: a locked node shows nothing, to nobody. */
    private static final int FILTER_ORDER = Ordered.HIGHEST_PRECEDENCE + 20;

    @Bean
    Argon2id argon2id() {
        return new Argon2id();
    }

    @Bean
    Keyring keyring(Home home, Databases databases, Argon2id argon2id, SecureRandom random, InstantSource clock) {
        Keyring keyring = new Keyring(home.keys(), databases.of("trust"), argon2id, random, clock);
        if (home.isDemonstration()) {
            DemonstrationKeys.unlock(new KeyFolder(home.keys()), keyring, random);
        }
        return keyring;
    }

    @Bean
    KeyWatch keyWatch(Keyring keyring, Home home, InstantSource clock) {
        KeyWatch watch = new KeyWatch(keyring, clock, System::nanoTime);
        if (!home.isDemonstration()) {
            watch.start();
        }
        return watch;
    }

    @Bean
    Trust trust(Databases databases) {
        return new Trust(databases.of("trust"));
    }

    /** The database is compared with what was published before anything is written. */
    @Bean
    Ledger ledger(Databases databases, Keyring keyring, Home home, InstantSource clock) {
        Ledger ledger = new Ledger(databases.of("trust"), keyring, home.ledger(), clock);
        ledger.check();
        return ledger;
    }

    @Bean
    Reserve reserve(Databases databases, Home home, InstantSource clock, SecureRandom random) {
        return new Reserve(home.reserve(), databases.of("trust"), clock, random);
    }

    @Bean
    ReserveHealth reserveHealth(Reserve reserve) {
        return new ReserveHealth(reserve);
    }

    @Bean
    PseudonymTable pseudonyms(Databases databases, Keyring keyring, InstantSource clock) {
        return new PseudonymTable(databases.of("trust"), keyring, clock);
    }

    /** Drained before this bean is there, so before the web opens. */
    @Bean
    Sequencer sequencer(
            Databases databases, Ledger ledger, PseudonymTable pseudonyms, InstantSource clock, SecureRandom random) {
        Sequencer sequencer = new Sequencer(databases.of("trust"), ledger, pseudonyms, clock, random);
        sequencer.start();
        return sequencer;
    }

    @Bean
    Clearing clearing(Databases databases, ObjectProvider<Ground> ground, InstantSource clock) {
        Ground own = ground.getIfAvailable();
        Clearing clearing =
                new Clearing(databases.of("trust"), tables -> own == null ? Cleared.NOT_YET : own.clear(tables), clock);
        if (own != null) {
            clearing.start();
        }
        return clearing;
    }

    @Bean
    ErasureHealth erasureHealth(Clearing clearing, ObjectProvider<Ground> ground) {
        Ground own = ground.getIfAvailable();
        return new ErasureHealth(clearing, own == null || own.runsOwnServer());
    }

    @Bean
    Integrity integrity(Databases databases, Ledger ledger, Keyring keyring, InstantSource clock) {
        return new Integrity(databases.of("trust"), ledger, keyring, clock);
    }

    @Bean
    Seals seals(Databases databases, PseudonymTable pseudonyms, InstantSource clock, SecureRandom random) {
        return new Seals(databases.of("trust"), pseudonyms, clock, random);
    }

    @Bean
    Witnesses witnesses(Databases databases, Ledger ledger, Home home, InstantSource clock, SecureRandom random) {
        return new Witnesses(databases.of("trust"), ledger, home.shown(), clock, random);
    }

    @Bean
    WitnessBeat witnessBeat(Witnesses witnesses, InstantSource clock) {
        WitnessBeat beat = new WitnessBeat(witnesses, clock);
        beat.start();
        return beat;
    }

    @Bean
    WitnessHealth witnessHealth(Witnesses witnesses, InstantSource clock) {
        return new WitnessHealth(witnesses, clock);
    }

    @Bean
    RecordHealth recordHealth(Integrity integrity, Sequencer sequencer, InstantSource clock) {
        return new RecordHealth(integrity, sequencer, clock);
    }

    @Bean
    Sealing sealing(
            Databases databases, Keyring keyring, Ledger ledger, Sequencer sequencer, Home home, InstantSource clock) {
        return new Sealing(databases.of("trust"), keyring, ledger, sequencer, home, clock);
    }

    @Bean
    Inventory inventory(Databases databases, Ledger ledger, Home home, InstantSource clock) {
        return new Inventory(databases.of("trust"), ledger, home, clock);
    }

    @Bean
    FilterRegistrationBean<LockedFilter> lockedFilter(Keyring keyring, KeyWatch watch) {
        var registration = new FilterRegistrationBean<>(new LockedFilter(keyring, watch));
        registration.setOrder(FILTER_ORDER);
        return registration;
    }

    @Bean
    Backups backups(Home home) {
        return new Backups(home.backups());
    }

    @Bean
    TrustHealth trustHealth(Trust trust, Backups backups, Home home, InstantSource clock) {
        return new TrustHealth(trust, backups, DiskEncryption.of(home.path()), clock);
    }

    @Bean
    SheetSeen sheetSeen(Home home) {
        return new SheetSeen(home.keys());
    }

    @Bean
    KeyHealth keyHealth(Keyring keyring, SheetSeen sheet, Home home, InstantSource clock) {
        return new KeyHealth(keyring, sheet, home.isDemonstration(), clock);
    }

    @Bean
    Backup backup(Databases databases, Home home, ObjectProvider<Ground> ground, InstantSource clock) {
        return new Backup(
                databases,
                home,
                () -> Optional.ofNullable(ground.getIfAvailable()).flatMap(Ground::rowCounts),
                clock);
    }
}
