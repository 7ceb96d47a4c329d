/**
 * Tables as they come: text parted by a character, in whatever encoding, and workbooks (XLSX). What a file is packed, encoded
 * and parted with is found out and said; rows are streamed, each cell with its kind, so that whoever reads knows a number
 * that a spreadsheet stored from a text that a person wrote.
 *
 * <p>It promises bounded memory, a limit on everything ({@link org.fourfold.node.tables.TableLimits}) and faults that name
 * their place. It refuses what cannot be read safely: files under a password, the old binary formats, files that swell when
 * unpacked. It never evaluates a formula, never runs a macro, never follows a link: a formula's cell says that it is one and
 * what the spreadsheet last made of it, and the reader decides.
 *
 * <p>It needs no database and knows no room: the Ps stand on it and never on one another. Start reading at
 * {@link org.fourfold.node.tables.TableFile}.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"frame"})
package org.fourfold.node.tables;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
