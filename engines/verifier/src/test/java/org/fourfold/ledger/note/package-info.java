/** Tests. */
@NullMarked
package org.fourfold.ledger.note;

import org.jspecify.annotations.NullMarked;
