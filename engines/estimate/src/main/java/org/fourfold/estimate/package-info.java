/**
 * How many, where, since when, because of what? The ground floor of prevention: estimates that come with an interval, their
 * assumptions and the way to make them again, and refusals that say why a number must not be shown.
 *
 * <p>Four faces: {@code Prevalence} (how many persons no list has), {@code Hotspots} (where and when more happens than
 * elsewhere), {@code PolicyEffect} (what changed with a policy) and {@code Funnel} (how far cases got).
 *
 * <p>Promise: the same data, seed and version give the same answer for any number of threads; what must not be shown is
 * refused with its reason; no face speaks about a single person. Pure Java: depends on the JDK, JSpecify, Error Prone's
 * annotations and Hipparchus (special functions); on no database, web, framework or other engine.
 * Start reading at {@link org.fourfold.estimate.run.Run}.
 */
@NullMarked
@CheckReturnValue
package org.fourfold.estimate;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
