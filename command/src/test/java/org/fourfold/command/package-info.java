/** The command line as its users meet it: what it says in both languages, its exit codes, and the packaged program running. */
@NullMarked
package org.fourfold.command;

import org.jspecify.annotations.NullMarked;
