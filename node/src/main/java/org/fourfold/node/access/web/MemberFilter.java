package org.fourfold.node.access.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.util.Optional;
import org.fourfold.node.access.Member;
import org.fourfold.node.access.OrganisationOfNode;
import org.fourfold.node.access.internal.Accounts;
import org.fourfold.node.shell.House;
import org.fourfold.node.shell.Viewer;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Asks on every request whether the session's row still stands, and puts the {@link Viewer} into the request. The first
 * request after a sign-in of whatever kind gets a new session id and its row; a session whose row has ended is over. Who
 * signs in while another is signed in takes the session over, and the other's row ends.
 */
final class MemberFilter extends OncePerRequestFilter {

    /** Request attribute: {@link Accounts.Live}, for the pages of this module. */
    static final String LIVE = MemberFilter.class.getName() + ".live";

    /** Session attribute: the id whose row was written. A sign-in gives the session another id. */
    private static final String STARTED = MemberFilter.class.getName() + ".started";

    private static final String VISITOR = "visitor";

    private final Accounts accounts;
    private final House house;
    private final OrganisationOfNode organisation;

    MemberFilter(Accounts accounts, House house, OrganisationOfNode organisation) {
        this.accounts = accounts;
        this.house = house;
        this.organisation = organisation;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
        if (authentication != null
                && authentication.isAuthenticated()
                && !(authentication instanceof AnonymousAuthenticationToken)) {
            Optional<Accounts.Live> live = live(request, authentication.getName());
            if (live.isPresent() && organisation.id().isPresent()) {
                request.setAttribute(LIVE, live.get());
                request.setAttribute(Viewer.ATTRIBUTE, viewer(live.get().member()));
            } else {
                forget(request);
            }
        }
        chain.doFilter(request, response);
    }

    private Optional<Accounts.Live> live(HttpServletRequest request, String signInName) {
        HttpSession session = request.getSession(false);
        if (session == null) {
            return Optional.empty();
        }
        synchronized (session) {
            Object started = session.getAttribute(STARTED);
            if (!session.getId().equals(started)) {
                if (started instanceof String before) {
                    accounts.signOut(before);
                }
                String id = request.changeSessionId();
                if (!accounts.start(id, signInName)) {
                    return Optional.empty();
                }
                session.setAttribute(STARTED, id);
            }
        }
        return accounts.check(session.getId());
    }

    private static void forget(HttpServletRequest request) {
        SecurityContextHolder.clearContext();
        HttpSession session = request.getSession(false);
        if (session != null) {
            session.invalidate();
        }
        SecurityContextHolder.getContext()
                .setAuthentication(new AnonymousAuthenticationToken(
                        VISITOR, VISITOR, AuthorityUtils.createAuthorityList("ROLE_ANONYMOUS")));
    }

    private Viewer viewer(Member member) {
        return new Viewer(
                member.id(),
                member.name(),
                member.roles(),
                organisation.id().orElseThrow(),
                house.organisationName(),
                house.demonstration(),
                member.language());
    }
}
