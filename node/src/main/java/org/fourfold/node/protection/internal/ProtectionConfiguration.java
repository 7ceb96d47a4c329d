package org.fourfold.node.protection.internal;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.fourfold.node.ground.Beat;
import org.fourfold.node.ground.Databases;
import org.fourfold.node.protection.Consents;
import org.fourfold.node.protection.Demands;
import org.fourfold.node.protection.Identification;
import org.fourfold.node.protection.Instruments;
import org.fourfold.node.protection.LegalClocks;
import org.fourfold.node.protection.Overrides;
import org.fourfold.node.protection.Protection;
import org.fourfold.node.protection.Rights;
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
}
