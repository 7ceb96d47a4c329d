/** Tests. */
@NullMarked
package org.fourfold.ledger.store;

import org.jspecify.annotations.NullMarked;
