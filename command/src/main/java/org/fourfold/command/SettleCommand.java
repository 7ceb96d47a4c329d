package org.fourfold.command;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.Callable;
import org.fourfold.node.access.Listening;
import org.fourfold.node.ground.Home;
import org.fourfold.node.trust.Trust;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/**
 * {@code fourfold settle}: a version that an update brings opens a home for the first time. It migrates, starts every module
 * and the web on a free port of the loopback, reads the record and asks for a page. Exit code 0 says that it can be put in
 * use. Called by the version before: neither the name nor the option may ever change.
 */
@Command(name = "settle", hidden = true)
final class SettleCommand implements Callable<Integer> {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int ERRORS_FROM = 400;

    private final Invocation invocation;

    @Mixin
    final HomeOptions homeOptions = new HomeOptions();

    SettleCommand(Invocation invocation) {
        this.invocation = invocation;
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        Home home = homeOptions.home(invocation);
        try (OpenNode node = Opening.openAsItIs(
                        home, new Listening.Loopback(0), home.isDemonstration(), invocation, lost -> {});
                HttpClient client = HttpClient.newHttpClient()) {
            long waiting = node.facade(Trust.class).status().pending();
            URI address = URI.create("http://localhost:" + node.node().port() + "/sign-in");
            HttpResponse<Void> answer = client.send(
                    HttpRequest.newBuilder(address).timeout(PATIENCE).build(), HttpResponse.BodyHandlers.discarding());
            invocation.terminal().line(address.getPath() + " " + answer.statusCode() + ", " + waiting);
            return (answer.statusCode() < ERRORS_FROM ? ExitCode.DONE : ExitCode.BROKEN).number();
        }
    }
}
