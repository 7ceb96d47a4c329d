/**
 * What a linkage tells about itself: a page of HTML that is one file, needs no script, fetches nothing, is read on a phone,
 * a desk, in the dark and on paper, in English and Spanish.
 *
 * <p>Promise: the same {@link org.fourfold.linkage.report.QualityReport} gives the same bytes; every chart has its table;
 * everything that comes from data is escaped; where there is no calibration the page says so and shows no probability. What
 * it refuses: to name a person. It holds counts, never a value of a record.
 *
 * <p>Start reading at {@link org.fourfold.linkage.report.ReportPage}.
 */
@NullMarked
@CheckReturnValue
package org.fourfold.linkage.report;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
