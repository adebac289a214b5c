package io.tidemark.serve;

import io.tidemark.serve.http.Digests;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.security.web.csrf.CsrfTokenRepository;
import org.springframework.security.web.csrf.DefaultCsrfToken;
import org.springframework.web.util.WebUtils;

/// The token that a page repeats in a header with everything that changes something. It follows from the session and
/// from nothing else: signing in brings it, no other answer sets it, and so none can replace one that is in use. Only
/// who holds the session can reckon it, and the session cannot be reckoned from it.
final class SessionCsrf implements CsrfTokenRepository {
    /// The cookie that brings the token to the page. The server never reads it: it reckons the token anew.
    static final String COOKIE = "XSRF-TOKEN";

    private static final String HEADER = "X-XSRF-TOKEN";
    private static final String PARAMETER = "_csrf";

    static String of(String session) {
        return Digests.sha256("csrf:" + session);
    }

    @Override
    public @Nullable CsrfToken loadToken(HttpServletRequest request) {
        Cookie session = WebUtils.getCookie(request, SessionCookie.NAME);
        return session == null ? null : token(of(session.getValue()));
    }

    /// For a request without a session: a token that nobody knows, so that nothing matches it.
    @Override
    public CsrfToken generateToken(HttpServletRequest request) {
        return token(UUID.randomUUID().toString());
    }

    /// Nothing is kept: see above.
    @Override
    public void saveToken(@Nullable CsrfToken token, HttpServletRequest request, HttpServletResponse response) {}

    private static CsrfToken token(String value) {
        return new DefaultCsrfToken(HEADER, PARAMETER, value);
    }
}
