/**
 * {@code fourfold link} without a node: tables in, who is the same out. Tables are CSV, read by the engine, or Parquet, read by
 * DuckDB and handed to the engine as CSV; what is found is written into a new folder, whole or not at all.
 *
 * <p>The same files, model and options give the same bytes: nothing that is written names a time, a machine or a path. Start
 * reading at {@link org.fourfold.command.link.LinkRun}.
 */
@NullMarked
package org.fourfold.command.link;

import org.jspecify.annotations.NullMarked;
