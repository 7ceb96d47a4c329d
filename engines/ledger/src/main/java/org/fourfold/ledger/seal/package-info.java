/**
 * Writes sealed bags, as docs/formats/bag.md says: of a whole log, or of some entries with their proofs.
 *
 * <p>It promises that equal input gives equal bytes and that what it wrote holds for the verifier. It refuses a checkpoint
 * that is not of the log it reads, and paths that no bag may have. Start reading at
 * {@link org.fourfold.ledger.seal.BagWriter}.
 */
@NullMarked
package org.fourfold.ledger.seal;

import org.jspecify.annotations.NullMarked;
