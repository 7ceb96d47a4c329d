/**
 * The second wall, looked at from outside: what each member may see and do when the database is asked directly, as a
 * module's user asks it. Start at {@code WallTest}. The sentences of a room stand in {@code wall/<room>.csv}, the rows they
 * speak of in {@code wall/<room>.sql}, the invented members in {@code wall/house.sql}; a new room brings its own two files.
 */
@NullMarked
package org.fourfold.node.wall;

import org.jspecify.annotations.NullMarked;
