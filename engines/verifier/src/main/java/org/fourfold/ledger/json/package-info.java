/**
 * JSON as RFC 8785 fixes it: one value, one sequence of bytes.
 *
 * <p>It refuses what I-JSON (RFC 7493) refuses: a member twice, half a surrogate pair, a number beyond a double. Start
 * reading at {@link org.fourfold.ledger.json.CanonicalJson}.
 */
@NullMarked
package org.fourfold.ledger.json;

import org.jspecify.annotations.NullMarked;
