package io.tidemark.serve;

import io.tidemark.ledger.ApiKey;
import io.tidemark.serve.http.Problem;
import io.tidemark.tenancy.ProgramKeys;
import io.tidemark.words.Sentence;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/// Lets programs in that call with a key. A request with a key that is not good is refused here, whatever else it
/// brings, and one with a key for reading that would change something is too.
final class ProgramKeyFilter extends OncePerRequestFilter {
    private static final Sentence ONLY_READS =
            Sentence.of("key_only_reads", "This key may ask, and change nothing: make one with the scope write.");

    private static final String BEARER = "Bearer ";
    private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");

    /// Asks, in a body since an address could not hold so many questions, and changes nothing.
    private static final String ASKING = "/api/v1/analytics/export/page";

    private final ProgramKeys keys;
    private final ProblemWriter problems;

    ProgramKeyFilter(ProgramKeys keys, ProblemWriter problems) {
        this.keys = keys;
        this.problems = problems;
    }

    /// The key that a request brings; null for none.
    static @Nullable String keyOf(HttpServletRequest request) {
        String header = request.getHeader(HttpHeaders.AUTHORIZATION);
        if (header == null || !header.regionMatches(true, 0, BEARER, 0, BEARER.length())) {
            return null;
        }
        String token = header.substring(BEARER.length()).strip();
        return token.startsWith(ProgramKeys.PREFIX) ? token : null;
    }

    private static boolean isReading(HttpServletRequest request) {
        return READING.contains(request.getMethod())
                || (request.getMethod().equals("POST")
                        && request.getServletPath().equals(ASKING));
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String key = keyOf(request);
        if (key == null) {
            chain.doFilter(request, response);
            return;
        }
        Optional<ProgramKeys.Caller> caller = keys.callerOf(key);
        if (caller.isEmpty()) {
            problems.askToSignIn(response);
        } else if (caller.get().scope() == ApiKey.Scope.READ && !isReading(request)) {
            problems.write(response, Problem.of(HttpStatus.FORBIDDEN, "key_only_reads", ONLY_READS.said()));
        } else {
            SecurityContext context = SecurityContextHolder.createEmptyContext();
            context.setAuthentication(new SignedIn(caller.get().user()));
            SecurityContextHolder.setContext(context);
            chain.doFilter(request, response);
        }
    }
}
