/**
 * Counting: which time, which rows, what each row means, and what may be told outside. Pure: without database, clock or keys.
 */
@org.jspecify.annotations.NullMarked
package org.fourfold.node.protection.count;
