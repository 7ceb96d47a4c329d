/** Tests of legal clocks, without a database. */
@NullMarked
package org.fourfold.node.protection.clock;

import org.jspecify.annotations.NullMarked;
