package org.fourfold.node.prosecution.internal;

import java.time.InstantSource;
import java.util.random.RandomGenerator;
import org.fourfold.node.ground.Databases;
import org.fourfold.node.prosecution.Investigations;
import org.fourfold.node.prosecution.Prosecution;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Builds the façades on their own database user. */
@Configuration(proxyBeanMethods = false)
public class ProsecutionConfiguration {

    @Bean
    Prosecution prosecution(Databases databases, InstantSource clock, RandomGenerator random) {
        return new Prosecution(databases.of("prosecution"), clock, random);
    }

    @Bean
    Investigations investigations(Databases databases, InstantSource clock, RandomGenerator random) {
        return new Investigations(databases.of("prosecution"), clock, random);
    }
}
