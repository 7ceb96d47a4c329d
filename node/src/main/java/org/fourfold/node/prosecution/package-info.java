/**
 * The prosecution room: what an investigation knows, from where. Sources (files, tables, statements) are immutable; each
 * value about an entity is a claim with its source, row and column.
 *
 * <p>It promises that an import is whole or not there at all and can be undone whole, that every figure leads to its claims
 * and every claim to its row, and that nothing of a source is dropped because the model does not know it. It refuses scores
 * of guilt: exact overlaps come before any score, and nationality or migration status is never a reason for one.
 *
 * <p>Start reading at {@link org.fourfold.node.prosecution.Prosecution}.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"frame", "ground", "trust", "shell", "access", "registry", "tables"})
package org.fourfold.node.prosecution;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
