package org.fourfold.node.shell;

import jakarta.servlet.Filter;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.fourfold.node.frame.Language;
import org.fourfold.node.frame.MemberId;
import org.fourfold.node.frame.OrganisationId;
import org.fourfold.node.frame.Role;
import org.fourfold.node.ground.TestRun;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.FilterType;
import org.springframework.context.annotation.Import;

/** The web frame running alone on a free port: everybody is signed in as a made-up member, unless they ask for {@code ?visitor}. */
public final class ShellUnderTest implements AutoCloseable {

    static final Instant NOW = Instant.parse("2026-05-03T14:12:00Z");

    private final ConfigurableApplicationContext context;

    private ShellUnderTest(ConfigurableApplicationContext context) {
        this.context = context;
    }

    static ShellUnderTest start() {
        SpringApplication application = new SpringApplication(Wiring.class);
        application.setDefaultProperties(WebSettings.settings("127.0.0.1", 0, TestRun.folder("shell")));
        application.setAdditionalProfiles(Gallery.PROFILE);
        application.setRegisterShutdownHook(false);
        return new ShellUnderTest(application.run());
    }

    String address() {
        var server = Objects.requireNonNull(((WebServerApplicationContext) context).getWebServer());
        return "http://127.0.0.1:" + server.getPort();
    }

    List<String> left() {
        return context.getBean(LeftSessions.class).addresses();
    }

    @Override
    public void close() {
        context.close();
    }

    static Viewer viewer(Language language) {
        return new Viewer(
                new MemberId(new UUID(1, 1)),
                "Ana Morales",
                Set.of(Role.CASEWORKER, Role.ANALYST),
                new OrganisationId(new UUID(2, 2)),
                "Equipo Norte",
                true,
                language);
    }

    /** Remembers who left. */
    static final class LeftSessions {

        private final List<String> addresses = new ArrayList<>();

        List<String> addresses() {
            return List.copyOf(addresses);
        }
    }

    /** The beans a real node would bring. */
    @WebStack
    @ComponentScan(
            basePackageClasses = Viewer.class,
            excludeFilters = @ComponentScan.Filter(type = FilterType.ASSIGNABLE_TYPE, classes = ShellUnderTest.class))
    @Import(Gallery.class)
    static class Wiring {

        @Bean
        House house() {
            return new FakeHouse();
        }

        @Bean
        InstantSource clock() {
            return InstantSource.fixed(NOW);
        }

        @Bean
        RandomGenerator random() {
            return RandomGeneratorFactory.of("L64X128MixRandom").create(7);
        }

        @Bean
        LeftSessions leftSessions() {
            return new LeftSessions();
        }

        @Bean
        Leaving leaving(LeftSessions left) {
            return (request, response) -> left.addresses.add(request.getRemoteAddr());
        }

        @Bean
        FilterRegistrationBean<Filter> viewerFilter() {
            return new FilterRegistrationBean<>((request, response, chain) -> {
                if (!Map.of().equals(request.getParameterMap()) && request.getParameter("visitor") != null) {
                    chain.doFilter(request, response);
                    return;
                }
                Language language = Languages.of((HttpServletRequest) request, Language.ES);
                request.setAttribute(Viewer.ATTRIBUTE, viewer(language));
                chain.doFilter(request, response);
            });
        }

        @Bean
        Menu menu() {
            return viewer -> List.of(
                    MenuEntry.of(Room.PROTECTION, "shell.room.protection", "/gallery")
                            .count(38),
                    MenuEntry.of(Room.PREVENTION, "shell.room.prevention", "/gallery/form"),
                    MenuEntry.of(Room.PARTNERSHIP, "shell.room.partnership", "/gallery/conflict"));
        }

        @Bean
        HealthCheck health() {
            return () -> List.of(
                    HealthCheck.Finding.well(Text.of("shell.left.flour"), Text.of("shell.left.lead")),
                    HealthCheck.Finding.careful(
                            Text.of("shell.left.maize"), Text.of("shell.left.lead"), Text.of("shell.left.tip")));
        }

        @Bean
        Desk desk() {
            return new Gallery.FakeDesk();
        }
    }
}
