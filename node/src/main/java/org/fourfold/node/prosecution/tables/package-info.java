/**
 * Any table becomes claims by a mapping. The headings are looked for, columns are guessed with their reasons, a person
 * confirms; then each row becomes entities, each value a claim with its row and column.
 *
 * <p>It promises the same entities with the same ids for the same file and mapping, and that a value it cannot take is
 * refused by row and column with its mend. It refuses to guess: numbers that a spreadsheet spoiled, dates that could be two
 * days, numbers that could be dates, letters that could be two sexes. Formulas are never evaluated.
 *
 * <p>It needs no database. Start reading at {@link org.fourfold.node.prosecution.tables.Mapping}, then
 * {@link org.fourfold.node.prosecution.tables.MappedTable}.
 */
@NullMarked
package org.fourfold.node.prosecution.tables;

import org.jspecify.annotations.NullMarked;
