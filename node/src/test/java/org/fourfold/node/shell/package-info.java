/** Tests of the web frame alone: a made-up house, a made-up viewer, no database. Start at ShellUnderTest. */
@NullMarked
package org.fourfold.node.shell;

import org.jspecify.annotations.NullMarked;
