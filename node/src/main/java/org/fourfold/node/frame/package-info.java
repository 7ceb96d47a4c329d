/**
 * What every room stands on: who acts and why ({@link org.fourfold.node.frame.Actor}), the closed list of field groups,
 * the one decision ({@link org.fourfold.node.frame.Decisions}), the only road to the database
 * ({@link org.fourfold.node.frame.Database}), faults that name their mend ({@link org.fourfold.node.frame.Problem}) and
 * the shared values.
 *
 * <p>It imports no other module and keeps no state of its own. Start reading at {@code Database}.
 */
@NullMarked
@org.springframework.modulith.ApplicationModule(allowedDependencies = {})
package org.fourfold.node.frame;

import org.jspecify.annotations.NullMarked;
