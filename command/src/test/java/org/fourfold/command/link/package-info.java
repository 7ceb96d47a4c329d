/** What {@code fourfold link} is made of. */
@NullMarked
package org.fourfold.command.link;

import org.jspecify.annotations.NullMarked;
