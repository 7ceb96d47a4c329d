/**
 * Legal clocks: which deadline the law sets from what happened to a person, when it ends, what stops it, and on whose desk it
 * goes before. Pure: facts and rule packs in, clocks out; no database, no Spring, no clock of its own.
 *
 * <p>It promises: where the law or a date leaves a choice, the earlier day is told, for whoever must act; what was guessed is
 * said. It refuses: to be legal advice, to change a date that was told, to take a rule that cannot be read whole.
 *
 * <p>Start reading at {@link org.fourfold.node.protection.clock.Clocks}.
 */
@NullMarked
package org.fourfold.node.protection.clock;

import org.jspecify.annotations.NullMarked;
