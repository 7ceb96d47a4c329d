package org.fourfold.ledger.sign;

import java.util.Arrays;
import org.bouncycastle.math.ec.rfc8032.Ed25519;
import org.fourfold.ledger.note.JdkEd25519;
import org.fourfold.ledger.note.SignatureCheck;
import org.fourfold.ledger.note.StrictEd25519;

/**
 * Ed25519 by Bouncy Castle, several times quicker than the JDK's. It multiplies RFC 8032's equation by the cofactor, the
 * JDK does not; the two differ only where key or R has a part of small order, which no honest signer makes. There the JDK
 * decides, so that all checks say the same.
 */
public final class FastEd25519 implements SignatureCheck {

    private final JdkEd25519 exact = new JdkEd25519();

    @Override
    public boolean verifies(byte[] key, byte[] message, byte[] signature) {
        return StrictEd25519.allows(key, signature)
                && Ed25519.verify(signature, 0, key, 0, message, 0, message.length)
                && (isOrdinary(key, signature) || exact.verifies(key, message, signature));
    }

    /** Whether key and R lie in the group of prime order. */
    private static boolean isOrdinary(byte[] key, byte[] signature) {
        return Ed25519.validatePublicKeyFull(key, 0)
                && Ed25519.validatePublicKeyFull(Arrays.copyOf(signature, Ed25519.PUBLIC_KEY_SIZE), 0);
    }
}
