package org.fourfold.node.access;

import java.util.Optional;

/**
 * Whether whoever sits at the machine is the member they name: by the member's password, throttled and recorded like a
 * sign-in. For work that opens case files where no session proves it. Empty says nothing more, and an unknown name takes
 * as long as a known one.
 */
@FunctionalInterface
public interface PasswordProof {

    Optional<Member> prove(String typedName, String password);
}
