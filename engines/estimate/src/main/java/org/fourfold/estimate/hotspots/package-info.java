/**
 * Where and when does more happen than elsewhere? Scan statistics, Getis–Ord Gi* and the Knox test: clusters with what was
 * expected there, how likely so much is by chance, and what was not taken into account.
 *
 * <p>Promise: every window that was looked at is limited by rules printed in the result; the order of the rows and the number of
 * threads change nothing; a place is never called safe because little is reported there. Start reading at
 * {@link org.fourfold.estimate.hotspots.Hotspots}.
 */
@NullMarked
@CheckReturnValue
package org.fourfold.estimate.hotspots;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
