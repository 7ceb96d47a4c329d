package org.fourfold.node.access.web;

import java.util.List;
import java.util.Optional;
import org.fourfold.node.access.Devices;
import org.fourfold.node.access.Listening;
import org.fourfold.node.access.NodeCertificate;
import org.fourfold.node.access.OrganisationOfNode;
import org.fourfold.node.access.SetUp;
import org.fourfold.node.access.internal.Accounts;
import org.fourfold.node.access.internal.KeptPosts;
import org.fourfold.node.access.internal.ListeningOfNode;
import org.fourfold.node.access.internal.Passkeys;
import org.fourfold.node.access.internal.SignIns;
import org.fourfold.node.shell.House;
import org.fourfold.node.shell.LanguageChoice;
import org.fourfold.node.shell.Leaving;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.ssl.DefaultSslBundleRegistry;
import org.springframework.boot.ssl.SslBundle;
import org.springframework.boot.ssl.SslStoreBundle;
import org.springframework.boot.web.server.Cookie;
import org.springframework.boot.web.server.Ssl;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.server.servlet.ConfigurableServletWebServerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configuration.EnableWebSecurity;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.AnonymousAuthenticationFilter;
import org.springframework.security.web.csrf.CsrfFilter;
import org.springframework.security.web.savedrequest.HttpSessionRequestCache;
import org.springframework.security.web.session.DisableEncodeUrlFilter;
import org.springframework.security.web.webauthn.api.AuthenticatorSelectionCriteria;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialRpEntity;
import org.springframework.security.web.webauthn.api.ResidentKeyRequirement;
import org.springframework.security.web.webauthn.api.UserVerificationRequirement;
import org.springframework.security.web.webauthn.management.WebAuthnRelyingPartyOperations;
import org.springframework.security.web.webauthn.management.Webauthn4JRelyingPartyOperations;

/**
 * The security chain: door, device, session, sign-in by password or passkey, a token in every form. Headers are the web
 * frame's ({@link org.fourfold.node.shell.SecurityHeaders}). Roles are not asked here but by each façade.
 */
@Configuration(proxyBeanMethods = false)
@EnableWebSecurity
public class SecurityConfiguration {

    /** What is answered before sign-in. Everything else leads to the sign-in page. */
    static final String[] OPEN_PATHS = {
        "/sign-in",
        "/sign-in/code",
        "/s/**",
        "/language/**",
        "/leave",
        "/health",
        "/setup",
        "/setup/**",
        "/pair",
        "/pair/**",
        "/unlock",
        "/unlock/sheet",
        "/error",
        "/tour",
        "/tour/*",
        "/login/webauthn",
        "/webauthn/authenticate/options"
    };

    /** Open on this machine only. */
    private static final String HEALTH = "/health";

    @Bean
    SecurityFilterChain chain(HttpSecurity http, SignInParts parts, Devices devices, ObjectProvider<SetUp> setUp)
            throws Exception {
        HttpSessionRequestCache requests = new HttpSessionRequestCache();
        requests.setRequestMatcher(request -> request.getMethod().equals("GET")
                && !request.getRequestURI().startsWith("/s/")
                && request.getHeader("HX-Request") == null);
        http.authenticationProvider(new PasswordProvider(parts.signIns()))
                .headers(headers -> headers.disable())
                .requestCache(cache -> cache.requestCache(requests))
                .authorizeHttpRequests(paths -> paths.dispatcherTypeMatchers(
                                jakarta.servlet.DispatcherType.ERROR, jakarta.servlet.DispatcherType.FORWARD)
                        .permitAll()
                        .requestMatchers(OPEN_PATHS)
                        .permitAll()
                        .requestMatchers(request -> request.getRequestURI().equals(HEALTH)
                                && Caller.isThisMachine(request, parts.listening()))
                        .permitAll()
                        .anyRequest()
                        .authenticated())
                .formLogin(form -> form.loginPage("/sign-in")
                        .usernameParameter("name")
                        .passwordParameter("password")
                        .authenticationDetailsSource(
                                request -> new SignInDetails(Caller.address(request, parts.listening())))
                        .successHandler(new SignedIn(requests))
                        .failureHandler(new NotSignedIn()))
                .webAuthn(passkeys -> passkeys.rpId(parts.listening().passkeyHost())
                        .rpName(PASSKEY_NAME)
                        .allowedOrigins(parts.listening().passkeyOrigins())
                        .disableDefaultRegistrationPage(true))
                .logout(out -> out.disable())
                .exceptionHandling(faults -> faults.accessDeniedHandler(new TokenMissing()))
                .addFilterBefore(new DoorFilter(parts.listening()), DisableEncodeUrlFilter.class)
                .addFilterBefore(new DeviceFilter(devices, parts.listening()), DisableEncodeUrlFilter.class)
                .addFilterBefore(
                        new SetUpFilter(Optional.ofNullable(setUp.getIfAvailable())), DisableEncodeUrlFilter.class)
                .addFilterBefore(new LateFormFilter(parts.kept()), CsrfFilter.class)
                .addFilterAfter(parts.memberFilter(), AnonymousAuthenticationFilter.class)
                .addFilterAfter(new ProofFilter(parts.accounts()), MemberFilter.class);
        return http.build();
    }

    /** What the chain is made of. */
    record SignInParts(
            SignIns signIns, Accounts accounts, KeptPosts kept, Listening listening, MemberFilter memberFilter) {}

    private static final String PASSKEY_NAME = "Notas";

    @Bean
    SignInParts signInParts(
            SignIns signIns,
            Accounts accounts,
            KeptPosts kept,
            ListeningOfNode listening,
            House house,
            OrganisationOfNode organisation) {
        return new SignInParts(
                signIns, accounts, kept, listening.listening(), new MemberFilter(accounts, house, organisation));
    }

    @Bean
    WebAuthnRelyingPartyOperations passkeyOperations(Passkeys passkeys, ListeningOfNode node) {
        Listening listening = node.listening();
        var operations = new Webauthn4JRelyingPartyOperations(
                passkeys,
                passkeys,
                PublicKeyCredentialRpEntity.builder()
                        .id(listening.passkeyHost())
                        .name(PASSKEY_NAME)
                        .build(),
                listening.passkeyOrigins());
        operations.setCustomizeCreationOptions(
                options -> options.authenticatorSelection(AuthenticatorSelectionCriteria.builder()
                        .residentKey(ResidentKeyRequirement.REQUIRED)
                        .userVerification(UserVerificationRequirement.REQUIRED)
                        .build()));
        operations.setCustomizeRequestOptions(
                options -> options.userVerification(UserVerificationRequirement.REQUIRED));
        return operations;
    }

    /** Asked by the passkey sign-in after the key was checked. The entity repository knows active members only. */
    @Bean
    UserDetailsService membersByName(Passkeys passkeys) {
        return name -> {
            if (passkeys.findByUsername(name) == null) {
                throw new UsernameNotFoundException("not active");
            }
            return User.withUsername(name).password("").authorities(List.of()).build();
        };
    }

    @Bean
    Leaving endSession(Accounts accounts) {
        return (request, response) -> SignOut.end(accounts, request);
    }

    @Bean
    LanguageChoice keepLanguage(Accounts accounts) {
        return (viewer, language) -> accounts.chooseLanguage(viewer.member(), language);
    }

    /** The session cookie: its name by how the node listens, never readable by scripts, never sent from other sites. */
    @Bean
    WebServerFactoryCustomizer<ConfigurableServletWebServerFactory> sessionCookie(
            ListeningOfNode node, ObjectProvider<NodeCertificate> certificate) {
        Listening listening = node.listening();
        return factory -> {
            if (listening instanceof Listening.Lan) {
                encrypt(factory, certificate.getObject());
            }
            var session = factory.getSettings().getSession();
            session.setTimeout(SESSION_MEMORY);
            session.getCookie().setName(listening.sessionCookie());
            session.getCookie().setHttpOnly(true);
            session.getCookie().setSecure(listening.tls());
            session.getCookie().setPath("/");
            session.getCookie().setSameSite(Cookie.SameSite.STRICT);
        };
    }

    /** A little longer than a member may be idle: the row decides, the memory follows. */
    private static final java.time.Duration SESSION_MEMORY = java.time.Duration.ofMinutes(20);

    private static void encrypt(ConfigurableServletWebServerFactory factory, NodeCertificate certificate) {
        var bundle = SslBundle.of(SslStoreBundle.of(certificate.keyStore(), certificate.password(), null));
        factory.setSslBundles(new DefaultSslBundleRegistry(BUNDLE, bundle));
        factory.setSsl(Ssl.forBundle(BUNDLE));
    }

    private static final String BUNDLE = "node";
}
