/**
 * Those outside who watch a log: a witness remembers what it saw last and cosigns only what grew out of it, a mirror keeps
 * the tiles too. Both get hashes and sizes, never an entry. They promise that whoever shows two stories is found out by
 * the first of them that sees both, and that the two are kept as evidence. They refuse to judge what was written.
 *
 * <p>Start reading at {@link org.fourfold.ledger.witness.Witness}. Sources: C2SP tlog-witness, tlog-mirror, tlog-cosignature.
 */
@NullMarked
package org.fourfold.ledger.witness;

import org.jspecify.annotations.NullMarked;
