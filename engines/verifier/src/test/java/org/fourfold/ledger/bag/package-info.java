/** Tests. */
@NullMarked
package org.fourfold.ledger.bag;

import org.jspecify.annotations.NullMarked;
