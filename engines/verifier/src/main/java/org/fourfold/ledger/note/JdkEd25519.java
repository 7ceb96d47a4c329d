package org.fourfold.ledger.note;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.EdECPoint;
import java.security.spec.EdECPublicKeySpec;
import java.security.spec.NamedParameterSpec;

/** Ed25519 by the JDK alone: some 1,300 signatures a second, enough for a bag's few. */
public final class JdkEd25519 implements SignatureCheck {

    private static final String NAME = "Ed25519";

    @Override
    public boolean verifies(byte[] key, byte[] message, byte[] signature) {
        if (!StrictEd25519.allows(key, signature)) {
            return false;
        }
        try {
            Signature check = Signature.getInstance(NAME);
            check.initVerify(point(key));
            check.update(message);
            return check.verify(signature);
        } catch (GeneralSecurityException e) {
            // Bytes that are no point of the curve.
            return false;
        }
    }

    private static PublicKey point(byte[] key) throws GeneralSecurityException {
        byte[] y = key.clone();
        boolean isOdd = y[y.length - 1] < 0;
        y[y.length - 1] &= 0x7F;
        return KeyFactory.getInstance(NAME)
                .generatePublic(new EdECPublicKeySpec(
                        NamedParameterSpec.ED25519, new EdECPoint(isOdd, StrictEd25519.number(y))));
    }
}
