/** What protection's pages promise, where no browser is needed to see it. */
@NullMarked
package org.fourfold.node.protection.web;

import org.jspecify.annotations.NullMarked;
