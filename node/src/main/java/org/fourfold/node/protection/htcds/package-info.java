/**
 * The only place where codes of the Human Trafficking Case Data Standard meet a case file: reading a table, checking its
 * cells, and turning them into answers and back. Pure: no database, no clock, no key.
 *
 * <p>It promises that what was read comes out again, and that nothing is filled in by guessing: a name is not parted, a
 * code is not corrected, silence is not an answer. It refuses a code that is almost right and says which one may be meant.
 * Start at {@code Mapping}.
 */
@NullMarked
package org.fourfold.node.protection.htcds;

import org.jspecify.annotations.NullMarked;
