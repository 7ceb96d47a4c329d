/** What protection promises, as specifications; the wall compared with the one decision. */
@NullMarked
package org.fourfold.node.protection;

import org.jspecify.annotations.NullMarked;
