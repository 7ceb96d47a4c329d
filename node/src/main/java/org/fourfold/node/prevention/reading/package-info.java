/**
 * Reads the public series as they stand: what a file is packed, encoded and parted with is found out and said, its layout is
 * recognised by its heading, and each line becomes incidents, observations or faults with row, column and mend.
 *
 * <p>It promises bounded memory (one line and its fields, see {@link org.fourfold.node.prevention.reading.Limits}) and needs no
 * database. It refuses to guess: an ambiguous date, a file cut short, a file that changes while it is read are faults.
 *
 * <p>Start reading at {@link org.fourfold.node.prevention.reading.TableReader}.
 */
@NullMarked
package org.fourfold.node.prevention.reading;

import org.jspecify.annotations.NullMarked;
