/** Tables and faults as a terminal shows them. */
@NullMarked
package org.fourfold.command.terminal;

import org.jspecify.annotations.NullMarked;
