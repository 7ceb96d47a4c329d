package org.fourfold.node;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import org.fourfold.node.ground.Databases;
import org.fourfold.node.shell.House;
import org.fourfold.node.shell.WebLogs;
import org.fourfold.node.shell.WebSettings;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;

/**
 * The node's modules and its web, running. The database and the home are somebody else's to open before and to close
 * after.
 */
public final class RunningNode implements AutoCloseable {

    /** The only interface a node listens on unless it was told otherwise. */
    public static final String LOOPBACK = "127.0.0.1";

    private final ConfigurableApplicationContext context;

    private RunningNode(ConfigurableApplicationContext context) {
        this.context = context;
    }

    /**
     * What a node is made of.
     *
     * @param databases a road to PostgreSQL for each module, migrated
     * @param house what the pages say of the organisation
     * @param address the interface to listen on
     * @param port 0 for any free one
     * @param uploads a private folder for what is being uploaded
     * @param values further values that modules ask for by type: the home, its configuration
     */
    public record Parts(
            Databases databases,
            House house,
            InstantSource clock,
            SecureRandom random,
            String address,
            int port,
            Path uploads,
            List<Object> values) {

        public Parts {
            values = List.copyOf(values);
        }
    }

    /** Starts the modules, then the web. Returns when pages are answered; throws what kept it from starting. */
    public static RunningNode start(Parts parts) {
        SpringApplication application = new SpringApplication(Node.class);
        application.setDefaultProperties(WebSettings.settings(parts.address(), parts.port(), parts.uploads()));
        application.setRegisterShutdownHook(false);
        application.addInitializers(context -> register((GenericApplicationContext) context, parts));
        application.addInitializers(context -> WebLogs.silenceWhatQuotes());
        return new RunningNode(application.run());
    }

    /** The port it listens on. */
    public int port() {
        var server = Objects.requireNonNull(((WebServerApplicationContext) context).getWebServer(), "web server");
        return server.getPort();
    }

    /** A module's façade, for the command line. */
    public <T> T facade(Class<T> type) {
        return context.getBean(type);
    }

    /** Every bean of a type, such as the health checks. */
    public <T> List<T> all(Class<T> type) {
        return List.copyOf(context.getBeansOfType(type).values());
    }

    /** Lets running requests finish, for at most ten seconds, and ends. */
    @Override
    public void close() {
        context.close();
    }

    private static void register(GenericApplicationContext context, Parts parts) {
        var beans = context.getBeanFactory();
        beans.registerSingleton("databases", parts.databases());
        beans.registerSingleton("house", parts.house());
        beans.registerSingleton("clock", parts.clock());
        beans.registerSingleton("random", parts.random());
        for (Object value : parts.values()) {
            beans.registerSingleton(value.getClass().getName(), value);
        }
    }
}
