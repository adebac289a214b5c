package io.tidemark.serve;

import io.tidemark.serve.http.Problem;
import io.tidemark.words.Sentence;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.security.web.csrf.MissingCsrfTokenException;
import tools.jackson.databind.json.JsonMapper;

/// Answers with a problem where no controller is reached: in the security filters.
final class ProblemWriter implements AuthenticationEntryPoint, AccessDeniedHandler {
    private static final Sentence TOKEN_MISSING =
            Sentence.of("csrf_token_missing", "Repeat the value of the cookie XSRF-TOKEN in the header X-XSRF-TOKEN.");
    private static final Sentence FORBIDDEN = Sentence.of("forbidden", "You may not do this.");

    private final JsonMapper json;

    ProblemWriter(JsonMapper json) {
        this.json = json;
    }

    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException why)
            throws IOException {
        askToSignIn(response);
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException why)
            throws IOException {
        if (why instanceof MissingCsrfTokenException) {
            // There is no session that a token could follow from.
            askToSignIn(response);
        } else if (why instanceof CsrfException) {
            write(response, Problem.of(HttpStatus.FORBIDDEN, "csrf_token_missing", TOKEN_MISSING.said()));
        } else {
            write(response, Problem.of(HttpStatus.FORBIDDEN, "forbidden", FORBIDDEN.said()));
        }
    }

    void askToSignIn(HttpServletResponse response) throws IOException {
        response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
        write(response, Problem.notSignedIn());
    }

    void write(HttpServletResponse response, Problem problem) throws IOException {
        response.setStatus(problem.status().value());
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        response.getOutputStream().write(json.writeValueAsBytes(problem.body()));
    }
}
