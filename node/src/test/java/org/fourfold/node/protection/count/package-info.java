/** Tests of legal clocks, without a database. */
@NullMarked
package org.fourfold.node.protection.count;

import org.jspecify.annotations.NullMarked;
