/**
 * The partnership room, first form: publications. Frozen tables of totals that anybody may read, as a folder of static pages
 * and CSV for any host.
 *
 * <p>It promises that publishing is off until an administrator and a supervisor turned it on; that nothing is released but by
 * a supervisor and a second person who both signed exactly this content; that no total below ten is shown, and none can be
 * computed by subtraction within one publication or between any two; that what was released never changes and is written byte
 * for byte the same each time. It refuses free text, margins, a second shape of the same series, and figures whose source
 * forbids it. It never serves a publication to the public: the node only previews it, behind sign-in.
 *
 * <p>Start reading at {@link org.fourfold.node.partnership.Partnership}; the rule about small totals is {@link
 * org.fourfold.node.partnership.SmallTotals}.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"frame", "ground", "trust", "shell", "access", "registry"})
package org.fourfold.node.partnership;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
