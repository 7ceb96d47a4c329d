/** The prosecution room from outside: real files, bad ones, and what may be seen of them. */
@NullMarked
package org.fourfold.node.prosecution;

import org.jspecify.annotations.NullMarked;
