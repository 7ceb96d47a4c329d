package org.fourfold.node.shell.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.InstantSource;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.random.RandomGenerator;
import org.fourfold.node.shell.Assets;
import org.fourfold.node.shell.FormKeys;
import org.fourfold.node.shell.HealthCheck;
import org.fourfold.node.shell.HealthChecks;
import org.fourfold.node.shell.House;
import org.fourfold.node.shell.Menu;
import org.fourfold.node.shell.PageFrames;
import org.fourfold.node.shell.Texts;
import org.fourfold.node.shell.web.ErrorPages;
import org.fourfold.node.shell.web.FaultLog;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.web.error.ErrorPage;
import org.springframework.boot.web.error.ErrorPageRegistrar;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.HandlerMethodReturnValueHandler;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** The beans of the web frame. */
@Configuration(proxyBeanMethods = false)
public class ShellConfiguration {

    @Bean
    ForgetfulConnections forgetfulConnections() {
        return new ForgetfulConnections();
    }

    @Bean
    Texts texts() {
        return new Texts(modulesWithMessages());
    }

    @Bean
    Assets assets() {
        return Assets.read();
    }

    @Bean
    PageFrames pageFrames(House house, Texts texts, Assets assets, List<Menu> menus) {
        return new PageFrames(house, texts, assets, menus);
    }

    @Bean
    HealthChecks healthChecks(ObjectProvider<HealthCheck> checks, InstantSource clock) {
        return new HealthChecks(checks.orderedStream().toList(), clock);
    }

    @Bean
    FormKeys formKeys(InstantSource clock, RandomGenerator random) {
        return new FormKeys(clock, random);
    }

    @Bean
    FaultLog faultLog(RandomGenerator random) {
        return new FaultLog(random);
    }

    @Bean
    ErrorPageRegistrar errorPath() {
        return registry -> registry.addErrorPages(new ErrorPage(ErrorPages.PATH));
    }

    @Bean
    FilterRegistrationBean<HeadersFilter> headersFilter() {
        var registration = new FilterRegistrationBean<>(new HeadersFilter());
        registration.setOrder(Ordered.HIGHEST_PRECEDENCE);
        return registration;
    }

    @Bean
    WebMvcConfigurer webFrame(PageFrames frames, House house) {
        return new WebMvcConfigurer() {
            @Override
            public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
                resolvers.add(new ReaderResolver(frames));
            }

            @Override
            public void addReturnValueHandlers(List<HandlerMethodReturnValueHandler> handlers) {
                handlers.add(new HtmlHandler());
            }

            @Override
            public void addInterceptors(InterceptorRegistry registry) {
                registry.addInterceptor(new RoomGuard(house));
            }
        };
    }

    /** Every module that has a folder of messages: {@code messages/<module>/}. */
    public static SortedSet<String> modulesWithMessages() {
        SortedSet<String> modules = new TreeSet<>();
        try {
            for (Resource file : new PathMatchingResourcePatternResolver()
                    .getResources("classpath*:messages/*/messages_es.properties")) {
                String path = file.getURI().toString();
                String folder = path.substring(0, path.lastIndexOf('/'));
                modules.add(folder.substring(folder.lastIndexOf('/') + 1));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return modules;
    }
}
