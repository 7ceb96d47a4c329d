/** What the invented data promise. */
@NullMarked
package org.fourfold.command.demo;

import org.jspecify.annotations.NullMarked;
