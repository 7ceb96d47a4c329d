package org.fourfold.node.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.fourfold.node.access.internal.Accounts;
import org.fourfold.node.access.internal.Argon2;
import org.fourfold.node.access.internal.PasswordRules;
import org.fourfold.node.access.internal.Sessions;
import org.fourfold.node.access.internal.SignIns;
import org.fourfold.node.access.internal.Throttle;
import org.fourfold.node.frame.Language;
import org.fourfold.node.frame.MemberId;
import org.fourfold.node.ground.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Passwords, codes, throttling, sessions. */
@Tag("database")
class SignInsTest {

    private static final String PASSWORD = "cuatro mangos lentos 7";

    private final MovingClock clock = new MovingClock();
    private final TestDatabase test = TestDatabase.fresh(clock);
    private final RandomGenerator random =
            RandomGeneratorFactory.of("L64X128MixRandom").create(5);
    private final Argon2 argon2 = new Argon2(random);
    private final SignIns signIns =
            new SignIns(test.database("access"), clock, argon2, PasswordRules.read(), new Throttle());
    private final Accounts accounts = new Accounts(test.database("access"), clock, random, signIns);

    private MemberId ana = new MemberId(new java.util.UUID(0, 0));

    @BeforeEach
    void oneMember() {
        ana = new Founders(test.database("access"), clock, random)
                .administrator(new NewMember(new SignInName("ana"), "Ana", Language.ES), PASSWORD);
    }

    @AfterEach
    void close() {
        test.close();
    }

    @Test
    void theRightPasswordSignsIn() {
        assertThat(signIns.withPassword(" Ana ", PASSWORD, "1")).map(Member::id).contains(ana);
        assertThat(signIns.withPassword("ana", PASSWORD + "x", "1")).isEmpty();
    }

    @Test
    void anUnknownNameCostsTheSameWorkAsAKnownOne() {
        long before = argon2.done();
        assertThat(signIns.withPassword("ana", "something else 9", "1")).isEmpty();
        long known = argon2.done() - before;
        assertThat(signIns.withPassword("nobody.here", "something else 9", "1")).isEmpty();
        assertThat(signIns.withPassword("no name at all!", "something else 9", "1"))
                .isEmpty();
        assertThat(known).isEqualTo(1);
        assertThat(argon2.done() - before).isEqualTo(3);
    }

    @Test
    void guessingIsSlowedForKnownAndUnknownNamesAlike() {
        for (String name : List.of("ana", "nobody.here")) {
            for (int i = 0; i < 4; i++) {
                assertThat(signIns.withPassword(name, "wrong wrong wrong " + i, name))
                        .isEmpty();
            }
            long before = argon2.done();
            assertThat(signIns.withPassword(name, "wrong wrong wrong", name)).isEmpty();
            assertThat(argon2.done()).as("a try too soon is not looked at").isEqualTo(before);
        }
        assertThat(signIns.withPassword("ana", PASSWORD, "2")).isEmpty();
        clock.pass(Duration.ofSeconds(3));
        assertThat(signIns.withPassword("ana", PASSWORD, "2")).isPresent();
    }

    @Test
    void anAddressThatTriesManyNamesIsShutOut() {
        for (int i = 0; i < 30; i++) {
            assertThat(signIns.withPassword("name" + i, "wrong wrong wrong", "9"))
                    .isEmpty();
        }
        assertThat(signIns.withPassword("ana", PASSWORD, "9")).isEmpty();
        assertThat(signIns.withPassword("ana", PASSWORD, "8")).isPresent();
    }

    @Test
    void aRecoveryCodeWorksOnce() {
        String code = accounts.newRecoveryCodes(ana).getFirst().text();
        assertThat(signIns.withCode("ana", code.toLowerCase(java.util.Locale.ROOT), "otras siete sillas", "1"))
                .isPresent();
        assertThat(signIns.withCode("ana", code, "otras ocho mesas", "1")).isEmpty();
        assertThat(signIns.withPassword("ana", "otras siete sillas", "1")).isPresent();
        assertThat(accounts.recoveryCodesLeft(ana)).isEqualTo(9);
    }

    @Test
    void nothingStoredIsACodeOrAPassword() {
        String code = accounts.newRecoveryCodes(ana).getFirst().text();
        String dump = test.database("access").asNode(tx -> tx.sql("""
                        SELECT (SELECT string_agg(c::text, ' ') FROM access.one_time_code c)
                            || (SELECT string_agg(p::text, ' ') FROM access.password p) AS everything
                        """).one((row, n) -> row.getString("everything")));
        assertThat(dump).contains("$argon2id$").doesNotContain(code).doesNotContain(PASSWORD);
    }

    @Test
    void aShortOrCommonPasswordIsRefused() {
        String code = accounts.newRecoveryCodes(ana).getFirst().text();
        assertThatThrownBy(() -> signIns.withCode("ana", code, "short", "1")).hasMessage("access.password-short");
        for (String common :
                List.of("P4ssw0rd!!!!", "contraseña2026", "123456789012", "guatemala mexico", "aaaabbbbcccc")) {
            assertThatThrownBy(() -> signIns.withCode("ana", code, common, "1"))
                    .as(common)
                    .hasMessage("access.password-common");
        }
    }

    @Test
    void anIdleSessionEndsAndOneThatIsUsedGoesOnForTwelveHours() {
        assertThat(accounts.start("idle", "ana")).isTrue();
        clock.pass(Sessions.IDLE_MAX.plusSeconds(1));
        assertThat(accounts.check("idle")).isEmpty();

        assertThat(accounts.start("used", "ana")).isTrue();
        for (int i = 0; i < 72; i++) {
            clock.pass(Duration.ofMinutes(10));
            assertThat(accounts.check("used"))
                    .as("after %s minutes", 10 * (i + 1))
                    .isPresent();
        }
        clock.pass(Duration.ofMinutes(1));
        assertThat(accounts.check("used")).isEmpty();
    }

    @Test
    void aNewPasswordEndsTheOtherSessions() {
        assertThat(accounts.start("this", "ana")).isTrue();
        assertThat(accounts.start("other", "ana")).isTrue();
        Member member = accounts.check("this").orElseThrow().member();
        accounts.changePassword(member, "this", PASSWORD, "nueve gallinas verdes", "1");
        assertThat(accounts.check("this")).isPresent();
        assertThat(accounts.check("other")).isEmpty();
    }

    @Test
    void aRestartEndsEverySession() {
        assertThat(accounts.start("before", "ana")).isTrue();
        accounts.endAllAtStart();
        assertThat(accounts.check("before")).isEmpty();
    }
}
