/**
 * What somebody wrote, brought into a form that can be compared: names of persons, dates, phones, numbers of documents,
 * plates, organisations, addresses, accounts, places.
 *
 * <p>Promise: pure functions over strings. The same text gives the same value everywhere and for ever: no locale, clock
 * or zone is asked (a reference day is given by the caller). Every value keeps its raw text; what could not be read stays
 * raw and says so, and nothing is thrown for bad text. Every text is bounded by {@link
 * org.fourfold.linkage.normalise.Fold#TEXT_MAX}. What it refuses: to repair a number. A wrong check digit is told.
 *
 * <p>Nationality and migration status are no feature: nothing here reads them from a document.
 *
 * <p>Start reading at {@link org.fourfold.linkage.normalise.PersonName} and {@link org.fourfold.linkage.normalise.Fold}.
 */
@NullMarked
@CheckReturnValue
package org.fourfold.linkage.normalise;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
