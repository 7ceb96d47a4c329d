package org.fourfold.node.protection.internal;

import jakarta.servlet.MultipartConfigElement;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.fourfold.node.ground.Beat;
import org.fourfold.node.ground.Databases;
import org.fourfold.node.protection.Breaches;
import org.fourfold.node.protection.Complaints;
import org.fourfold.node.protection.Consents;
import org.fourfold.node.protection.Counts;
import org.fourfold.node.protection.Demands;
import org.fourfold.node.protection.Families;
import org.fourfold.node.protection.Identification;
import org.fourfold.node.protection.Instruments;
import org.fourfold.node.protection.Interpreters;
import org.fourfold.node.protection.LegalClocks;
import org.fourfold.node.protection.NightLog;
import org.fourfold.node.protection.Nights;
import org.fourfold.node.protection.Overrides;
import org.fourfold.node.protection.OwnLists;
import org.fourfold.node.protection.Plans;
import org.fourfold.node.protection.Protection;
import org.fourfold.node.protection.Rights;
import org.fourfold.node.protection.Services;
import org.fourfold.node.protection.Spoken;
import org.fourfold.node.protection.Tasks;
import org.fourfold.node.protection.Today;
import org.fourfold.node.protection.Transfers;
import org.fourfold.node.protection.UnmetNeeds;
import org.fourfold.node.protection.UrgentRisks;
import org.fourfold.node.protection.clock.RulePacks;
import org.fourfold.node.shell.House;
import org.fourfold.node.trust.Keyring;
import org.fourfold.node.trust.Reserve;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Builds the façades on their own database user. */
@Configuration(proxyBeanMethods = false)
public class ProtectionConfiguration {

    @Bean
    Protection protection(
            Databases databases, Keyring keyring, Reserve reserve, InstantSource clock, RandomGenerator random) {
        return new Protection(databases.of("protection"), keyring, Optional.of(reserve), clock, random);
    }

    /** Brings emergency openings that were made on a full disk into the record, soon after there is room again. */
    @Bean
    Beat bringingIn(Protection protection) {
        return Beat.start("reserve", Duration.ZERO, Duration.ofSeconds(10), protection::bringInReserve);
    }

    @Bean
    Rights rights(Databases databases, InstantSource clock, RandomGenerator random, House house) {
        return new Rights(databases.of("protection"), clock, random, house::zone);
    }

    @Bean
    Transfers transfers(Databases databases, Keyring keyring, InstantSource clock, RandomGenerator random) {
        return new Transfers(databases.of("protection"), keyring, clock, random);
    }

    @Bean
    Breaches breaches(Databases databases, Keyring keyring, InstantSource clock, RandomGenerator random) {
        return new Breaches(databases.of("protection"), keyring, clock, random);
    }

    @Bean
    Complaints complaints(
            Databases databases, Keyring keyring, InstantSource clock, RandomGenerator random, House house) {
        return new Complaints(databases.of("protection"), keyring, clock, random, house::zone);
    }

    @Bean
    Consents consents(Databases databases, Keyring keyring, InstantSource clock, RandomGenerator random) {
        return new Consents(databases.of("protection"), keyring, clock, random);
    }

    @Bean
    LegalClocks legalClocks(
            Databases databases, Keyring keyring, InstantSource clock, RandomGenerator random, House house) {
        return new LegalClocks(databases.of("protection"), keyring, clock, random, house::zone, RulePacks.shipped());
    }

    @Bean
    Instruments instruments() {
        return Instruments.shipped();
    }

    @Bean
    Identification identification(
            Databases databases,
            Keyring keyring,
            Instruments instruments,
            InstantSource clock,
            RandomGenerator random) {
        return new Identification(databases.of("protection"), keyring, instruments, clock, random);
    }

    @Bean
    Demands demands(Databases databases, Keyring keyring, InstantSource clock, RandomGenerator random, House house) {
        return new Demands(databases.of("protection"), keyring, clock, random, house::zone);
    }

    @Bean
    Overrides overrides(Databases databases, Keyring keyring, InstantSource clock, RandomGenerator random) {
        return new Overrides(databases.of("protection"), keyring, clock, random);
    }

    @Bean
    Nights nights(Databases databases, Keyring keyring, InstantSource clock, RandomGenerator random) {
        return new Nights(databases.of("protection"), keyring, clock, random);
    }

    @Bean
    NightLog nightLog(Databases databases, Keyring keyring, InstantSource clock, RandomGenerator random) {
        return new NightLog(databases.of("protection"), keyring, clock, random);
    }

    @Bean
    UrgentRisks urgentRisks(Databases databases, Keyring keyring, InstantSource clock, RandomGenerator random) {
        return new UrgentRisks(databases.of("protection"), keyring, clock, random);
    }

    @Bean
    Tasks tasks(Databases databases, Keyring keyring, RandomGenerator random) {
        return new Tasks(databases.of("protection"), keyring, random);
    }

    @Bean
    Plans plans(Databases databases, Keyring keyring, InstantSource clock, RandomGenerator random) {
        return new Plans(databases.of("protection"), keyring, clock, random);
    }

    @Bean
    Interpreters interpreters(Databases databases, Keyring keyring, InstantSource clock, RandomGenerator random) {
        return new Interpreters(databases.of("protection"), keyring, clock, random);
    }

    @Bean
    Spoken spoken(Databases databases, Keyring keyring, InstantSource clock, RandomGenerator random) {
        return new Spoken(databases.of("protection"), keyring, clock, random);
    }

    @Bean
    Families families(Databases databases, Keyring keyring, RandomGenerator random) {
        return new Families(databases.of("protection"), keyring, random);
    }

    @Bean
    Today today(Databases databases, Keyring keyring, InstantSource clock) {
        return new Today(databases.of("protection"), keyring, clock);
    }

    @Bean
    Services services(Databases databases, Keyring keyring, InstantSource clock, RandomGenerator random) {
        return new Services(databases.of("protection"), keyring, clock, random);
    }

    @Bean
    Counts counts(Databases databases, Keyring keyring, InstantSource clock, RandomGenerator random, House house) {
        return new Counts(databases.of("protection"), keyring, clock, random, house::zone);
    }

    @Bean
    OwnLists ownLists(Protection protection, Keyring keyring, MultipartConfigElement uploads, RandomGenerator random) {
        return new OwnLists(protection, keyring, Path.of(uploads.getLocation()), random);
    }

    @Bean
    UnmetNeeds unmetNeeds(Databases databases, RandomGenerator random) {
        return new UnmetNeeds(databases.of("protection"), random);
    }
}
