/**
 * The second wall, looked at from outside: what each member may see and do when the database is asked directly, as a
 * module's user asks it. Start at {@code WallTest}; the sentences stand in {@code wall/*.csv}, the invented house they
 * speak of in {@code wall/house.sql}.
 */
@NullMarked
package org.fourfold.node.wall;

import org.jspecify.annotations.NullMarked;
