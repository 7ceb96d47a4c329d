/**
 * What a command says and where: lines, tables of faults, progress, bytes. The same command speaks to the terminal it was
 * typed into or, through the node that runs on the home, to a terminal at the other end of the loopback channel.
 *
 * <p>It decides nothing and opens nothing. Start reading at {@link org.fourfold.command.terminal.Terminal}.
 */
@NullMarked
package org.fourfold.command.terminal;

import org.jspecify.annotations.NullMarked;
