/**
 * Who is the same? The ground floor of linkage: how a name is normalised and by which keys it may be found again when it
 * was heard, typed or remembered otherwise.
 *
 * <p>Promise: the same text gives the same keys everywhere and for ever (no locale, no clock, no randomness), and a name
 * gives at most {@link org.fourfold.linkage.NameKeys#KEYS_MAX} of them. What it refuses: to say that two names are one
 * person. A key that is shared is a reason to look, a judgement is a person's.
 *
 * <p>Pure Java. Depends on the JDK, JSpecify, Error Prone's annotations, ICU4J and libphonenumber; on no database, web or framework.
 * Start reading at {@link org.fourfold.linkage.NameKeys}.
 */
@NullMarked
@CheckReturnValue
package org.fourfold.linkage;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
