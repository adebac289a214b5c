package io.tidemark.serve;

import io.tidemark.serve.share.Visits;
import io.tidemark.tenancy.ProgramKeys;
import io.tidemark.tenancy.Tokens;
import jakarta.servlet.DispatcherType;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configuration.EnableWebSecurity;
import org.springframework.security.config.annotation.web.configurers.CsrfConfigurer;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.config.annotation.web.configurers.RequestCacheConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.server.resource.InvalidBearerTokenException;
import org.springframework.security.oauth2.server.resource.web.BearerTokenResolver;
import org.springframework.security.oauth2.server.resource.web.DefaultBearerTokenResolver;
import org.springframework.security.oauth2.server.resource.web.authentication.BearerTokenAuthenticationFilter;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.csrf.CsrfTokenRequestAttributeHandler;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import tools.jackson.databind.json.JsonMapper;

/// Who may call what.
@Configuration(proxyBeanMethods = false)
@EnableWebSecurity
class SecurityConfiguration {
    private static final String SIGN_IN = "/api/v1/auth/sign-in";
    private static final String OPEN_SHARE = "/api/v1/shared";

    @Bean
    ProblemWriter problemWriter(JsonMapper json) {
        return new ProblemWriter(json);
    }

    @Bean
    SessionCookie sessionCookie(Tokens tokens) {
        return new SessionCookie(tokens);
    }

    /// Spring Boot would otherwise run the filter a second time, outside the chain.
    @Bean
    FilterRegistrationBean<SessionCookie> sessionCookieRunsInTheChainOnly(SessionCookie filter) {
        FilterRegistrationBean<SessionCookie> registration = new FilterRegistrationBean<>(filter);
        registration.setEnabled(false);
        return registration;
    }

    @Bean
    ProgramKeyFilter programKeyFilter(ProgramKeys keys, ProblemWriter problems) {
        return new ProgramKeyFilter(keys, problems);
    }

    @Bean
    VisitFilter visitFilter(Visits visits, ProblemWriter problems) {
        return new VisitFilter(visits, problems);
    }

    /// As with the cookie of sessions.
    @Bean
    FilterRegistrationBean<ProgramKeyFilter> programKeyFilterRunsInTheChainOnly(ProgramKeyFilter filter) {
        FilterRegistrationBean<ProgramKeyFilter> registration = new FilterRegistrationBean<>(filter);
        registration.setEnabled(false);
        return registration;
    }

    /// As with the cookie of sessions.
    @Bean
    FilterRegistrationBean<VisitFilter> visitFilterRunsInTheChainOnly(VisitFilter filter) {
        FilterRegistrationBean<VisitFilter> registration = new FilterRegistrationBean<>(filter);
        registration.setEnabled(false);
        return registration;
    }

    /// Keys of programs are no such tokens, and have a filter of their own.
    @Bean
    BearerTokenResolver bearerTokenResolver() {
        DefaultBearerTokenResolver usual = new DefaultBearerTokenResolver();
        return request -> ProgramKeyFilter.keyOf(request) == null ? usual.resolve(request) : null;
    }

    @Bean
    JwtDecoder jwtDecoder(Tokens tokens) {
        return tokens.decoder();
    }

    @Bean
    SecurityFilterChain chain(
            HttpSecurity http,
            Tokens tokens,
            SessionCookie cookie,
            ProgramKeyFilter keys,
            VisitFilter visits,
            ProblemWriter problems) {
        return http.authorizeHttpRequests(requests -> requests.dispatcherTypeMatchers(DispatcherType.ERROR)
                        .permitAll()
                        .requestMatchers("/actuator/health", SIGN_IN, "/api/v1/auth/sign-out", OPEN_SHARE)
                        .permitAll()
                        .requestMatchers("/api/**", "/actuator/**")
                        .authenticated()
                        .anyRequest()
                        .permitAll())
                .oauth2ResourceServer(server -> server.authenticationEntryPoint(problems)
                        .accessDeniedHandler(problems)
                        .jwt(jwt -> jwt.jwtAuthenticationConverter(token -> new SignedIn(tokens.userOf(token)
                                .orElseThrow(() -> new InvalidBearerTokenException("no longer valid"))))))
                .addFilterAfter(cookie, BearerTokenAuthenticationFilter.class)
                .addFilterBefore(keys, BearerTokenAuthenticationFilter.class)
                .addFilterAfter(visits, SessionCookie.class)
                .exceptionHandling(
                        handling -> handling.authenticationEntryPoint(problems).accessDeniedHandler(problems))
                .csrf(SecurityConfiguration::protectCookies)
                .headers(SecurityConfiguration::headers)
                .sessionManagement(sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .requestCache(RequestCacheConfigurer::disable)
                .logout(logout -> logout.disable())
                .build();
    }

    /// Signing in, and opening a link, have no session yet to follow a token from. They take JSON only, which no page
    /// of another origin can
    /// send.
    private static void protectCookies(CsrfConfigurer<HttpSecurity> csrf) {
        csrf.csrfTokenRepository(new SessionCsrf())
                .csrfTokenRequestHandler(new CsrfTokenRequestAttributeHandler())
                .ignoringRequestMatchers(SIGN_IN, OPEN_SHARE)
                // No page of another origin can send this header.
                .ignoringRequestMatchers(request -> ProgramKeyFilter.keyOf(request) != null);
    }

    private static void headers(HeadersConfigurer<HttpSecurity> headers) {
        headers.contentSecurityPolicy(policy -> policy.policyDirectives(ContentPolicy.ofTheDashboard()))
                .referrerPolicy(policy -> policy.policy(ReferrerPolicy.NO_REFERRER));
    }
}
