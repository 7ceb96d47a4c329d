package org.fourfold.node.shell;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;
import org.fourfold.node.frame.MemberId;
import org.fourfold.node.frame.Problem;
import org.fourfold.node.frame.ProblemException;
import org.fourfold.node.frame.RandomIds;

/**
 * Lets a form be sent twice and taken once. Each form carries a random key; the first sending is carried out, and a
 * second one with the same key, by the same member, gets the first one's redirect. A form that had faults is forgotten, so
 * that it can be sent again mended.
 *
 * <p>Kept in memory: at most {@link #KEYS_MAX}, for {@link #KEPT}; a restart forgets them. Threads: safe; a second sending
 * waits for the first.
 */
public final class FormKeys {

    /** The name of the hidden field. */
    public static final String FIELD = "form-key";

    /** The oldest is forgotten beyond this many. */
    public static final int KEYS_MAX = 20_000;

    /** How long a key is known. */
    public static final Duration KEPT = Duration.ofHours(12);

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Pattern FORM = Pattern.compile("[0-9a-f-]{36}");

    private record Key(MemberId member, String key) {}

    private record Sending(Instant at, CompletableFuture<Html> answer) {}

    private final InstantSource clock;
    private final RandomGenerator random;
    private final Map<Key, Sending> sendings = new LinkedHashMap<>();

    public FormKeys(InstantSource clock, RandomGenerator random) {
        this.clock = clock;
        this.random = random;
    }

    /** A new key for a form about to be shown. */
    public String next() {
        return RandomIds.uuid(random).toString();
    }

    /**
     * Carries the action out, unless this member's form with this key was taken before. A missing or malformed key means
     * once for each sending.
     */
    public Html once(Viewer viewer, String key, Supplier<Html> action) {
        if (!FORM.matcher(key).matches()) {
            return action.get();
        }
        Key own = new Key(viewer.member(), key);
        Sending mine = new Sending(clock.instant(), new CompletableFuture<>());
        Optional<Sending> earlier = claim(own, mine);
        return earlier.isPresent() ? await(earlier.get()) : carryOut(own, mine, action);
    }

    private synchronized Optional<Sending> claim(Key key, Sending mine) {
        Instant oldest = mine.at().minus(KEPT);
        sendings.values()
                .removeIf(sending ->
                        sending.at().isBefore(oldest) && sending.answer().isDone());
        if (sendings.size() >= KEYS_MAX) {
            sendings.remove(sendings.keySet().iterator().next());
        }
        return Optional.ofNullable(sendings.putIfAbsent(key, mine));
    }

    private Html carryOut(Key key, Sending mine, Supplier<Html> action) {
        try {
            Html answer = action.get();
            if (!answer.isRedirect()) {
                forget(key);
            }
            mine.answer().complete(answer);
            return answer;
        } catch (RuntimeException | Error failure) {
            forget(key);
            mine.answer().completeExceptionally(failure);
            throw failure;
        }
    }

    private synchronized void forget(Key key) {
        sendings.remove(key);
    }

    private static Html await(Sending first) {
        try {
            return first.answer().get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ProblemException(Problem.of("frame.database-busy"));
        } catch (TimeoutException e) {
            throw new ProblemException(Problem.of("frame.database-busy"));
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException same ? same : new IllegalStateException(e.getCause());
        }
    }
}
