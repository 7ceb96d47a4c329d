package org.fourfold.node.shell;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

/** What must end when somebody leaves at once: the session, its cookies. Beans of this type run on GET {@code /leave}. */
@FunctionalInterface
public interface Leaving {

    /** Never throws for somebody who was not signed in. */
    void leave(HttpServletRequest request, HttpServletResponse response);
}
