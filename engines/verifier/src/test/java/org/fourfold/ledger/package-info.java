/** Tests. */
@NullMarked
package org.fourfold.ledger;

import org.jspecify.annotations.NullMarked;
