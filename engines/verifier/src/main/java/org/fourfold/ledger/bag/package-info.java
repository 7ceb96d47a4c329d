/**
 * A bag, as a folder or a ZIP archive: what lies in it, and whether that is what its manifests say. Steps 1 to 3 of
 * docs/formats/bag.md.
 *
 * <p>It promises that a path it hands on is safe to unpack, that contents are read as streams whatever their size, and
 * that a fault is the first in the format's order. It refuses links, encryption, and ZIP archives that two programs could
 * read in two ways. Start reading at {@link org.fourfold.ledger.bag.BagIt}.
 */
@NullMarked
package org.fourfold.ledger.bag;

import org.jspecify.annotations.NullMarked;
