package org.fourfold.node.access.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import org.fourfold.node.shell.Html;
import org.springframework.http.HttpHeaders;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.AuthenticationSuccessHandler;
import org.springframework.security.web.savedrequest.RequestCache;
import org.springframework.security.web.savedrequest.SavedRequest;

/** After a password sign-in: to the page that was asked for, if it was one of ours, else to what was kept or the desk. */
final class SignedIn implements AuthenticationSuccessHandler {

    /** Offers what was sent too late, or goes on to the desk. */
    static final String NEXT = "/kept";

    private final RequestCache requests;

    SignedIn(RequestCache requests) {
        this.requests = requests;
    }

    @Override
    public void onAuthenticationSuccess(
            HttpServletRequest request, HttpServletResponse response, Authentication authentication)
            throws IOException {
        SavedRequest saved = requests.getRequest(request, response);
        requests.removeRequest(request, response);
        response.setStatus(HttpServletResponse.SC_SEE_OTHER);
        response.setHeader(HttpHeaders.LOCATION, saved == null ? NEXT : local(saved.getRedirectUrl()));
    }

    private static String local(String url) {
        URI uri = URI.create(url);
        String query = uri.getRawQuery();
        String path = query == null ? uri.getRawPath() : uri.getRawPath() + "?" + query;
        return Html.isLocal(path) && !path.equals("/") ? path.replaceFirst("[?&]continue$", "") : NEXT;
    }
}
