/**
 * The record and the keys. It promises that every event has one place in one order, that what is encrypted opens only for
 * the file, field group and revision it was written for, that {@code lock} makes every key handed out useless within a
 * second, that a destroyed file key comes back from no backup's body, and that a backup restored elsewhere is whole.
 *
 * <p>It refuses to decide who may read a file: that is {@link org.fourfold.node.frame.Decisions}. It never holds a
 * passphrase longer than it takes to stretch it, and never logs a key, a passphrase or a recovery code.
 *
 * <p>Start reading at {@link org.fourfold.node.trust.Keyring} (keys), {@link org.fourfold.node.trust.Trust} (the record)
 * and {@link org.fourfold.node.trust.Backup}; what leaves the house begins at {@link org.fourfold.node.trust.Sealing} and {@link
 * org.fourfold.node.trust.Inventory}. References: AES-GCM NIST SP 800-38D, HKDF RFC 5869, Argon2id RFC 9106,
 * age-encryption.org/v1.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"frame", "ground", "shell"})
package org.fourfold.node.trust;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
