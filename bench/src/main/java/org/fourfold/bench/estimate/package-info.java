/** Benchmarks of estimates: CPU seconds beside those recorded for the peers, and how often intervals hold a known truth. */
@NullMarked
package org.fourfold.bench.estimate;

import org.jspecify.annotations.NullMarked;
