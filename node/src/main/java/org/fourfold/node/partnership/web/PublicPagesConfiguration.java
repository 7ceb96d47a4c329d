package org.fourfold.node.partnership.web;

import org.fourfold.node.frame.Language;
import org.fourfold.node.registry.Registry;
import org.fourfold.node.shell.Texts;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Builds the maker of static pages. */
@Configuration(proxyBeanMethods = false)
public class PublicPagesConfiguration {

    @Bean
    StaticPages publicPages(Texts texts, Registry registry) {
        return new StaticPages(texts.in(Language.EN), texts.in(Language.ES), registry.places());
    }
}
