package org.fourfold.command;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.concurrent.Callable;
import org.fourfold.command.demo.DemonstrationNode;
import org.fourfold.node.access.Listening;
import org.fourfold.node.ground.Home;
import picocli.CommandLine.Command;

/**
 * {@code fourfold rehearse}: starts a demonstration in a folder of its own, asks for a few pages and ends. The launcher
 * runs it once after a build, so that the JVM can note what a start needs.
 */
@Command(name = "rehearse", hidden = true)
final class RehearseCommand implements Callable<Integer> {

    private static final List<String> PAGES = List.of("health", "sign-in", "");

    private final Invocation invocation;

    RehearseCommand(Invocation invocation) {
        this.invocation = invocation;
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        Path folder = folder();
        Home home = new Home(folder.resolve("home"));
        try {
            DemonstrationNode made = DemonstrationHome.prepare(home, DemonstrationNode.SHELTER, invocation);
            assert made == DemonstrationNode.SHELTER;
            try (OpenNode node = Opening.open(home, new Listening.Loopback(0), true, invocation, lost -> {});
                    HttpClient client = HttpClient.newHttpClient()) {
                DemonstrationHome.load(node, invocation, 1);
                for (String page : PAGES) {
                    URI address = URI.create("http://localhost:" + node.node().port() + "/" + page);
                    HttpResponse<Void> answer = client.send(
                            HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.discarding());
                    invocation.terminal().remark(address.getPath() + " " + answer.statusCode());
                }
            }
            return ExitCode.DONE.number();
        } finally {
            delete(folder);
        }
    }

    /** Where the user that PostgreSQL runs as can reach it when this is root. */
    private static Path folder() throws IOException {
        Path folder = Files.createTempDirectory("fourfold-rehearsal");
        Files.setPosixFilePermissions(folder, java.nio.file.attribute.PosixFilePermissions.fromString("rwx--x--x"));
        return folder;
    }

    private static void delete(Path folder) throws IOException {
        var last = Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.delete(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(
                    Path directory, @org.jspecify.annotations.Nullable IOException failure) throws IOException {
                Files.delete(directory);
                return FileVisitResult.CONTINUE;
            }
        });
        assert last.equals(folder);
    }
}
