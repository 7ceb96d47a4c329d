/** Tests of reading and writing HTCDS tables, without a database. */
@NullMarked
package org.fourfold.node.protection.htcds;

import org.jspecify.annotations.NullMarked;
