package org.fourfold.node.access.internal;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import org.fourfold.node.frame.Ciphertext;
import org.fourfold.node.frame.Database;
import org.fourfold.node.frame.MemberId;
import org.fourfold.node.frame.RandomIds;
import org.fourfold.node.frame.Tx;
import org.fourfold.node.trust.Box;

/**
 * Forms that arrived after their session had ended, so that nobody tells or types a thing twice (FRAME, Web). Sealed, bound to
 * the member whose session it was, offered at their next sign-in, gone after {@link #KEPT}. Throws LockedException while
 * the node is locked.
 */
public final class KeptPosts {

    public static final Duration KEPT = Duration.ofHours(24);

    /** The longest form that is kept, in characters; a note is at most a fraction of it. */
    public static final int FORM_MAX = 500_000;

    private static final int KEPT_MAX = 20;

    /** A form's field as it was sent. */
    public record Field(String name, String value) {}

    /** One form. */
    public record KeptPost(UUID id, Instant at, String path, List<Field> fields) {}

    private final Database database;
    private final Supplier<Box> box;
    private final InstantSource clock;
    private final RandomGenerator random;

    public KeptPosts(Database database, Supplier<Box> box, InstantSource clock, RandomGenerator random) {
        this.database = database;
        this.box = box;
        this.clock = clock;
        this.random = random;
    }

    /** Whose session this was, if it ended by itself: idle, too old, or with the program. */
    public Optional<MemberId> whoseRanOut(String sessionId) {
        Instant now = clock.instant();
        return database.asNode(tx -> Sessions.check(tx, sessionId, now).isPresent()
                ? Optional.empty()
                : Sessions.ranOut(tx, sessionId, now));
    }

    /** Keeps a form for its member; the oldest beyond {@value #KEPT_MAX} go. False when it is too long. */
    public boolean keep(MemberId member, String path, List<Field> fields) {
        UUID id = RandomIds.uuid(random);
        String form = path + "\n" + fields.stream().map(KeptPosts::encode).collect(Collectors.joining("&"));
        if (form.length() > FORM_MAX) {
            return false;
        }
        Ciphertext sealed = box.get().seal(context(id, member), form.getBytes(StandardCharsets.UTF_8));
        Instant now = clock.instant();
        database.asNode(tx -> {
            tx.sql("INSERT INTO access.kept_post (id, member, sealed, kept_at) VALUES (:id, :member, :sealed, :now)")
                    .with("id", id)
                    .with("member", member.value())
                    .with("sealed", sealed.bytes())
                    .with("now", now)
                    .update();
            dropOld(tx, member, now);
            return Optional.empty();
        });
        return true;
    }

    /** The forms that wait for the member, the newest first. */
    public List<KeptPost> waiting(MemberId member) {
        return database.asNode(tx -> tx.sql("""
                SELECT id, sealed, kept_at FROM access.kept_post
                WHERE member = :member AND kept_at > :old ORDER BY kept_at DESC
                """)
                .with("member", member.value())
                .with("old", clock.instant().minus(KEPT))
                .list((row, n) -> open(
                        row.getObject("id", UUID.class),
                        member,
                        Rows.instant(row, "kept_at"),
                        Ciphertext.of(row.getBytes("sealed")))));
    }

    /** Hands the form over and forgets it; empty when it is not this member's or gone. */
    public Optional<KeptPost> take(MemberId member, UUID id) {
        Optional<KeptPost> found =
                waiting(member).stream().filter(post -> post.id().equals(id)).findFirst();
        found.ifPresent(post -> drop(member, id));
        return found;
    }

    /** Forgets the form. */
    public void drop(MemberId member, UUID id) {
        database.asNode(tx -> tx.sql("DELETE FROM access.kept_post WHERE id = :id AND member = :member")
                .with("id", id)
                .with("member", member.value())
                .update());
    }

    private static void dropOld(Tx tx, MemberId member, Instant now) {
        tx.sql("DELETE FROM access.kept_post WHERE kept_at < :old")
                .with("old", now.minus(KEPT))
                .update();
        tx.sql("""
                DELETE FROM access.kept_post WHERE member = :member AND id NOT IN (
                    SELECT id FROM access.kept_post WHERE member = :member ORDER BY kept_at DESC, id LIMIT :most)
                """).with("member", member.value()).with("most", KEPT_MAX).update();
    }

    private KeptPost open(UUID id, MemberId member, Instant at, Ciphertext sealed) {
        String form = new String(box.get().open(context(id, member), sealed), StandardCharsets.UTF_8);
        int end = form.indexOf('\n');
        List<Field> fields = new ArrayList<>();
        for (String pair : form.substring(end + 1).split("&", -1)) {
            int equals = pair.indexOf('=');
            if (equals > 0) {
                fields.add(new Field(decode(pair.substring(0, equals)), decode(pair.substring(equals + 1))));
            }
        }
        return new KeptPost(id, at, form.substring(0, end), List.copyOf(fields));
    }

    private static String encode(Field field) {
        return URLEncoder.encode(field.name(), StandardCharsets.UTF_8)
                + "="
                + URLEncoder.encode(field.value(), StandardCharsets.UTF_8);
    }

    private static String decode(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }

    private static byte[] context(UUID id, MemberId member) {
        return (id + " " + member).getBytes(StandardCharsets.US_ASCII);
    }
}
