/** What comes from outside before it is believed: notes, versions, archives. */
@NullMarked
package org.fourfold.command.update;

import org.jspecify.annotations.NullMarked;
