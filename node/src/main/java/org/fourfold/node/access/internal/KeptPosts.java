package org.fourfold.node.access.internal;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.fourfold.node.frame.CaseFileId;
import org.fourfold.node.frame.Ciphertext;
import org.fourfold.node.frame.Database;
import org.fourfold.node.frame.FieldGroup;
import org.fourfold.node.frame.MemberId;
import org.fourfold.node.frame.RandomIds;
import org.fourfold.node.frame.Revision;
import org.fourfold.node.frame.Tx;
import org.fourfold.node.trust.Box;
import org.fourfold.node.trust.FileKey;
import org.fourfold.node.trust.Keyring;
import org.fourfold.node.trust.SealBrokenException;

/**
 * Forms that arrived after their session had ended, so that nobody tells or types a thing twice (FRAME, Web). Sealed, bound to
 * the member whose session it was, offered at their next sign-in, gone after {@link #KEPT}. A form about a case file is sealed
 * with the file's own key, so that it ends with the file. Throws LockedException while the node is locked.
 */
public final class KeptPosts {

    public static final Duration KEPT = Duration.ofHours(24);

    /** The longest form that is kept, in characters; a note is at most a fraction of it. */
    public static final int FORM_MAX = 500_000;

    private static final int KEPT_MAX = 20;

    /** Stand for the group and the revision in what the seal of a form about a file authenticates. */
    private static final FieldGroup GROUP = FieldGroup.NOTES;

    private static final Revision REVISION = new Revision(Integer.MAX_VALUE - 3);

    private static final Pattern ID = Pattern.compile("/([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})(?:/|$)");

    /** A form's field as it was sent. */
    public record Field(String name, String value) {}

    /** One form. */
    public record KeptPost(UUID id, Instant at, String path, List<Field> fields) {}

    private final Database database;
    private final Keyring keyring;
    private final InstantSource clock;
    private final RandomGenerator random;

    private record Stored(UUID id, Instant at, Optional<CaseFileId> about, Ciphertext sealed) {}

    public KeptPosts(Database database, Keyring keyring, InstantSource clock, RandomGenerator random) {
        this.database = database;
        this.keyring = keyring;
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
        Optional<FileKey> key = about(path).flatMap(keyring::find);
        Ciphertext sealed = seal(key, context(id, member), form);
        Instant now = clock.instant();
        database.asNode(tx -> {
            tx.sql("""
                    INSERT INTO access.kept_post (id, member, about, sealed, kept_at)
                    VALUES (:id, :member, CAST(:about AS uuid), :sealed, :now)
                    """)
                    .with("about", key.map(each -> each.file().value()).orElse(null))
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
        List<Stored> stored = database.asNode(tx -> tx.sql("""
                SELECT id, about, sealed, kept_at FROM access.kept_post
                WHERE member = :member AND kept_at > :old ORDER BY kept_at DESC
                """)
                .with("member", member.value())
                .with("old", clock.instant().minus(KEPT))
                .list((row, n) -> new Stored(
                        row.getObject("id", UUID.class),
                        Rows.instant(row, "kept_at"),
                        Optional.ofNullable(row.getObject("about", UUID.class)).map(CaseFileId::new),
                        Ciphertext.of(row.getBytes("sealed")))));
        Map<CaseFileId, FileKey> keys = keyring.findAll(
                stored.stream().flatMap(post -> post.about().stream()).toList());
        return stored.stream()
                .filter(post -> post.about().map(keys::containsKey).orElse(true))
                .map(post -> open(post, member, post.about().map(keys::get)))
                .toList();
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

    /** A file's key binds the text to the file alone: whose form it is stands before it. */
    private Ciphertext seal(Optional<FileKey> key, byte[] context, String form) {
        byte[] text = form.getBytes(StandardCharsets.UTF_8);
        return key.map(file -> file.seal(GROUP, REVISION, join(context, text)))
                .orElseGet(() -> box().seal(context, text));
    }

    private byte[] open(Stored post, byte[] context, Optional<FileKey> key) {
        if (key.isEmpty()) {
            return box().open(context, post.sealed());
        }
        byte[] both = key.get().open(GROUP, REVISION, post.sealed());
        if (Arrays.mismatch(both, context) != context.length) {
            throw new SealBrokenException();
        }
        return Arrays.copyOfRange(both, context.length, both.length);
    }

    private KeptPost open(Stored post, MemberId member, Optional<FileKey> key) {
        String form = new String(open(post, context(post.id(), member), key), StandardCharsets.UTF_8);
        int end = form.indexOf('\n');
        List<Field> fields = new ArrayList<>();
        for (String pair : form.substring(end + 1).split("&", -1)) {
            int equals = pair.indexOf('=');
            if (equals > 0) {
                fields.add(new Field(decode(pair.substring(0, equals)), decode(pair.substring(equals + 1))));
            }
        }
        return new KeptPost(post.id(), post.at(), form.substring(0, end), List.copyOf(fields));
    }

    private static byte[] join(byte[] context, byte[] text) {
        return ByteBuffer.allocate(context.length + text.length)
                .put(context)
                .put(text)
                .array();
    }

    private Box box() {
        return keyring.box("access.kept-post");
    }

    /** The thing an address is about, by the random id in it. */
    private static Optional<CaseFileId> about(String path) {
        return ID.matcher(path)
                .results()
                .map(found -> new CaseFileId(UUID.fromString(found.group(1))))
                .findFirst();
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
