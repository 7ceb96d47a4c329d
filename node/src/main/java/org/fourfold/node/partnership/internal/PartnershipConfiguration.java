package org.fourfold.node.partnership.internal;

import java.time.InstantSource;
import java.util.List;
import java.util.random.RandomGenerator;
import org.fourfold.node.ground.Databases;
import org.fourfold.node.partnership.Partnership;
import org.fourfold.node.partnership.PublicPages;
import org.fourfold.node.registry.Figures;
import org.fourfold.node.shell.House;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Builds the façade on its own database user. */
@Configuration(proxyBeanMethods = false)
public class PartnershipConfiguration {

    @Bean
    Partnership partnership(
            Databases databases,
            List<Figures> figures,
            PublicPages pages,
            House house,
            InstantSource clock,
            RandomGenerator random) {
        return new Partnership(databases.of("partnership"), figures, pages, house, clock, random);
    }
}
