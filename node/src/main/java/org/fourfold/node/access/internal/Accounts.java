package org.fourfold.node.access.internal;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.random.RandomGenerator;
import org.fourfold.node.access.Member;
import org.fourfold.node.access.MemberChange;
import org.fourfold.node.access.OneTimeCode;
import org.fourfold.node.frame.Database;
import org.fourfold.node.frame.Event;
import org.fourfold.node.frame.Language;
import org.fourfold.node.frame.MemberId;
import org.fourfold.node.frame.NoRoomException;
import org.fourfold.node.frame.Problem;
import org.fourfold.node.frame.ProblemException;
import org.fourfold.node.frame.Tx;

/**
 * A member's own account and sessions. What changes how they prove who they are asks their password again when the last
 * proof is older than {@link #PROOF_VALID}.
 */
public final class Accounts {

    public static final Duration PROOF_VALID = Duration.ofMinutes(10);
    public static final int RECOVERY_CODES = 10;

    /** What one session may do. */
    public record Live(Member member, Instant provedAt) {}

    private final Database database;
    private final InstantSource clock;
    private final RandomGenerator random;
    private final SignIns signIns;

    /** When a session was last used, by its id, where that cannot be written down. */
    private final Map<String, Instant> usedOnFullDisk = new ConcurrentHashMap<>();

    public Accounts(Database database, InstantSource clock, RandomGenerator random, SignIns signIns) {
        this.database = database;
        this.clock = clock;
        this.random = random;
        this.signIns = signIns;
    }

    /** Writes down that this browser's session is the member's. False when the member is not active. */
    public boolean start(String sessionId, String signInName) {
        return database.asNode(tx -> {
            Optional<Member> member = org.fourfold.node.access.SignInName.parse(signInName)
                    .flatMap(name -> MemberRows.find(tx, name))
                    .filter(Member::isActive);
            member.ifPresent(one -> Sessions.start(tx, sessionId, one.id(), clock.instant()));
            return member.isPresent();
        });
    }

    /** Asked on every request: the member, if the session may go on. */
    public Optional<Live> check(String sessionId) {
        Instant now = clock.instant();
        try {
            Optional<Live> live =
                    database.asNode(tx -> Sessions.check(tx, sessionId, now).flatMap(found -> live(tx, found)));
            usedOnFullDisk.remove(sessionId);
            return live;
        } catch (NoRoomException full) {
            // Who is signed in may still open a file in an emergency.
            Optional<Instant> used = Optional.ofNullable(usedOnFullDisk.get(sessionId));
            Optional<Live> live = database.asNode(
                    tx -> Sessions.look(tx, sessionId, used, now).flatMap(found -> live(tx, found)));
            live.ifPresent(found -> usedOnFullDisk.put(sessionId, now));
            return live;
        }
    }

    private static Optional<Live> live(Tx tx, Sessions.Live found) {
        return MemberRows.find(tx, found.member())
                .filter(Member::isActive)
                .map(member -> new Live(member, found.provedAt()));
    }

    /** Ends the session; nothing happens when there is none. */
    public void signOut(String sessionId) {
        database.asNode(tx -> {
            Sessions.check(tx, sessionId, clock.instant())
                    .ifPresent(live -> tx.record(
                            Event.of(Events.SIGNED_OUT).about(live.member().value())));
            Sessions.end(tx, sessionId, Sessions.End.SIGNED_OUT, clock.instant());
            return Optional.empty();
        });
    }

    /** At start. */
    public void endAllAtStart() {
        database.asNode(tx -> {
            Sessions.endAllAtStart(tx, clock.instant());
            return Optional.empty();
        });
    }

    public boolean isRecent(Instant provedAt) {
        return provedAt.plus(PROOF_VALID).isAfter(clock.instant());
    }

    /** Proves again who one is. */
    public void prove(Member member, String sessionId, String password, String address) {
        if (!signIns.proves(member, password, address)) {
            throw new ProblemException(Problem.inField("access.password-wrong", "password"));
        }
        database.asNode(tx -> {
            Sessions.prove(tx, sessionId, clock.instant());
            return Optional.empty();
        });
    }

    /** Sets a new password and ends the member's other sessions. */
    public void changePassword(Member member, String sessionId, String current, String changed, String address) {
        signIns.fault(changed, member.signInName(), "new-password").ifPresent(fault -> {
            throw new ProblemException(fault);
        });
        prove(member, sessionId, current, address);
        String encoded = signIns.encode(changed);
        database.asNode(tx -> {
            Instant now = clock.instant();
            CredentialRows.setPassword(tx, member.id(), encoded, now);
            Sessions.endOthers(tx, member.id(), sessionId, now);
            tx.record(Event.of(Events.PASSWORD_CHANGED).about(member.id().value()));
            MemberRows.changed(tx, now, member.id(), MemberChange.What.PASSWORD_CHANGED, null, null, member.id());
            return Optional.empty();
        });
    }

    /** Ten new recovery codes; those before no longer work. */
    public List<OneTimeCode> newRecoveryCodes(MemberId member) {
        return database.asNode(tx -> {
            Codes.forget(tx, member, Codes.Kind.RECOVERY);
            List<OneTimeCode> codes = new ArrayList<>();
            for (int i = 0; i < RECOVERY_CODES; i++) {
                codes.add(Codes.make(tx, member, Codes.Kind.RECOVERY, clock.instant(), Optional.empty(), random));
            }
            tx.record(Event.of(Events.RECOVERY_CODES_MADE).about(member.value()));
            return List.copyOf(codes);
        });
    }

    public int recoveryCodesLeft(MemberId member) {
        return database.asNode(tx -> Codes.left(tx, member, Codes.Kind.RECOVERY));
    }

    /** The language that the member reads. */
    public void chooseLanguage(MemberId member, Language language) {
        database.asNode(tx -> {
            MemberRows.language(tx, member, language);
            tx.record(Event.of(Events.MEMBER_LANGUAGE).about(member.value()));
            return Optional.empty();
        });
    }
}
