package org.fourfold.node.access.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import org.fourfold.node.access.internal.Accounts;
import org.springframework.security.core.context.SecurityContextHolder;

/** Ends the session of a request: its row, its memory. */
final class SignOut {

    private SignOut() {}

    static void end(Accounts accounts, HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        if (session != null) {
            accounts.signOut(session.getId());
            SecurityContextHolder.clearContext();
            session.invalidate();
        }
    }
}
