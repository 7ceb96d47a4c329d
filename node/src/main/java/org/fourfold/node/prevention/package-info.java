/**
 * The prevention room: incidents (what happened to people on the move, where, when, by whom alleged, whether it was
 * reported and pursued) and observations (counts by series, place and period), imported from public series as they stand.
 *
 * <p>It promises that an import is whole or not there at all, that each figure leads to its rows and each row to its file,
 * and that nothing is invented: a number, "not available" and an empty cell stay three different things. It refuses names
 * of persons, guesses about dates, and files that changed while they were read.
 *
 * <p>Start reading at {@link org.fourfold.node.prevention.Prevention}.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"frame", "ground", "trust", "shell", "access", "registry", "tables"})
package org.fourfold.node.prevention;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
