/** The map, its tables and exports, series of counts, imports: controllers and what their pages show. */
@NullMarked
package org.fourfold.node.prevention.web;

import org.jspecify.annotations.NullMarked;
