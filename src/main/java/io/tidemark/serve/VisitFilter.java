package io.tidemark.serve;

import io.tidemark.serve.http.ProblemException;
import io.tidemark.serve.share.Visits;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/// The way of people who came by a link. Their addresses are theirs alone: whoever is signed in is no more there than
/// anybody else who holds the link.
final class VisitFilter extends OncePerRequestFilter {
    private final Visits visits;
    private final ProblemWriter problems;

    VisitFilter(Visits visits, ProblemWriter problems) {
        this.visits = visits;
        this.problems = problems;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !Visits.isOne(request);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Visits.Passage passage;
        try {
            passage = visits.admit(request);
        } catch (ProblemException refused) {
            problems.write(response, refused.problem());
            return;
        }
        SecurityContext context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(new SignedIn(passage.maker()));
        SecurityContextHolder.setContext(context);
        chain.doFilter(passage.request(), response);
    }
}
