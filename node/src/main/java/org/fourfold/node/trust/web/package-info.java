/** The page that unlocks the node, the button that locks it, and who consulted what. Start at UnlockController. */
@NullMarked
package org.fourfold.node.trust.web;

import org.jspecify.annotations.NullMarked;
