/**
 * How two records agree, field by field.
 */
@NullMarked
@CheckReturnValue
package org.fourfold.linkage.compare;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
