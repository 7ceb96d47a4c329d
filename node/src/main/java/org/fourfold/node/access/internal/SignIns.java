package org.fourfold.node.access.internal;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.fourfold.node.access.Member;
import org.fourfold.node.access.MemberChange;
import org.fourfold.node.access.MemberState;
import org.fourfold.node.access.SignInName;
import org.fourfold.node.frame.Database;
import org.fourfold.node.frame.Event;
import org.fourfold.node.frame.Problem;
import org.fourfold.node.frame.ProblemException;
import org.fourfold.node.frame.Tx;

/**
 * Proving who one is, by a password or a one-time code. For a name that exists and one that does not the answer, the
 * statements and the work are the same: one Argon2 hash, one throttle row, one event. An empty answer says nothing more.
 */
public final class SignIns {

    private final Database database;
    private final InstantSource clock;
    private final Argon2 argon2;
    private final PasswordRules rules;
    private final Throttle throttle;

    public SignIns(Database database, InstantSource clock, Argon2 argon2, PasswordRules rules, Throttle throttle) {
        this.database = database;
        this.clock = clock;
        this.argon2 = argon2;
        this.rules = rules;
        this.throttle = throttle;
    }

    /** The member whose name and password these are. */
    public Optional<Member> withPassword(String typedName, String password, String address) {
        Instant now = clock.instant();
        if (password.length() > PasswordRules.LENGTH_MAX || !admitted(typedName, address, now)) {
            return Optional.empty();
        }
        Optional<SignInName> name = SignInName.parse(typedName);
        Optional<CredentialRows.Known> known = database.asNode(tx -> CredentialRows.password(tx, nameOrNobody(name)));
        boolean fits = argon2.matches(
                password, known.map(CredentialRows.Known::encoded).orElse(argon2.nobody()));
        return database.asNode(tx -> {
            Optional<Member> member = fits
                    ? known.flatMap(one -> MemberRows.find(tx, one.member())).filter(Member::isActive)
                    : Optional.empty();
            Event event = Event.of(member.isPresent() ? Events.SIGNED_IN : Events.SIGN_IN_FAILED)
                    .detail("password");
            tx.record(known.map(one -> event.about(one.member().value())).orElse(event));
            member.ifPresent(one -> admittedWell(tx, typedName, address, now));
            return member;
        });
    }

    /**
     * Uses up an invitation or a recovery code and sets a new password with it. The new password is checked and hashed
     * first, whoever it is for.
     */
    public Optional<Member> withCode(String typedName, String code, String newPassword, String address) {
        Instant now = clock.instant();
        Optional<SignInName> name = SignInName.parse(typedName);
        rules.fault(newPassword, name, "new-password").ifPresent(fault -> {
            throw new ProblemException(fault);
        });
        if (!admitted(typedName, address, now)) {
            return Optional.empty();
        }
        String encoded = argon2.encode(newPassword);
        return database.asNode(tx -> {
            Optional<Member> found =
                    MemberRows.find(tx, nameOrNobody(name)).filter(one -> one.state() != MemberState.DISABLED);
            boolean used = found.map(one -> Codes.use(tx, one.id(), code, now)).orElse(false);
            Event event =
                    Event.of(used ? Events.SIGNED_IN : Events.SIGN_IN_FAILED).detail("code");
            tx.record(found.map(one -> event.about(one.id().value())).orElse(event));
            if (!used) {
                return Optional.empty();
            }
            Member member = found.orElseThrow();
            join(tx, member, encoded, now);
            admittedWell(tx, typedName, address, now);
            return MemberRows.find(tx, member.id());
        });
    }

    private static void join(Tx tx, Member member, String encoded, Instant now) {
        CredentialRows.setPassword(tx, member.id(), encoded, now);
        Codes.forget(tx, member.id(), Codes.Kind.INVITATION);
        Sessions.endAll(tx, member.id(), now);
        boolean joins = member.state() == MemberState.INVITED;
        if (joins) {
            MemberRows.state(tx, member.id(), MemberState.ACTIVE, now);
        }
        tx.record(Event.of(joins ? Events.MEMBER_JOINED : Events.PASSWORD_CHANGED)
                .about(member.id().value()));
        MemberRows.changed(
                tx,
                now,
                member.id(),
                joins ? MemberChange.What.JOINED : MemberChange.What.PASSWORD_CHANGED,
                null,
                null,
                member.id());
    }

    /** Checks the password of somebody who is signed in: under the same throttle. */
    boolean proves(Member member, String password, String address) {
        return withPassword(member.signInName().value(), password, address)
                .filter(proved -> proved.id().equals(member.id()))
                .isPresent();
    }

    /** The rules for a new password, for other callers of this module. */
    Optional<Problem> fault(String password, SignInName name, String field) {
        return rules.fault(password, Optional.of(name), field);
    }

    String encode(String password) {
        return argon2.encode(password);
    }

    private boolean admitted(String typedName, String address, Instant now) {
        return throttle.admit(address, now) && database.asNode(tx -> Throttle.admit(tx, typedName, now));
    }

    private void admittedWell(Tx tx, String typedName, String address, Instant now) {
        Throttle.forget(tx, typedName, now);
        throttle.forget(address);
    }

    /** A name nobody can have stands for one that could never be a name, so that the same statements run. */
    private static SignInName nameOrNobody(Optional<SignInName> name) {
        return name.orElse(NOBODY);
    }

    private static final SignInName NOBODY = new SignInName("0-nobody-can-be-called-this");
}
