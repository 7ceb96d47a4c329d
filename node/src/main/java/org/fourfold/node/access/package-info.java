/**
 * Who the members are, what they may be, how they prove who they are, and how long they stay signed in.
 *
 * <p>It promises: a role that opens guarded data, or that could confirm one, is granted by two persons; a member who is
 * disabled or whose roles change is signed out at once; a sign-in answers the same for a name that exists and one that
 * does not; an unpaired device sees no sign-in page. It refuses: to confirm one's own role or proposal, to tell whether a
 * name exists, to keep a password, a code or a cookie in a form that opens anything.
 *
 * <p>Start reading at {@link org.fourfold.node.access.Access}; the rules of granting stand in
 * {@link org.fourfold.node.access.GrantRule} and in {@code docs/decisions/004-access.md}.
 */
@NullMarked
@org.springframework.modulith.ApplicationModule(allowedDependencies = {"frame", "ground", "trust", "shell"})
package org.fourfold.node.access;

import org.jspecify.annotations.NullMarked;
