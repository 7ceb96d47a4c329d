package org.fourfold.node.protection.internal;

import java.time.InstantSource;
import java.util.random.RandomGenerator;
import org.fourfold.node.ground.Databases;
import org.fourfold.node.protection.Consents;
import org.fourfold.node.protection.Families;
import org.fourfold.node.protection.NightLog;
import org.fourfold.node.protection.Nights;
import org.fourfold.node.protection.Plans;
import org.fourfold.node.protection.Protection;
import org.fourfold.node.protection.Tasks;
import org.fourfold.node.protection.Today;
import org.fourfold.node.protection.UnmetNeeds;
import org.fourfold.node.protection.UrgentRisks;
import org.fourfold.node.trust.Keyring;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Builds the façade on its own database user. */
@Configuration(proxyBeanMethods = false)
public class ProtectionConfiguration {

    @Bean
    Protection protection(Databases databases, Keyring keyring, InstantSource clock, RandomGenerator random) {
        return new Protection(databases.of("protection"), keyring, clock, random);
    }

    @Bean
    Consents consents(Databases databases, Keyring keyring, InstantSource clock, RandomGenerator random) {
        return new Consents(databases.of("protection"), keyring, clock, random);
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
    Families families(Databases databases, Keyring keyring, RandomGenerator random) {
        return new Families(databases.of("protection"), keyring, random);
    }

    @Bean
    Today today(Databases databases, Keyring keyring, InstantSource clock) {
        return new Today(databases.of("protection"), keyring, clock);
    }

    @Bean
    UnmetNeeds unmetNeeds(Databases databases, RandomGenerator random) {
        return new UnmetNeeds(databases.of("protection"), random);
    }
}
