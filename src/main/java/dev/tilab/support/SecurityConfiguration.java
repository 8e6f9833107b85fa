package dev.tilab.support;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.security.web.csrf.CsrfFilter;
import org.springframework.security.web.firewall.StrictHttpFirewall;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.header.writers.StaticHeadersWriter;

/**
 * Nobody logs in, because TILab listens on one machine only; yet every other page that the reader's browser has open can send
 * requests to it. So writes from other origins are refused, forms of senders that tell no origin carry a CSRF token, and a host
 * name that is not ours is refused, which closes the way of DNS rebinding.
 */
@Configuration(proxyBeanMethods = false)
class SecurityConfiguration {

    /** Pictures in a diary may lie elsewhere: the reader's browser fetches them, the server never does. */
    static final String CONTENT_SECURITY_POLICY = String.join(
            "; ",
            "default-src 'none'",
            "script-src 'self'",
            "style-src 'self'",
            "img-src 'self' data: https:",
            "connect-src 'self'",
            "frame-src 'self'",
            "form-action 'self'",
            "base-uri 'none'",
            "frame-ancestors 'none'");

    /** The frame that diagrams are drawn in: it may bring styles, and nothing else; our own pages alone may hold it. */
    private static final String DIAGRAM_POLICY = String.join(
            "; ",
            "sandbox allow-scripts",
            "default-src 'none'",
            "script-src 'self'",
            "style-src 'unsafe-inline'",
            "base-uri 'none'",
            "frame-ancestors 'self'");

    @Bean
    @Order(0)
    SecurityFilterChain diagram(HttpSecurity http) throws Exception {
        return http.securityMatcher("/diagram.html")
                .authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                .headers(headers -> headers.cacheControl(cache -> cache.disable())
                        .addHeaderWriter(new StaticHeadersWriter("Cache-Control", "no-cache"))
                        .contentSecurityPolicy(policy -> policy.policyDirectives(DIAGRAM_POLICY))
                        .frameOptions(frames -> frames.sameOrigin()))
                .requestCache(cache -> cache.disable())
                .logout(logout -> logout.disable())
                .build();
    }

    @Bean
    SecurityFilterChain filters(HttpSecurity http) throws Exception {
        // A cookie, not the session, holds the token: a form that was open overnight, or across a restart, can still be
        // sent.
        return http.authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                .csrf(csrf ->
                        csrf.csrfTokenRepository(tokens()).ignoringRequestMatchers(SameOriginFilter::needsNoToken))
                .addFilterBefore(new SameOriginFilter(), CsrfFilter.class)
                .addFilterBefore(new BodySizeFilter(), CsrfFilter.class)
                .addFilterBefore(new ReadableFilter(), CsrfFilter.class)
                .headers(headers -> headers
                        // "no-store" would empty a form on the way back to it; "no-cache" asks again and forgets
                        // nothing.
                        .cacheControl(cache -> cache.disable())
                        .addHeaderWriter(new StaticHeadersWriter("Cache-Control", "no-cache"))
                        .contentSecurityPolicy(policy -> policy.policyDirectives(CONTENT_SECURITY_POLICY))
                        // The preferences form returns to the page it came from, address included.
                        .referrerPolicy(policy -> policy.policy(ReferrerPolicy.SAME_ORIGIN))
                        .crossOriginOpenerPolicy(Customizer.withDefaults())
                        .permissionsPolicyHeader(policy -> policy.policy("camera=(), microphone=(), geolocation=()")))
                .exceptionHandling(failures -> failures.accessDeniedHandler(SecurityConfiguration::refuse))
                .requestCache(cache -> cache.disable())
                .logout(logout -> logout.disable())
                .build();
    }

    /** Who tells no origin and has an old token is shown what was typed once more, with a token that is taken. */
    private static void refuse(HttpServletRequest request, HttpServletResponse response, AccessDeniedException refused)
            throws IOException {
        if (refused instanceof CsrfException) {
            request.setAttribute(ErrorPages.KIND, ErrorPages.STALE);
        }
        response.sendError(HttpServletResponse.SC_FORBIDDEN);
    }

    /** A name of our own: the usual one, XSRF-TOKEN, is set by every second program that is developed on localhost. */
    private static CookieCsrfTokenRepository tokens() {
        CookieCsrfTokenRepository tokens = new CookieCsrfTokenRepository();
        tokens.setCookieName("tilab-csrf");
        tokens.setCookieCustomizer(cookie -> cookie.path("/").httpOnly(true).sameSite("Strict"));
        return tokens;
    }

    /** @param names host names besides this machine's own under which TILab may be reached, such as a container's */
    @Bean
    StrictHttpFirewall firewall(@Value("${tilab.hosts:}") List<String> names) {
        Set<String> own = Set.of("localhost", "127.0.0.1", "[::1]", "::1", "0:0:0:0:0:0:0:1", "[0:0:0:0:0:0:0:1]");
        StrictHttpFirewall firewall = new StrictHttpFirewall();
        firewall.setAllowedHostnames(host -> own.contains(host.toLowerCase(Locale.ROOT)) || names.contains(host));
        return firewall;
    }
}
