/** Loads the shipped edition of the places into the database and reads it back; reads the shipped code lists. */
@NullMarked
package org.fourfold.node.registry.internal;

import org.jspecify.annotations.NullMarked;
