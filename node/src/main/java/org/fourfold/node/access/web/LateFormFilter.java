package org.fourfold.node.access.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.fourfold.node.access.internal.KeptPosts;
import org.fourfold.node.access.internal.KeptPosts.Field;
import org.fourfold.node.frame.LockedException;
import org.fourfold.node.frame.MemberId;
import org.fourfold.node.shell.Html;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Keeps a form whose session ended while it was filled in, and leads to the sign-in page that says so. Comes before the
 * check of the token, which ended with the session. Only the strict cookie of that session brings a form here, so another
 * site cannot; and nothing is carried out before its member signed in and pressed again.
 */
final class LateFormFilter extends OncePerRequestFilter {

    /** What is not worth keeping, or must not be: signing in and out, pairing, keys, proofs of who one is. */
    private static final List<String> NEVER = List.of(
            "/sign-", "/setup", "/unlock", "/lock", "/leave", "/pair", "/login/", "/webauthn/", "/account", "/kept");

    /** Sent by a script every few seconds, which keeps the text itself. */
    private static final String DRAFT = "/draft";

    private static final String TOKEN = "_csrf";

    private final KeptPosts kept;

    LateFormFilter(KeptPosts kept) {
        this.kept = kept;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (isForm(request) && wasKept(request)) {
            response.setStatus(HttpServletResponse.SC_SEE_OTHER);
            response.setHeader(HttpHeaders.LOCATION, "/sign-in?state=kept");
        } else {
            chain.doFilter(request, response);
        }
    }

    private static boolean isForm(HttpServletRequest request) {
        String type = request.getContentType();
        String path = request.getRequestURI();
        return request.getMethod().equals("POST")
                && type != null
                && type.startsWith(MediaType.APPLICATION_FORM_URLENCODED_VALUE)
                && request.getRequestedSessionId() != null
                && Html.isLocal(path)
                && !path.endsWith(DRAFT)
                && NEVER.stream().noneMatch(path::startsWith);
    }

    private boolean wasKept(HttpServletRequest request) {
        try {
            Optional<MemberId> member = kept.whoseRanOut(request.getRequestedSessionId());
            return member.isPresent() && kept.keep(member.get(), request.getRequestURI(), fields(request));
        } catch (LockedException locked) {
            // Without keys nothing can be sealed; the text stays in the page it was typed in.
            return false;
        }
    }

    private static List<Field> fields(HttpServletRequest request) {
        return request.getParameterMap().entrySet().stream()
                .filter(field -> !field.getKey().equals(TOKEN))
                .flatMap(field -> List.of(field.getValue()).stream().map(value -> new Field(field.getKey(), value)))
                .toList();
    }
}
