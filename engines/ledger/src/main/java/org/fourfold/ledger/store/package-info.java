/**
 * The log on disk: a folder of tiles and entry bundles as C2SP tlog-tiles lays them out, and the checkpoint over them.
 *
 * <p>It promises that after a kill at any moment the folder holds, whole and on disk, every batch whose append returned,
 * and that nothing under a published checkpoint is ever written again. It refuses to open a log that is shorter than its
 * published checkpoint, or another. Start reading at {@link org.fourfold.ledger.store.LogStore}.
 */
@NullMarked
package org.fourfold.ledger.store;

import org.jspecify.annotations.NullMarked;
