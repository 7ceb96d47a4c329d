/**
 * What is linked and how, as data: fields, comparisons, rules. A model is a file that a person can read.
 */
@NullMarked
@CheckReturnValue
package org.fourfold.linkage.model;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
