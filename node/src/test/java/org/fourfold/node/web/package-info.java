/** The browser test bed: a running node, a real browser, and the rules every page is held to. Start at Browsers. */
@NullMarked
package org.fourfold.node.web;

import org.jspecify.annotations.NullMarked;
