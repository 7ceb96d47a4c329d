/**
 * How far did cases get? Shares that reached each stage of the road from a report to a paid sentence, with the ways in which
 * cases leave it, from case histories ({@link Funnel#of}) or from counts by stage and year alone ({@link Funnel#ofCounts}).
 *
 * <p>Refused by construction: one minus Kaplan–Meier of one kind of exit as a share. Kaplan–Meier here speaks about leaving in
 * any way ({@link StillOpen}); the share that left in one way comes from Aalen and Johansen ({@link Shares}) alone.
 */
@NullMarked
@CheckReturnValue
package org.fourfold.estimate.funnel;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
