package org.fourfold.node.access.internal;

import java.time.InstantSource;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.fourfold.node.access.Access;
import org.fourfold.node.access.Devices;
import org.fourfold.node.access.Founders;
import org.fourfold.node.access.Listening;
import org.fourfold.node.access.NodeCertificate;
import org.fourfold.node.access.OrganisationOfNode;
import org.fourfold.node.access.PasswordProof;
import org.fourfold.node.access.SetUp;
import org.fourfold.node.access.SheetCheck;
import org.fourfold.node.access.web.CertificateHealth;
import org.fourfold.node.frame.Database;
import org.fourfold.node.ground.Databases;
import org.fourfold.node.ground.Ground;
import org.fourfold.node.ground.Home;
import org.fourfold.node.ground.NodeConfiguration;
import org.fourfold.node.shell.MemberNames;
import org.fourfold.node.trust.Keyring;
import org.fourfold.node.trust.SheetSeen;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/**
 * The beans of access. From where the application is wired it takes {@link Databases}, clock and randomness, the
 * {@link Home} or its {@link NodeConfiguration}, and a {@link Listening} when the node listens beyond loopback.
 */
@Configuration(proxyBeanMethods = false)
public class AccessConfiguration {

    private static final int PORT_STANDARD = 8040;
    private static final String LOOPBACK = "127.0.0.1";

    /** Only this module's own road; a wrapper, so that no other module is handed it by type. */
    record Road(Database database) {}

    @Bean
    Road accessRoad(Databases databases) {
        return new Road(databases.of("access"));
    }

    @Bean
    Access access(Road road, InstantSource clock, RandomGenerator random, SheetCheck sheet) {
        return new Access(road.database(), clock, random, sheet);
    }

    @Bean
    MemberNames memberNames(Access access) {
        return access::displayNames;
    }

    @Bean
    SheetCheck sheetCheck(ObjectProvider<Keyring> keyring, ObjectProvider<SheetSeen> sheet, InstantSource clock) {
        return typed -> {
            Keyring keys = keyring.getIfAvailable();
            boolean right = keys != null && keys.acceptsCode(typed);
            if (right) {
                sheet.ifAvailable(seen -> seen.seen(clock.instant()));
            }
            return right;
        };
    }

    @Bean
    CertificateHealth certificateHealth(ObjectProvider<NodeCertificate> certificate, InstantSource clock) {
        return new CertificateHealth(Optional.ofNullable(certificate.getIfAvailable()), clock);
    }

    @Bean
    OrganisationOfNode organisationOfNode(ObjectProvider<NodeConfiguration> configuration, ObjectProvider<Home> home) {
        return new ConfiguredOrganisation(configuration.getIfAvailable(), home.getIfAvailable());
    }

    /** Loopback, unless the application was told otherwise. */
    @Bean
    ListeningOfNode listeningOfNode(ObjectProvider<Listening> declared, Environment environment) {
        return new ListeningOfNode(declared.getIfAvailable(
                () -> new Listening.Loopback(environment.getProperty("server.port", Integer.class, PORT_STANDARD))));
    }

    @Bean
    Argon2 argon2(RandomGenerator random) {
        return new Argon2(random);
    }

    @Bean
    SignIns signIns(Road road, InstantSource clock, Argon2 argon2) {
        return new SignIns(road.database(), clock, argon2, PasswordRules.read(), new Throttle());
    }

    @Bean
    PasswordProof passwordProof(SignIns signIns) {
        return (name, password) -> signIns.withPassword(name, password, LOOPBACK);
    }

    @Bean
    Accounts accounts(Road road, InstantSource clock, RandomGenerator random, SignIns signIns) {
        Accounts accounts = new Accounts(road.database(), clock, random, signIns);
        accounts.endAllAtStart();
        return accounts;
    }

    @Bean
    KeptPosts keptPosts(Road road, Keyring keyring, InstantSource clock, RandomGenerator random) {
        return new KeptPosts(road.database(), keyring, clock, random);
    }

    @Bean
    Passkeys passkeys(Road road, InstantSource clock) {
        return new Passkeys(road.database(), clock);
    }

    @Bean
    Founders founders(Road road, InstantSource clock, RandomGenerator random) {
        return new Founders(road.database(), clock, random);
    }

    @Bean
    Devices devices(Road road, InstantSource clock, RandomGenerator random) {
        return new Devices(road.database(), clock, random);
    }

    /** Only where the node has a home of its own: not in tests of single modules. */
    @Bean
    @Nullable
    SetUp setUp(
            ObjectProvider<Ground> ground,
            ObjectProvider<Keyring> keyring,
            Founders founders,
            RandomGenerator random,
            InstantSource clock) {
        Ground under = ground.getIfAvailable();
        Keyring keys = keyring.getIfAvailable();
        return under == null || keys == null ? null : new SetUp(under, keys, founders, random, clock);
    }
}
