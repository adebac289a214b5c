package io.tidemark.serve;

import io.tidemark.ledger.User;
import io.tidemark.tenancy.Tokens;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.WebUtils;

/// The cookie of a signed-in browser. It is read by a filter of its own and not as a bearer token, since requests with
/// a bearer token need no protection against forged requests and those with a cookie do.
final class SessionCookie extends OncePerRequestFilter {
    static final String NAME = "tidemark_session";

    private final Tokens tokens;

    SessionCookie(Tokens tokens) {
        this.tokens = tokens;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Cookie cookie = WebUtils.getCookie(request, NAME);
        if (cookie != null && SecurityContextHolder.getContext().getAuthentication() == null) {
            tokens.userOf(cookie.getValue()).ifPresent(SessionCookie::signIn);
        }
        chain.doFilter(request, response);
    }

    HttpHeaders issue(User user, boolean secure) {
        String session = tokens.issue(user, Tokens.SESSION_LIFE);
        return cookies(session, SessionCsrf.of(session), Tokens.SESSION_LIFE, secure);
    }

    HttpHeaders expire(boolean secure) {
        return cookies("", "", Duration.ZERO, secure);
    }

    /// The session for the browser alone, its token for the scripts of the page as well: both come and go together.
    private static HttpHeaders cookies(String session, String csrf, Duration life, boolean secure) {
        HttpHeaders headers = new HttpHeaders();
        headers.add(HttpHeaders.SET_COOKIE, cookie(NAME, session, life, secure, true));
        headers.add(HttpHeaders.SET_COOKIE, cookie(SessionCsrf.COOKIE, csrf, life, secure, false));
        return headers;
    }

    private static String cookie(String name, String value, Duration life, boolean secure, boolean httpOnly) {
        return ResponseCookie.from(name, value)
                .httpOnly(httpOnly)
                .secure(secure)
                .sameSite("Strict")
                .path("/")
                .maxAge(life)
                .build()
                .toString();
    }

    private static void signIn(User user) {
        SecurityContext context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(new SignedIn(user));
        SecurityContextHolder.setContext(context);
    }
}
