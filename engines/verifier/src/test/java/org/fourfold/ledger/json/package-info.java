/** Tests. */
@NullMarked
package org.fourfold.ledger.json;

import org.jspecify.annotations.NullMarked;
