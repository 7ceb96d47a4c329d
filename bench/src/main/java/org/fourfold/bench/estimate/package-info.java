/** Benchmarks of the estimate engine: processor time and how often intervals hold the truth. */
@NullMarked
package org.fourfold.bench.estimate;

import org.jspecify.annotations.NullMarked;
