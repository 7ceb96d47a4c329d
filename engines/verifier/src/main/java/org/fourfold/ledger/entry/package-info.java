/**
 * An entry of the ledger, what it commits to, and the pseudonyms in it, as docs/formats/ledger.md says.
 *
 * <p>It promises that an entry has one sequence of bytes. It refuses any member the format does not name. Start reading
 * at {@link org.fourfold.ledger.entry.Entry}.
 */
@NullMarked
package org.fourfold.ledger.entry;

import org.jspecify.annotations.NullMarked;
