/**
 * What a demonstration holds: members, case files and incidents, all invented, in the invented strip "Paso Garza" between
 * invented towns. The same seed gives the same data, so that tests can check what the node makes of it.
 *
 * <p>It promises that no person, shelter or event in it is real, and that every page of a demonstration says so. It loads
 * through façades only. Start reading at {@link org.fourfold.command.demo.DemonstrationNode}.
 */
@NullMarked
package org.fourfold.command.demo;

import org.jspecify.annotations.NullMarked;
