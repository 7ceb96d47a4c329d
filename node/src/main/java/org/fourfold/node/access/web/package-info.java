/**
 * The security chain and the pages of members: sign-in, own account, members and their roles, devices, the first visit.
 *
 * <p>It promises that every path but the few before sign-in needs a session whose row still stands, and that a request
 * for a host we are not, or from a device not paired, gets nothing. It refuses to say which of name and password was
 * wrong. Start reading at {@link org.fourfold.node.access.web.SecurityConfiguration}.
 */
@NullMarked
package org.fourfold.node.access.web;

import org.jspecify.annotations.NullMarked;
