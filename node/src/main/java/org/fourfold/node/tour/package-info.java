/**
 * The guided tour of a demonstration: five scenes, a page each, that lead through the pages there are and say what is not
 * there yet.
 *
 * <p>It promises that every page it leads to opens for the member it names, which a browser test walks. It refuses to exist
 * in a node that is not a demonstration, and knows no data: its steps say what to look for, not where it lies.
 *
 * <p>Start reading at {@link org.fourfold.node.tour.web.Scene}.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"frame", "ground", "shell"})
package org.fourfold.node.tour;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
