/** Tests of the prevention room. */
@NullMarked
package org.fourfold.node.prevention;

import org.jspecify.annotations.NullMarked;
