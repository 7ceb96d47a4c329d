package org.fourfold.node.prevention.internal;

import java.time.InstantSource;
import java.util.random.RandomGenerator;
import org.fourfold.node.ground.Databases;
import org.fourfold.node.prevention.Duplicates;
import org.fourfold.node.prevention.Overlap;
import org.fourfold.node.prevention.Prevention;
import org.fourfold.node.registry.Figures;
import org.fourfold.node.registry.Registry;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Builds the façade on its own database user. */
@Configuration(proxyBeanMethods = false)
public class PreventionConfiguration {

    @Bean
    Prevention prevention(Databases databases, Registry registry, InstantSource clock, RandomGenerator random) {
        return new Prevention(databases.of("prevention"), registry, clock, random);
    }

    @Bean
    Duplicates duplicates(Databases databases, InstantSource clock) {
        return new Duplicates(databases.of("prevention"), clock);
    }

    @Bean
    Overlap overlap(Databases databases) {
        return new Overlap(databases.of("prevention"));
    }

    @Bean
    Figures preventionFigures(Databases databases) {
        return new PreventionFigures(databases.of("prevention"));
    }
}
