/** Prevention's SQL: imports through a staging table, searches, sums, exports. */
@NullMarked
package org.fourfold.node.prevention.internal;

import org.jspecify.annotations.NullMarked;
