package org.fourfold.node.access.internal;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.fourfold.node.access.MemberChange;
import org.fourfold.node.access.SignInName;
import org.fourfold.node.frame.Database;
import org.fourfold.node.frame.Event;
import org.fourfold.node.frame.MemberId;
import org.jspecify.annotations.Nullable;
import org.springframework.security.web.webauthn.api.AuthenticatorTransport;
import org.springframework.security.web.webauthn.api.Bytes;
import org.springframework.security.web.webauthn.api.CredentialRecord;
import org.springframework.security.web.webauthn.api.ImmutableCredentialRecord;
import org.springframework.security.web.webauthn.api.ImmutablePublicKeyCose;
import org.springframework.security.web.webauthn.api.ImmutablePublicKeyCredentialUserEntity;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialType;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialUserEntity;
import org.springframework.security.web.webauthn.management.PublicKeyCredentialUserEntityRepository;
import org.springframework.security.web.webauthn.management.UserCredentialRepository;

/**
 * Passkeys as Spring Security asks for them, kept in {@code access.passkey}. A member's user handle is random and made
 * with the member, so nothing is saved for an unknown name.
 */
public final class Passkeys implements UserCredentialRepository, PublicKeyCredentialUserEntityRepository {

    private static final int LABEL_LENGTH_MAX = 80;

    private final Database database;
    private final InstantSource clock;

    public Passkeys(Database database, InstantSource clock) {
        this.database = database;
        this.clock = clock;
    }

    @Override
    public @Nullable PublicKeyCredentialUserEntity findById(Bytes handle) {
        return database.asNode(tx -> MemberRows.entityByHandle(tx, handle.getBytes()))
                .map(Passkeys::entity)
                .orElse(null);
    }

    @Override
    public @Nullable PublicKeyCredentialUserEntity findByUsername(String signInName) {
        return SignInName.parse(signInName)
                .flatMap(name -> database.asNode(tx -> MemberRows.entityByName(tx, name)))
                .map(Passkeys::entity)
                .orElse(null);
    }

    /** Nothing to do: the handle is the member's, made when the member was. */
    @Override
    public void save(PublicKeyCredentialUserEntity entity) {}

    @Override
    public void save(CredentialRecord record) {
        database.asNode(tx -> {
            var kept = toRow(record);
            if (PasskeyRows.member(tx, kept.credentialId().getBytes()).isPresent()) {
                PasskeyRows.used(tx, kept);
                return false;
            }
            MemberId member = MemberRows.byUserHandle(
                            tx, record.getUserEntityUserId().getBytes())
                    .map(MemberId::new)
                    .orElseThrow(() -> new IllegalStateException("no member has this user handle"));
            if (!PasskeyRows.insert(tx, member, kept)) {
                throw new IllegalStateException("a member has at most " + PasskeyRows.MEMBER_MAX + " passkeys");
            }
            tx.record(Event.of(Events.PASSKEY_ADDED).about(member.value()));
            MemberRows.changed(tx, clock.instant(), member, MemberChange.What.PASSKEY_ADDED, null, null, member);
            return true;
        });
    }

    /** Both interfaces ask for this. A passkey goes only through {@link #remove}, which knows whose it is. */
    @Override
    public void delete(Bytes id) {
        throw new UnsupportedOperationException("a passkey is removed on the member's own page");
    }

    /** Takes a member's own passkey away; false when it is not theirs. */
    public boolean remove(MemberId member, byte[] credentialId) {
        return database.asNode(tx -> {
            boolean gone = PasskeyRows.delete(tx, member, credentialId);
            if (gone) {
                tx.record(Event.of(Events.PASSKEY_REMOVED).about(member.value()));
            }
            return gone;
        });
    }

    @Override
    public @Nullable CredentialRecord findByCredentialId(Bytes credentialId) {
        Optional<PasskeyRows.Passkey> found = database.asNode(tx -> PasskeyRows.find(tx, credentialId.getBytes()));
        return found.map(Passkeys::fromRow).orElse(null);
    }

    @Override
    public List<CredentialRecord> findByUserId(Bytes handle) {
        return database.asNode(tx -> PasskeyRows.of(tx, handle.getBytes())).stream()
                .map(Passkeys::fromRow)
                .toList();
    }

    private static PublicKeyCredentialUserEntity entity(MemberRows.Entity entity) {
        return ImmutablePublicKeyCredentialUserEntity.builder()
                .id(entity.userHandle())
                .name(entity.signInName())
                .displayName(entity.signInName())
                .build();
    }

    private static PasskeyRows.Passkey toRow(CredentialRecord record) {
        String label = record.getLabel().strip();
        return new PasskeyRows.Passkey(
                record.getCredentialId(),
                record.getUserEntityUserId(),
                label.isEmpty() ? "—" : label.substring(0, Math.min(LABEL_LENGTH_MAX, label.length())),
                new Bytes(record.getPublicKey().getBytes()),
                record.getSignatureCount(),
                record.isUvInitialized(),
                record.isBackupEligible(),
                record.isBackupState(),
                record.getTransports().stream()
                        .map(AuthenticatorTransport::getValue)
                        .sorted()
                        .collect(Collectors.joining(",")),
                bytes(record.getAttestationObject()),
                bytes(record.getAttestationClientDataJSON()),
                record.getCreated(),
                record.getLastUsed());
    }

    private static Bytes bytes(@Nullable Bytes bytes) {
        return bytes == null ? new Bytes(new byte[0]) : bytes;
    }

    private static CredentialRecord fromRow(PasskeyRows.Passkey row) {
        Set<AuthenticatorTransport> transports = Arrays.stream(row.transports().split(",", -1))
                .filter(one -> !one.isEmpty())
                .map(AuthenticatorTransport::valueOf)
                .collect(Collectors.toSet());
        Instant madeAt = row.madeAt();
        return ImmutableCredentialRecord.builder()
                .credentialType(PublicKeyCredentialType.PUBLIC_KEY)
                .credentialId(row.credentialId())
                .userEntityUserId(row.userHandle())
                .publicKey(new ImmutablePublicKeyCose(row.publicKey().getBytes()))
                .signatureCount(row.signatureCount())
                .uvInitialized(row.verified())
                .transports(transports)
                .backupEligible(row.backupEligible())
                .backupState(row.backupState())
                .attestationObject(row.attestation())
                .attestationClientDataJSON(row.attestationClientData())
                .label(row.label())
                .created(madeAt)
                .lastUsed(row.lastUsedAt())
                .build();
    }
}
