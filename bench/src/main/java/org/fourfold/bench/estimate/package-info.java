/** How fast estimates are, beside what other programs took on the same data. */
@org.jspecify.annotations.NullMarked
package org.fourfold.bench.estimate;
