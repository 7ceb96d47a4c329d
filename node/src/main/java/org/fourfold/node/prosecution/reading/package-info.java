/**
 * Reads what others know as it stands: FollowTheMoney JSON lines and statements, lists of sanctioned persons. Each becomes
 * entities with claims, and each claim keeps its row, its column and the text as it stood.
 *
 * <p>It promises bounded memory (one line, see {@link org.fourfold.node.prosecution.reading.Limits}), keeps what the model
 * does not know word for word, and needs no database. It refuses to guess: a line cut in the middle, a value that is no
 * text are faults with their line.
 *
 * <p>Start reading at {@link org.fourfold.node.prosecution.reading.FtmModel} and {@link
 * org.fourfold.node.prosecution.reading.ReadEntity}.
 */
@NullMarked
package org.fourfold.node.prosecution.reading;

import org.jspecify.annotations.NullMarked;
