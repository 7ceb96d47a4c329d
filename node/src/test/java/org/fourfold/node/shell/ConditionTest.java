package org.fourfold.node.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.fourfold.node.frame.Language;
import org.fourfold.node.frame.Role;
import org.fourfold.node.shell.HealthCheck.Finding;
import org.fourfold.node.shell.web.ConditionController;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.support.StaticListableBeanFactory;

/** Who finds the line on their desk, and when. */
class ConditionTest {

    private static final Text NAME = Text.of("shell.left.flour");
    private static final Text MEND = Text.of("shell.left.tip");

    private Finding found = Finding.careful(NAME, NAME, MEND);
    private final AtomicInteger looks = new AtomicInteger();
    private Instant now = ShellUnderTest.NOW;
    private final HealthChecks checks = new HealthChecks(
            List.of(() -> {
                looks.incrementAndGet();
                return List.of(found);
            }),
            () -> now);
    private final ConditionController condition =
            new ConditionController(new StaticListableBeanFactory().getBeanProvider(PageFrames.class), checks);

    private static Viewer viewer(Role role) {
        Viewer some = ShellUnderTest.viewer(Language.ES);
        return new Viewer(some.member(), some.name(), Set.of(role), some.organisation(), "", true, Language.ES);
    }

    @Test
    void onlyWhatMustBeActedOnComesToTheDeskOfWhoLooksAfterTheNode() {
        assertThat(condition.items(viewer(Role.ADMINISTRATOR))).isEmpty();
        found = Finding.ill(NAME, NAME, MEND);
        now = now.plus(Duration.ofMinutes(2));
        for (Role role : Role.values()) {
            boolean looksAfter = role == Role.ADMINISTRATOR || role == Role.SUPERVISOR;
            assertThat(condition.items(viewer(role))).as(role.name()).hasSize(looksAfter ? 1 : 0);
            assertThat(condition.entries(viewer(role))).as(role.name()).hasSize(looksAfter ? 1 : 0);
        }
    }

    @Test
    void theDeskDoesNotLookMoreThanOnceAMinuteAndThePageAlwaysLooks() {
        assertThat(checks.recent()).hasSize(1);
        assertThat(checks.recent()).hasSize(1);
        assertThat(looks).hasValue(1);
        now = now.plus(Duration.ofSeconds(61));
        assertThat(checks.recent()).hasSize(1);
        assertThat(looks).hasValue(2);
        assertThat(checks.look()).hasSize(1);
        assertThat(looks).hasValue(3);
        now = now.minus(Duration.ofHours(1));
        assertThat(checks.recent()).as("a clock that was set back").hasSize(1);
        assertThat(looks).hasValue(4);
    }
}
