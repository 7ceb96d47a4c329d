/** Loads the shipped edition of the places into the database and reads it back. */
@NullMarked
package org.fourfold.node.registry.internal;

import org.jspecify.annotations.NullMarked;
