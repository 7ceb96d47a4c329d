/**
 * The verifier: steps 4 to 10 of docs/formats/bag.md over a bag, the same over one proof, and what is said of it to a
 * person and to a program.
 *
 * <p>It promises that it ends with 0 only when everything holds, and else names the first fault in the format's order. It
 * refuses to say more than was checked: whose a key is, whether a time stamp is signed, whether what was written is true
 * are told as not proved. Start reading at {@link org.fourfold.ledger.verify.BagCheck}.
 */
@NullMarked
package org.fourfold.ledger.verify;

import org.jspecify.annotations.NullMarked;
