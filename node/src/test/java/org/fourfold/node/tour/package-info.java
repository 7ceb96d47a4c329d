/** The guided tour in a browser. That its steps open for the members it names is shown on two running nodes, by the command. */
@NullMarked
package org.fourfold.node.tour;

import org.jspecify.annotations.NullMarked;
