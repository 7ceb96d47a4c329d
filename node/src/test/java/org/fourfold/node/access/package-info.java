/** Tests of members, grants, sign-in and the security chain. */
@NullMarked
package org.fourfold.node.access;

import org.jspecify.annotations.NullMarked;
