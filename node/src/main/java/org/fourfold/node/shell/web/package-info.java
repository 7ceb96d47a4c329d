/** The frame's own pages: the desk, the language switch, leaving at once, errors, health, static files. Start at DeskController. */
@NullMarked
package org.fourfold.node.shell.web;

import org.jspecify.annotations.NullMarked;
