/**
 * Tables as bytes: what is read fast, before anything is understood.
 */
@NullMarked
@CheckReturnValue
package org.fourfold.linkage.table;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
