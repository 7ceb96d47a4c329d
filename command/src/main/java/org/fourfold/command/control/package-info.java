/**
 * The loopback channel between a command and the node that runs on the same home: one process a home, so a command that
 * finds a running node hands its work over instead of opening the database itself.
 *
 * <p>It listens on loopback only, on a port of the system's choice; who connects must know the token in the home's
 * {@code control} file (0600), compared in constant time. Messages are JSON, one a line, bounded in length. It refuses
 * everything but the data commands, and knows no member's password. Start reading at
 * {@link org.fourfold.command.control.ControlServer}.
 */
@NullMarked
package org.fourfold.command.control;

import org.jspecify.annotations.NullMarked;
