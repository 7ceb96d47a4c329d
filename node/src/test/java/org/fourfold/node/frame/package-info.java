/** Tests of the frame: decisions against sentences from the law, values, the road to the database. */
@org.jspecify.annotations.NullMarked
package org.fourfold.node.frame;
