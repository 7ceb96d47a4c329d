package org.fourfold.node.access.web;

import org.fourfold.node.access.Member;
import org.fourfold.node.access.internal.SignIns;
import org.fourfold.node.frame.ProblemException;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.authority.FactorGrantedAuthority;

/** Spring Security's question "who is this?", answered by {@link SignIns}. */
final class PasswordProvider implements AuthenticationProvider {

    private final SignIns signIns;

    PasswordProvider(SignIns signIns) {
        this.signIns = signIns;
    }

    @Override
    public Authentication authenticate(Authentication typed) {
        String address = typed.getDetails() instanceof SignInDetails(String from) ? from : "";
        try {
            Member member = signIns.withPassword(typed.getName(), String.valueOf(typed.getCredentials()), address)
                    .orElseThrow(() -> new BadCredentialsException("refused"));
            return signedIn(member);
        } catch (ProblemException busy) {
            throw new AuthenticationServiceException("busy", busy);
        }
    }

    /** What the session keeps: the sign-in name only; everything else is asked anew on each request. */
    static UsernamePasswordAuthenticationToken signedIn(Member member) {
        return UsernamePasswordAuthenticationToken.authenticated(
                member.signInName().value(),
                null,
                AuthorityUtils.createAuthorityList(FactorGrantedAuthority.PASSWORD_AUTHORITY));
    }

    @Override
    public boolean supports(Class<?> authentication) {
        return UsernamePasswordAuthenticationToken.class.isAssignableFrom(authentication);
    }
}
