/** Tests of the registry. */
@NullMarked
package org.fourfold.node.registry;

import org.jspecify.annotations.NullMarked;
