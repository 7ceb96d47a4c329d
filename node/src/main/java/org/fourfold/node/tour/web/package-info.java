/** The tour's pages: the scenes as data ({@link org.fourfold.node.tour.web.Scene}), the controller, what its pages show. */
@NullMarked
package org.fourfold.node.tour.web;

import org.jspecify.annotations.NullMarked;
