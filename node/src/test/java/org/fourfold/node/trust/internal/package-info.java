/** Known answers for what the key tree is built of. */
@NullMarked
package org.fourfold.node.trust.internal;

import org.jspecify.annotations.NullMarked;
