/** Publications in the node: list, draft, preview, release; and the static pages that are written into a folder. */
@NullMarked
package org.fourfold.node.partnership.web;

import org.jspecify.annotations.NullMarked;
