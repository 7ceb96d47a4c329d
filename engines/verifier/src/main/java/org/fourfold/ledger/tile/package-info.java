/**
 * Where the tree lies in files: paths, widths and bundles of C2SP tlog-tiles.
 *
 * <p>It does not read or write files. Start reading at {@link org.fourfold.ledger.tile.TilePath}.
 */
@NullMarked
package org.fourfold.ledger.tile;

import org.jspecify.annotations.NullMarked;
