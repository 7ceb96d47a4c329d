/**
 * The prosecution room's pages: search, entities with their rows and neighbours, overlaps. What somebody types into the
 * search travels in the body of a request and stands in no address.
 */
@NullMarked
package org.fourfold.node.prosecution.web;

import org.jspecify.annotations.NullMarked;
