package org.fourfold.node.access.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.fourfold.node.access.SetUp;
import org.springframework.http.HttpHeaders;
import org.springframework.web.filter.OncePerRequestFilter;

/** While the home is new every page leads to the first visit; afterwards the first visit is not there any more. */
final class SetUpFilter extends OncePerRequestFilter {

    private static final String PATH = "/setup";
    private static final List<String> ALWAYS = List.of("/s/", "/language/", "/leave", "/error", "/health");

    private final Optional<SetUp> setUp;
    private volatile boolean done;

    SetUpFilter(Optional<SetUp> setUp) {
        this.setUp = setUp;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String path = request.getRequestURI();
        boolean visit = path.equals(PATH) || path.startsWith(PATH + "/");
        boolean needed = isNeeded();
        if (visit && !needed) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
        } else if (needed && !visit && ALWAYS.stream().noneMatch(path::startsWith)) {
            response.setStatus(HttpServletResponse.SC_SEE_OTHER);
            response.setHeader(HttpHeaders.LOCATION, PATH);
        } else {
            chain.doFilter(request, response);
        }
    }

    private boolean isNeeded() {
        if (!done && (setUp.isEmpty() || !setUp.get().isNeeded())) {
            done = true;
        }
        return !done;
    }
}
