package org.fourfold.node.trust.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.fourfold.node.trust.KeyWatch;
import org.fourfold.node.trust.Keyring;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * While the node is locked, every page leads to the one that unlocks it; leaving at once, the look of the pages, the
 * language and the node's health stay. A node that has no keys yet is let through: its first visit makes them.
 */
public final class LockedFilter extends OncePerRequestFilter {

    private static final List<String> OPEN = List.of("/unlock", "/unlock/sheet", "/leave", "/health", "/favicon.ico");
    private static final List<String> OPEN_FOLDERS = List.of("/s/", "/language/");

    private final Keyring keyring;
    private final KeyWatch watch;

    public LockedFilter(Keyring keyring, KeyWatch watch) {
        this.keyring = keyring;
        this.watch = watch;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String path = request.getRequestURI();
        if (keyring.isUnlocked()) {
            if (!isOpen(path)) {
                watch.used();
            }
            chain.doFilter(request, response);
            if (!keyring.isUnlocked()) {
                endConnection(response);
            }
        } else if (isOpen(path) || !keyring.isInitialised()) {
            chain.doFilter(request, response);
        } else {
            endConnection(response);
            String back = request.getMethod().equals("GET") ? path : "/";
            response.setStatus(HttpServletResponse.SC_SEE_OTHER);
            response.setHeader("Location", "/unlock?back=" + URLEncoder.encode(back, StandardCharsets.UTF_8));
        }
    }

    /** The connection's buffers may hold a page that was shown before the lock. */
    private static void endConnection(HttpServletResponse response) {
        if (!response.isCommitted()) {
            response.setHeader("Connection", "close");
        }
    }

    private static boolean isOpen(String path) {
        return OPEN.contains(path) || OPEN_FOLDERS.stream().anyMatch(path::startsWith);
    }
}
