/**
 * Benchmarks, run by hand through {@code bench/run}, never a timed test. Each prints the machine, the disk's fsync time
 * and its figures beside the limit or the peer named, as a ratio.
 */
@NullMarked
package org.fourfold.bench;

import org.jspecify.annotations.NullMarked;
