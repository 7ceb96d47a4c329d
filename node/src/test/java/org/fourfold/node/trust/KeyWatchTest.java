package org.fourfold.node.trust;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.OptionalInt;
import org.fourfold.node.ground.TestDatabase;
import org.fourfold.node.ground.TestDatabases;
import org.fourfold.node.trust.web.LockedFilter;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

@Tag("database")
@ExtendWith(TestDatabases.class)
class KeyWatchTest {

    private static final String PASSPHRASE = "correct horse battery staple";

    @TempDir
    private Path folder = Path.of("");

    private final TestDatabase test;
    private Instant wall = Instant.parse("2026-11-23T22:00:00Z");
    private long monotonicNanos;
    private Keyring keyring;

    KeyWatchTest(TestDatabase test) {
        this.test = test;
        this.keyring = keyring();
    }

    @BeforeEach
    void open() {
        keyring = keyring();
        test.owner("TRUNCATE trust.epoch");
        keyring.initialise(PASSPHRASE.toCharArray());
    }

    private Keyring keyring() {
        return new Keyring(folder, test.database("trust"), CheapKeys.argon2id(), new SecureRandom(), () -> wall);
    }

    private KeyWatch watch() {
        return new KeyWatch(keyring, () -> wall, () -> monotonicNanos);
    }

    private void pass(Duration time) {
        wall = wall.plus(time);
        monotonicNanos += time.toNanos();
    }

    @Test
    void aNodeThatIsUsedStaysOpen() {
        KeyWatch watch = watch();
        for (int hour = 0; hour < 12; hour++) {
            pass(Duration.ofHours(1));
            watch.used();
            watch.look();
        }
        assertThat(keyring.isUnlocked()).isTrue();
    }

    @Test
    void aNodeThatNobodyUsesLocksItself() {
        KeyWatch watch = watch();
        pass(KeyWatch.IDLE_MAX.plusSeconds(1));
        watch.look();
        assertThat(keyring.isUnlocked()).isFalse();
    }

    @Test
    void aNodeUnlockedAfterALongNightStaysOpen() {
        KeyWatch watch = watch();
        keyring.lock();
        pass(KeyWatch.IDLE_MAX.multipliedBy(4));
        watch.look();
        keyring.unlock(PASSPHRASE.toCharArray());
        pass(Duration.ofSeconds(5));
        watch.look();
        assertThat(keyring.isUnlocked()).isTrue();
    }

    @Test
    void aMachineThatSleptIsLocked() {
        KeyWatch watch = watch();
        wall = wall.plus(KeyWatch.SLEEP_MIN).plusSeconds(1);
        monotonicNanos += Duration.ofSeconds(1).toNanos() / 2;
        watch.look();
        assertThat(keyring.isUnlocked()).isFalse();
    }

    @Test
    void whileLockedEveryPageLeadsToTheOneThatUnlocks() throws Exception {
        LockedFilter filter = new LockedFilter(keyring, watch());
        assertThat(answer(filter, "/files").getStatus()).isEqualTo(200);

        keyring.lock();

        assertThat(answer(filter, "/files").getHeader("Location")).isEqualTo("/unlock?back=%2Ffiles");
        for (String open : java.util.List.of("/unlock", "/unlock/sheet", "/leave", "/health", "/s/app.css")) {
            assertThat(answer(filter, open).getStatus()).as(open).isEqualTo(200);
        }
    }

    private static MockHttpServletResponse answer(LockedFilter filter, String path) throws Exception {
        MockHttpServletResponse response = new MockHttpServletResponse();
        filter.doFilter(new MockHttpServletRequest("GET", path), response, new MockFilterChain());
        return response;
    }

    @Test
    void thePassphraseIsTakenFromTheCredentialBeforeTheEnvironment() throws Exception {
        java.nio.file.Files.writeString(folder.resolve(PassphraseSources.CREDENTIAL), "of the credential ñ\n");
        Map<String, String> environment = Map.of(
                PassphraseSources.CREDENTIALS, folder.toString(), PassphraseSources.VARIABLE, "of the environment");

        assertThat(new PassphraseSources(OptionalInt.empty(), environment)
                        .find()
                        .map(String::new))
                .contains("of the credential ñ");
        assertThat(new PassphraseSources(OptionalInt.empty(), Map.of(PassphraseSources.VARIABLE, "last"))
                        .find()
                        .map(String::new))
                .contains("last");
        assertThat(new PassphraseSources(OptionalInt.empty(), Map.of()).find()).isEmpty();
    }
}
