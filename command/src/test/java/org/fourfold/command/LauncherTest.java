package org.fourfold.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The launcher {@code ./fourfold} in a copy of the house that is all scenery: sources of one line, a JDK and a Maven that
 * only note that they were called.
 */
class LauncherTest {

    private static final Path LAUNCHER = Path.of("..", "fourfold");

    /** Asked where it is installed: Debian's package of the same name. */
    private static final Path SHELLCHECK = Path.of("/usr/bin/shellcheck");

    /** A JDK that no machine has, so that the real ones of this machine are not found. */
    private static final String NO_SUCH_VERSION = "java_version=4711";

    @TempDir
    Path house = Path.of("");

    private record Run(int code, String output, String errors) {}

    @BeforeEach
    void scenery() throws IOException {
        launcher(Files.readString(LAUNCHER));
        Files.createDirectories(house.resolve("engines/verifier"));
        Files.writeString(house.resolve("engines/verifier/verify.py"), "");
        for (String folder : List.of("engines/linkage", "node", "command", "cluster")) {
            Files.createDirectories(house.resolve(folder).resolve("src/main/java"));
            Files.writeString(house.resolve(folder).resolve("pom.xml"), "<project/>");
            Files.writeString(house.resolve(folder).resolve("src/main/java/A.java"), "class A {}");
        }
        Files.writeString(house.resolve("pom.xml"), "<project/>");
        copyScripts();
        program("jdk/bin/java", "echo \"java $*\"; exit 7");
        program("jdk/bin/javac", "exit 0");
        Files.writeString(house.resolve("jdk/release"), "JAVA_VERSION=\"25.0.1\"\n");
        program("bin/mvn", """
                echo "built with $JAVA_HOME" >>"%1$s/builds"
                [ ! -e "%1$s/broken" ] || { echo "[ERROR] no such library"; exit 1; }
                mkdir -p "%1$s/command/target/app" && touch "%1$s/command/target/app/fourfold.jar"
                mkdir -p "%1$s/command/target/app/lib" && touch "%1$s/command/target/app/lib/fourfold-verifier-1.jar"
                case "$*" in *-Pspark*) mkdir -p "%1$s/cluster/target/app" && touch "%1$s/cluster/target/app/fourfold-cluster.jar" ;; esac
                """.formatted(house));
    }

    @Test
    void withoutAJdkOneLineSaysWhatWasLookedForAndHowToGetOne() throws Exception {
        launcher(Files.readString(LAUNCHER).replace("java_version=25", NO_SUCH_VERSION));
        for (String language : List.of("en_US.UTF-8", "es_GT.UTF-8")) {
            Run run = run(Map.of("LANG", language), "demo");
            assertThat(run.code()).isEqualTo(ExitCode.CANNOT_START.number());
            assertThat(run.output()).isEmpty();
            assertThat(run.errors().lines())
                    .singleElement()
                    .asString()
                    .contains("JDK 4711", "JAVA_HOME", "/usr/lib/jvm", "sdk install java")
                    .startsWith(language.startsWith("es") ? "No se encontró" : "No JDK");
        }
        assertThat(builds()).isZero();
    }

    @Test
    void aJdkOfAnotherVersionIsPassedOver() throws Exception {
        launcher(Files.readString(LAUNCHER).replace("java_version=25", NO_SUCH_VERSION));
        assertThat(run(Map.of("JAVA_HOME", house.resolve("jdk").toString()), "demo")
                        .code())
                .isEqualTo(ExitCode.CANNOT_START.number());
        Files.writeString(house.resolve("jdk/release"), "JAVA_VERSION=\"4711\"\n");
        assertThat(run(Map.of("JAVA_HOME", house.resolve("jdk").toString()), "demo")
                        .code())
                .isEqualTo(7);
    }

    @Test
    void itIsBuiltOnceAndAgainOnlyWhenASourceChanges() throws Exception {
        Run first = start();
        assertThat(first.code()).as(first.errors()).isEqualTo(7);
        assertThat(first.output()).contains("java ", "-Xmx128m", "-jar", "fourfold.jar demo --port 0");
        assertThat(builds()).isEqualTo(1);
        assertThat(Files.readString(house.resolve("builds")))
                .contains(house.resolve("jdk").toString());

        Run second = start();
        assertThat(second.code()).isEqualTo(7);
        assertThat(second.errors()).isEmpty();
        assertThat(builds()).as("nothing changed").isEqualTo(1);

        touch("node/src/main/java/A.java");
        assertThat(start().code()).isEqualTo(7);
        assertThat(builds()).as("a source changed").isEqualTo(2);
        age();
        Files.delete(house.resolve("engines/linkage/src/main/java/A.java"));
        assertThat(start().code()).isEqualTo(7);
        assertThat(builds()).as("a source is gone").isEqualTo(3);
        age();
        Files.createDirectories(house.resolve("node/src/test/java"));
        Files.writeString(house.resolve("node/src/test/java/ATest.java"), "class ATest {}");
        assertThat(start().code()).isEqualTo(7);
        assertThat(builds()).as("tests are no part of the program").isEqualTo(3);
    }

    @Test
    void aBagIsCheckedByAJarOfItsOwnAndItsExitCodeIsPassedOn() throws Exception {
        Run run = run(Map.of("JAVA_HOME", house.resolve("jdk").toString()), "verify", "a bag", "--lang", "es");
        assertThat(run.code()).isEqualTo(7);
        assertThat(run.output())
                .contains("-Xmx64m", "lib/fourfold-verifier-1.jar a bag --lang es")
                .doesNotContain("fourfold.jar");
    }

    @Test
    void linkingMayTakeHalfOfTheMachinesMemoryOrWhatSomebodySays() throws Exception {
        String jdk = house.resolve("jdk").toString();
        assertThat(run(Map.of("JAVA_HOME", jdk), "link", "a.csv").output())
                .contains("-XX:MaxRAMPercentage=50", "fourfold.jar link a.csv")
                .doesNotContain("-Xmx");
        assertThat(run(Map.of("JAVA_HOME", jdk, "FOURFOLD_LINK_MEMORY", "3g"), "--language", "es", "link", "a.csv")
                        .output())
                .contains("-Xmx3g")
                .doesNotContain("MaxRAMPercentage");
        assertThat(run(Map.of("JAVA_HOME", jdk, "FOURFOLD_LINK_MEMORY", "3g"), "doctor")
                        .output())
                .contains("-Xmx128m");
    }

    @Test
    void whatLinksOnSparkIsBuiltOnlyWhenItIsAskedFor() throws Exception {
        Map<String, String> jdk = Map.of("JAVA_HOME", house.resolve("jdk").toString());
        assertThat(run(jdk, "link", "a.csv", "--engine", "embedded").output()).doesNotContain("cluster");
        assertThat(run(jdk, "demo", "--engine=spark").output()).doesNotContain("cluster");
        assertThat(builds()).isEqualTo(1);
        Run spark = run(jdk, "link", "a.csv", "--engine", "spark");
        assertThat(spark.code()).isEqualTo(7);
        assertThat(spark.output())
                .contains("--add-opens=java.base/java.nio=ALL-UNNAMED", "-XX:MaxRAMPercentage=50")
                .contains("fourfold.jar:", "/cluster/target/app/fourfold-cluster.jar:", "/cluster/target/app/lib/*")
                .contains("org.fourfold.command.Fourfold link a.csv --engine spark")
                .as("what is meant for linking in one process")
                .doesNotContain("-Xmn", "CompilerDirectives", "PretenureSize");
        assertThat(builds()).isEqualTo(2);
        assertThat(run(jdk, "link", "a.csv", "--engine=spark").code()).isEqualTo(7);
        assertThat(builds()).as("nothing changed").isEqualTo(2);
        age();
        Files.writeString(house.resolve("cluster/src/main/java/A.java"), "class A { }");
        assertThat(run(jdk, "link", "a.csv").code()).isEqualTo(7);
        assertThat(builds()).as("the program does without").isEqualTo(2);
        assertThat(run(jdk, "link", "a.csv", "--engine=spark").code()).isEqualTo(7);
        assertThat(builds()).as("its source changed").isEqualTo(3);
    }

    @Test
    void aBuildThatFailsIsToldAndTriedAgain() throws Exception {
        Files.createFile(house.resolve("broken"));
        Run run = start();
        assertThat(run.code()).isEqualTo(ExitCode.CANNOT_START.number());
        assertThat(run.errors()).contains("[ERROR] no such library", "target/build.log");
        Files.delete(house.resolve("broken"));
        assertThat(start().code()).isEqualTo(7);
        assertThat(builds()).isEqualTo(2);
    }

    @Test
    void theLauncherIsGoodBash() throws Exception {
        assertThat(faults("bash", "-n", LAUNCHER.toString())).isEmpty();
        if (Files.isExecutable(SHELLCHECK)) {
            assertThat(faults(SHELLCHECK.toString(), "--external-sources", LAUNCHER.toString()))
                    .isEmpty();
        }
    }

    private static String faults(String... command) throws Exception {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String told = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return process.waitFor() == 0 ? told : "ended with " + process.exitValue() + ": " + told;
    }

    private Run start() throws Exception {
        return run(Map.of("JAVA_HOME", house.resolve("jdk").toString()), "demo", "--port", "0");
    }

    private Run run(Map<String, String> environment, String... arguments) throws Exception {
        Path errors = house.resolve("errors");
        ProcessBuilder builder = new ProcessBuilder(
                        Stream.concat(Stream.of(house.resolve("fourfold").toString()), Stream.of(arguments))
                                .toList())
                .redirectError(errors.toFile());
        builder.environment().clear();
        builder.environment().put("PATH", house.resolve("bin") + ":/usr/bin:/bin");
        builder.environment().put("HOME", house.toString());
        builder.environment().put("FOURFOLD_AOT", "no");
        builder.environment().putAll(environment);
        Process process = builder.start();
        process.getOutputStream().close();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Run(process.waitFor(), output, Files.readString(errors));
    }

    private long builds() throws IOException {
        Path noted = house.resolve("builds");
        return Files.exists(noted) ? Files.readAllLines(noted).size() : 0;
    }

    /** The parts that the launcher reads in. */
    private void copyScripts() throws IOException {
        Path root = LAUNCHER.resolveSibling("tools");
        try (Stream<Path> tools = Files.walk(root)) {
            for (Path part :
                    tools.filter(file -> file.toString().endsWith(".sh")).toList()) {
                script("tools/" + root.relativize(part), Files.readString(part));
            }
        }
    }

    private void launcher(String text) throws IOException {
        script("fourfold", text);
    }

    private void program(String path, String body) throws IOException {
        script(path, "#!/bin/bash\n" + body + "\n");
    }

    private void script(String path, String text) throws IOException {
        Path file = house.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    /** Sets a file's day to tomorrow: newer than any build of this test, however coarse the disk's clock. */
    private void touch(String path) throws IOException {
        Files.setLastModifiedTime(
                house.resolve(path), FileTime.from(Instant.now().plusSeconds(86_400)));
    }

    /** Lets everything but the last build be of yesterday, so that the next change is the only one. */
    private void age() throws IOException {
        FileTime yesterday = FileTime.from(Instant.now().minusSeconds(86_400));
        for (String part : List.of("engines", "node", "command", "pom.xml")) {
            try (Stream<Path> all = Files.walk(house.resolve(part))) {
                for (Path file : all.toList()) {
                    Files.setLastModifiedTime(file, yesterday);
                }
            }
        }
        Files.setLastModifiedTime(
                house.resolve("command/target/app/built"),
                FileTime.from(Instant.now().minusSeconds(3_600)));
    }
}
