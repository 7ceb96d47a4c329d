/**
 * The web frame every room's pages stand in: layout, navigation, the desk, languages, errors, forms that can be sent
 * twice and lose nothing. It promises that a page works without scripts, that nothing leaves the browser for another
 * host, and that no error page holds a stack trace or a value somebody typed.
 *
 * <p>It refuses to know any of the four Ps: they come to it as {@link org.fourfold.node.shell.Desk} and
 * {@link org.fourfold.node.shell.Menu} beans.
 *
 * <p>Start reading at {@link org.fourfold.node.shell.PageFrames} (what a controller asks for) and
 * {@link org.fourfold.node.shell.Html} (what it returns).
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"frame"})
package org.fourfold.node.shell;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
