/**
 * One organisation's running system. The modules below this package are its parts; here stand only the application and
 * its start: ground (home, PostgreSQL), then trust (the record, the keys), then the web.
 *
 * <p>Start reading at {@link org.fourfold.node.Node}.
 */
@NullMarked
package org.fourfold.node;

import org.jspecify.annotations.NullMarked;
