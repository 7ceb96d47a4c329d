/** Prosecution's SQL: imports through a staging table, searches, neighbours, overlaps, exports. */
@NullMarked
package org.fourfold.node.prosecution.internal;

import org.jspecify.annotations.NullMarked;
