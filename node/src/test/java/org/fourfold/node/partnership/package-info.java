/** Publications, shown from outside: by what an attacker can compute, by the database's own refusals, and in a browser. */
@NullMarked
package org.fourfold.node.partnership;

import org.jspecify.annotations.NullMarked;
