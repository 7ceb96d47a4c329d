/**
 * An organisation's own list of persons, from a spreadsheet, on its way into case files: which column says what, and how its cells
 * are understood. Pure: without database, clock or keys.
 *
 * <p>It promises that nothing is guessed about a person and nothing is lost: a cell that is not understood stays in the file as it
 * came, and the report says so. Start at {@link org.fourfold.node.protection.list.ListTable}.
 */
@NullMarked
package org.fourfold.node.protection.list;

import org.jspecify.annotations.NullMarked;
