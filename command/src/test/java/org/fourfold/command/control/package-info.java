/** The loopback channel: who knows the token is served, nobody else is told anything. */
@NullMarked
package org.fourfold.command.control;

import org.jspecify.annotations.NullMarked;
