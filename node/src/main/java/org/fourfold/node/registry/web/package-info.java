/** The registry's pages, for every member: they hold nothing about persons. Start at {@code CodeListController}. */
@NullMarked
package org.fourfold.node.registry.web;

import org.jspecify.annotations.NullMarked;
