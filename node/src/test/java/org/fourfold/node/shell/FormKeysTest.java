package org.fourfold.node.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.fourfold.node.frame.Language;
import org.fourfold.node.frame.MemberId;
import org.fourfold.node.frame.OrganisationId;
import org.fourfold.node.frame.Role;
import org.junit.jupiter.api.Test;

class FormKeysTest {

    private static final Instant START = Instant.parse("2026-05-03T10:00:00Z");
    private static final Viewer ANA = viewer(1);
    private static final Viewer BEA = viewer(2);

    private final AtomicReference<Instant> now = new AtomicReference<>(START);
    private final FormKeys keys = new FormKeys((InstantSource) now::get, RandomGenerator.of("L64X128MixRandom"));
    private final AtomicInteger done = new AtomicInteger();

    @Test
    void aFormSentTwiceIsTakenOnceAndAnsweredAlike() {
        String key = keys.next();
        Html first = keys.once(ANA, key, this::take);
        Html second = keys.once(ANA, key, this::take);
        assertThat(done).hasValue(1);
        assertThat(second.headers()).isEqualTo(first.headers());
    }

    @Test
    void anotherMembersFormWithTheSameKeyIsAnother() {
        String key = keys.next();
        assertThat(keys.once(ANA, key, this::take)).isNotNull();
        assertThat(keys.once(BEA, key, this::take)).isNotNull();
        assertThat(done).hasValue(2);
    }

    @Test
    void aFormWithFaultsMayBeSentAgainMended() {
        String key = keys.next();
        assertThat(keys.once(ANA, key, () -> Html.of(out -> {})).isRedirect()).isFalse();
        assertThat(keys.once(ANA, key, this::take).isRedirect()).isTrue();
    }

    @Test
    void aFailureIsForgotten() {
        String key = keys.next();
        assertThatThrownBy(() -> keys.once(ANA, key, () -> {
                    throw new IllegalStateException("no");
                }))
                .isInstanceOf(IllegalStateException.class);
        assertThat(keys.once(ANA, key, this::take).isRedirect()).isTrue();
    }

    @Test
    void withoutAKeyEachSendingCounts() {
        assertThat(keys.once(ANA, "", this::take)).isNotNull();
        assertThat(keys.once(ANA, "not a key", this::take)).isNotNull();
        assertThat(done).hasValue(2);
    }

    @Test
    void anOldKeyIsForgotten() {
        String key = keys.next();
        assertThat(keys.once(ANA, key, this::take)).isNotNull();
        now.set(START.plus(FormKeys.KEPT).plusSeconds(1));
        assertThat(keys.once(ANA, key, this::take)).isNotNull();
        assertThat(done).hasValue(2);
    }

    @Test
    void sentEightTimesAtOnceItIsTakenOnce() throws InterruptedException, ExecutionException {
        String key = keys.next();
        CountDownLatch together = new CountDownLatch(1);
        try (var threads = Executors.newFixedThreadPool(8)) {
            List<Future<Html>> answers = IntStream.range(0, 8)
                    .mapToObj(i -> threads.submit(() -> {
                        together.await();
                        return keys.once(ANA, key, this::take);
                    }))
                    .toList();
            together.countDown();
            for (Future<Html> answer : answers) {
                assertThat(answer.get().headers()).containsEntry("Location", "/done/1");
            }
        }
        assertThat(done).hasValue(1);
    }

    private Html take() {
        return Html.seeOther("/done/" + done.incrementAndGet());
    }

    private static Viewer viewer(long number) {
        return new Viewer(
                new MemberId(new UUID(0, number)),
                "x",
                Set.of(Role.CASEWORKER),
                new OrganisationId(new UUID(0, 9)),
                "y",
                true,
                Language.ES);
    }
}
