/**
 * {@code fourfold estimate}: reads tables for the engine of estimates and says what comes of them, to a person or to a program.
 * Needs no node.
 */
@NullMarked
@CheckReturnValue
package org.fourfold.command.estimate;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
