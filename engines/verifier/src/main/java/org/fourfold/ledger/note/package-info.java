/**
 * What is signed, as C2SP writes it: notes, keys, checkpoints, cosignatures, policies, proofs in one file.
 *
 * <p>It promises that what it parses is written in exactly one way (base 64, numbers, lines), so that no byte can change
 * without being seen. It believes nothing by itself: parsing and checking are two steps. Start reading at
 * {@link org.fourfold.ledger.note.SignedCheckpoint}.
 */
@NullMarked
package org.fourfold.ledger.note;

import org.jspecify.annotations.NullMarked;
