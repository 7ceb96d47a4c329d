package org.fourfold.node.access.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import org.fourfold.node.access.Listening;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * The first thing a request meets. A host that is not ours is another site whose name points here (DNS rebinding);
 * forwarding headers without a declared proxy are somebody who pretends to be one. Both get an empty answer.
 */
final class DoorFilter extends OncePerRequestFilter {

    private static final List<String> FORWARDING =
            List.of("Forwarded", "X-Forwarded-For", "X-Forwarded-Host", "X-Forwarded-Proto", "X-Real-IP");
    private static final int MISDIRECTED = 421;

    private final Listening listening;

    DoorFilter(Listening listening) {
        this.listening = listening;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (!listening.hosts().contains(request.getServerName().toLowerCase(Locale.ROOT))) {
            response.setStatus(MISDIRECTED);
        } else if (!comesTheDeclaredWay(request)) {
            response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
        } else {
            chain.doFilter(request, response);
        }
    }

    private boolean comesTheDeclaredWay(HttpServletRequest request) {
        return switch (listening) {
            case Listening.Loopback loopback -> !isForwarded(request);
            case Listening.Lan lan -> !isForwarded(request) && request.isSecure();
            case Listening.BehindProxy proxy ->
                request.getRemoteAddr().equals(proxy.proxyAddress())
                        && "https".equals(request.getHeader("X-Forwarded-Proto"))
                        && request.getHeader("X-Forwarded-For") != null;
        };
    }

    private static boolean isForwarded(HttpServletRequest request) {
        return FORWARDING.stream().anyMatch(name -> request.getHeader(name) != null);
    }
}
