/** Tables run through mappings, from the file to the claims. Every person and number in them is invented. */
@NullMarked
package org.fourfold.node.prosecution.tables;

import org.jspecify.annotations.NullMarked;
