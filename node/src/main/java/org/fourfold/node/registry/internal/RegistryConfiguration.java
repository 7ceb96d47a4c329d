package org.fourfold.node.registry.internal;

import java.time.InstantSource;
import java.util.random.RandomGenerator;
import org.fourfold.node.ground.Databases;
import org.fourfold.node.registry.Htcds;
import org.fourfold.node.registry.Organisations;
import org.fourfold.node.registry.Registry;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Builds the registry on its own database user. */
@Configuration(proxyBeanMethods = false)
public class RegistryConfiguration {

    @Bean
    Registry registry(Databases databases, InstantSource clock) {
        return Registry.open(databases.of("registry"), clock);
    }

    @Bean
    Organisations organisations(Databases databases, InstantSource clock, RandomGenerator random) {
        return new Organisations(databases.of("registry"), clock, random);
    }

    @Bean
    Htcds htcds() {
        return Htcds.shipped();
    }
}
