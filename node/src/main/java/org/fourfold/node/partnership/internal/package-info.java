/** Partnership's SQL: the permission to publish, drafts, signatures, releases. */
@NullMarked
package org.fourfold.node.partnership.internal;

import org.jspecify.annotations.NullMarked;
