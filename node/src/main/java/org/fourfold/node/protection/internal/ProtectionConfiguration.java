package org.fourfold.node.protection.internal;

import java.time.InstantSource;
import java.util.random.RandomGenerator;
import org.fourfold.node.ground.Databases;
import org.fourfold.node.protection.Consents;
import org.fourfold.node.protection.Demands;
import org.fourfold.node.protection.Overrides;
import org.fourfold.node.protection.Protection;
import org.fourfold.node.shell.House;
import org.fourfold.node.trust.Keyring;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Builds the façades on their own database user. */
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
    Demands demands(Databases databases, Keyring keyring, InstantSource clock, RandomGenerator random, House house) {
        return new Demands(databases.of("protection"), keyring, clock, random, house::zone);
    }

    @Bean
    Overrides overrides(Databases databases, Keyring keyring, InstantSource clock, RandomGenerator random) {
        return new Overrides(databases.of("protection"), keyring, clock, random);
    }
}
