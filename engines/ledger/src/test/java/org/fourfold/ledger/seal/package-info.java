/** Tests. */
@NullMarked
package org.fourfold.ledger.seal;

import org.jspecify.annotations.NullMarked;
