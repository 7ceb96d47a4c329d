/** How the web frame is put together: filters, argument resolvers, the bean wiring. Nothing here is for other modules. */
@NullMarked
package org.fourfold.node.shell.internal;

import org.jspecify.annotations.NullMarked;
