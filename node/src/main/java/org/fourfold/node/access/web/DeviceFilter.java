package org.fourfold.node.access.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Arrays;
import java.util.Optional;
import org.fourfold.node.access.Devices;
import org.fourfold.node.access.Listening;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * A device that is not paired gets an empty "not found" for everything, the sign-in page included, but for the pairing
 * page while its code is open and the files that page is drawn with. This machine itself always counts as paired.
 */
final class DeviceFilter extends OncePerRequestFilter {

    static final String COOKIE = "__Host-device";

    private static final String PAIR = "/pair/";

    private final Devices devices;
    private final Listening listening;

    DeviceFilter(Devices devices, Listening listening) {
        this.devices = devices;
        this.listening = listening;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !listening.pairing() || Caller.isThisMachine(request, listening);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String path = request.getRequestURI();
        boolean pairs = path.startsWith(PAIR) && devices.isOpen(path.substring(PAIR.length()));
        if (pairs
                || path.startsWith("/s/")
                || cookie(request).filter(devices::isPaired).isPresent()) {
            chain.doFilter(request, response);
        } else {
            response.setStatus(HttpServletResponse.SC_NOT_FOUND);
        }
    }

    private static Optional<String> cookie(HttpServletRequest request) {
        Cookie[] cookies = request.getCookies();
        return cookies == null
                ? Optional.empty()
                : Arrays.stream(cookies)
                        .filter(cookie -> cookie.getName().equals(COOKIE))
                        .map(Cookie::getValue)
                        .findFirst();
    }
}
