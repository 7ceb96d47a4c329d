package org.fourfold.node;

import org.fourfold.node.shell.WebStack;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.security.autoconfigure.web.servlet.SecurityFilterAutoConfiguration;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.modulith.Modulithic;

/**
 * The node as a Spring application: which modules there are, and what of Spring Boot runs. Nothing is configured that is
 * not named here, in {@link WebStack} or in a module's own configuration.
 */
@Modulithic(systemName = "Fourfold")
@SpringBootConfiguration(proxyBeanMethods = false)
@ComponentScan
@WebStack
@ImportAutoConfiguration(SecurityFilterAutoConfiguration.class)
public class Node {}
