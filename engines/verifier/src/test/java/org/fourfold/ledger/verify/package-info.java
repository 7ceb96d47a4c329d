/** Tests. */
@NullMarked
package org.fourfold.ledger.verify;

import org.jspecify.annotations.NullMarked;
