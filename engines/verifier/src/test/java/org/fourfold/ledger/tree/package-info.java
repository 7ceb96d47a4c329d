/** Tests. */
@NullMarked
package org.fourfold.ledger.tree;

import org.jspecify.annotations.NullMarked;
