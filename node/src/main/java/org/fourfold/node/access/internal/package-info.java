/**
 * The statements, hashes and rules behind {@link org.fourfold.node.access.Access}: members, grants, passwords, one-time
 * codes, sessions, throttling, devices. It promises that nothing stored opens anything by itself, and refuses to be used
 * by another module. Start reading at {@code Grants} and {@code SignIns}.
 */
@NullMarked
package org.fourfold.node.access.internal;

import org.jspecify.annotations.NullMarked;
