/**
 * The private keys of a log and of a witness, and quick checks of signatures, by Bouncy Castle's lightweight Ed25519.
 *
 * <p>It promises the same answers as {@link org.fourfold.ledger.note.JdkEd25519}, several times quicker. It refuses to
 * sign what is no checkpoint. It keeps no key on disk: that is the caller's. Start reading at
 * {@link org.fourfold.ledger.sign.SigningKey}.
 */
@NullMarked
package org.fourfold.ledger.sign;

import org.jspecify.annotations.NullMarked;
