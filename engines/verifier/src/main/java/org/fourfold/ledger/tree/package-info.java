/**
 * The Merkle tree of RFC 9162 with SHA-256: hashes, the growing edge of a tree, proofs made and proofs checked.
 *
 * <p>It promises that a proof which holds is one that RFC 9162 accepts, and no other. It refuses a proof of consistency
 * from the empty tree, which would prove nothing. It knows no files and no keys. Start reading at
 * {@link org.fourfold.ledger.tree.InclusionProof}.
 */
@NullMarked
package org.fourfold.ledger.tree;

import org.jspecify.annotations.NullMarked;
