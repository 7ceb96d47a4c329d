/**
 * The {@code fourfold} command line: starts a node, and does a node's work from a terminal.
 *
 * <p>It promises documented exit codes ({@link org.fourfold.command.ExitCode}), faults with their mend in the user's
 * language, {@code --json} where a program reads the answer, and one process a home: a data command streams to the node
 * that runs on the home, and where none runs the same code starts without the web under the home's lock.
 *
 * <p>It refuses to act without a member: it calls façades only and holds no SQL. Start reading at
 * {@link org.fourfold.command.Fourfold}.
 */
@NullMarked
package org.fourfold.command;

import org.jspecify.annotations.NullMarked;
