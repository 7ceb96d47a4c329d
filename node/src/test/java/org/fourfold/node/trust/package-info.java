/** What the record, the keys and the backup promise. */
@NullMarked
package org.fourfold.node.trust;

import org.jspecify.annotations.NullMarked;
