/**
 * What an RFC 3161 time stamp says it stamped. Its signature is not looked at: that needs certificates and their history,
 * and {@code openssl ts -verify} does it.
 *
 * <p>It reads DER only, and refuses anything behind the response. Start reading at
 * {@link org.fourfold.ledger.stamp.TimeStamp}.
 */
@NullMarked
package org.fourfold.ledger.stamp;

import org.jspecify.annotations.NullMarked;
