/** Tests. */
@NullMarked
package org.fourfold.ledger.sign;

import org.jspecify.annotations.NullMarked;
