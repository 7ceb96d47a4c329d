package org.fourfold.node.protection.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import org.fourfold.node.frame.MemberId;
import org.fourfold.node.shell.TooManyRequestsException;
import org.junit.jupiter.api.Test;

/** Nobody asks for one person after another. */
class SearchGuardTest {

    private Instant now = Instant.parse("2026-11-27T20:00:00Z");
    private final SearchGuard guard = new SearchGuard(() -> now);
    private final MemberId member = MemberId.random(new SecureRandom());

    @Test
    void afterSixtySearchesWithinAnHourTheNextOneWaitsAndAnotherMembersDoesNot() {
        for (int search = 0; search < SearchGuard.SEARCHES_MAX; search++) {
            now = now.plusSeconds(10);
            guard.ask(member);
        }
        assertThatThrownBy(() -> guard.ask(member))
                .isInstanceOfSatisfying(
                        TooManyRequestsException.class,
                        refused -> assertThat(refused.waitFor())
                                .isEqualTo(SearchGuard.WITHIN.minus(Duration.ofSeconds(590))));
        guard.ask(MemberId.random(new SecureRandom()));
        now = now.plus(SearchGuard.WITHIN).minusSeconds(589);
        guard.ask(member);
    }
}
