package org.fourfold.node.prosecution.web;

import jakarta.servlet.MultipartConfigElement;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.random.RandomGenerator;
import org.fourfold.node.prosecution.ImportQueue;
import org.fourfold.node.prosecution.Prosecution;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The queue of uploaded files; they wait where uploads lie, a folder of the home that is emptied when the node starts. */
@Configuration(proxyBeanMethods = false)
public class ImportsConfiguration {

    @Bean(destroyMethod = "close")
    ImportQueue importQueue(
            Prosecution prosecution, MultipartConfigElement multipart, InstantSource clock, RandomGenerator random) {
        return new ImportQueue(prosecution, Path.of(multipart.getLocation()), clock, random);
    }
}
