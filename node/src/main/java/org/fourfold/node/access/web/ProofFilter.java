package org.fourfold.node.access.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.fourfold.node.access.internal.Accounts;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Registering a passkey asks for a fresh proof of who one is: an open screen is not enough. Removing one goes by the
 * member's page, so Spring Security's own way is closed.
 */
final class ProofFilter extends OncePerRequestFilter {

    private static final String REGISTER = "/webauthn/register";

    private final Accounts accounts;

    ProofFilter(Accounts accounts) {
        this.accounts = accounts;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !request.getRequestURI().startsWith(REGISTER);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        boolean proved = request.getAttribute(MemberFilter.LIVE) instanceof Accounts.Live live
                && accounts.isRecent(live.provedAt());
        if (proved && request.getMethod().equals("POST")) {
            chain.doFilter(request, response);
        } else {
            response.sendError(HttpServletResponse.SC_FORBIDDEN);
        }
    }
}
