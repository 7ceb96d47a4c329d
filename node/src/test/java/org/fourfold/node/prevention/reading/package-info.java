/** Tests of reading, without a database. */
@NullMarked
package org.fourfold.node.prevention.reading;

import org.jspecify.annotations.NullMarked;
