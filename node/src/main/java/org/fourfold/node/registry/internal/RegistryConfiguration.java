package org.fourfold.node.registry.internal;

import java.time.InstantSource;
import org.fourfold.node.ground.Databases;
import org.fourfold.node.registry.Htcds;
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
    Htcds htcds() {
        return Htcds.shipped();
    }
}
