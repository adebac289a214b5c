package io.tidemark.serve;

import io.tidemark.ledger.User;
import io.tidemark.serve.http.Problem;
import io.tidemark.tenancy.SignIn;
import io.tidemark.tenancy.SignIn.Outcome;
import io.tidemark.words.Sentence;
import io.tidemark.words.Value;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// Signing in and out of the dashboard.
@RestController
@RequestMapping("/api/v1/auth")
final class AuthController {
    private static final Sentence CREDENTIALS_NEEDED =
            Sentence.of("credentials_needed", "Send {\"email\": …, \"password\": …}.");
    private static final Sentence WRONG_CREDENTIALS =
            Sentence.of("wrong_credentials", "The e-mail or the password is wrong.");
    private static final Sentence TOO_MANY_ATTEMPTS = Sentence.counting(
            "too_many_attempts",
            "Too many failed attempts with this e-mail: wait {n} minute.",
            "Too many failed attempts with this e-mail: wait {n} minutes.");

    private final SignIn signIn;
    private final SessionCookie cookie;

    AuthController(SignIn signIn, SessionCookie cookie) {
        this.signIn = signIn;
        this.cookie = cookie;
    }

    record Credentials(@Nullable String email, @Nullable String password) {
        @Override
        public String toString() {
            return "Credentials[" + email + "]";
        }
    }

    record Me(UserView user) {}

    record UserView(long userId, String email, boolean administrator) {}

    @PostMapping("/sign-in")
    ResponseEntity<Object> signIn(@RequestBody Credentials credentials, HttpServletRequest request) {
        String email = credentials.email();
        String password = credentials.password();
        if (email == null || password == null) {
            return Problem.of(HttpStatus.BAD_REQUEST, "bad_request", CREDENTIALS_NEEDED.said())
                    .response();
        }
        return switch (signIn.attempt(email, password)) {
            case Outcome.SignedIn(User user) ->
                ResponseEntity.ok()
                        .headers(cookie.issue(user, request.isSecure()))
                        .body(view(user));
            case Outcome.WrongCredentials() ->
                Problem.of(HttpStatus.UNAUTHORIZED, "wrong_credentials", WRONG_CREDENTIALS.said())
                        .response();
            case Outcome.TooManyAttempts(Duration retryAfter) -> tooMany(retryAfter);
        };
    }

    @PostMapping("/sign-out")
    ResponseEntity<Void> signOut(HttpServletRequest request) {
        return ResponseEntity.noContent()
                .headers(cookie.expire(request.isSecure()))
                .build();
    }

    @GetMapping("/me")
    Me me(@AuthenticationPrincipal User caller) {
        return view(caller);
    }

    private static Me view(User user) {
        return new Me(new UserView(user.id(), user.email(), user.administrator()));
    }

    private static ResponseEntity<Object> tooMany(Duration retryAfter) {
        long seconds = Math.max(1, retryAfter.toSeconds());
        long minutes = Math.ceilDiv(seconds, 60);
        Problem problem = Problem.of(
                HttpStatus.TOO_MANY_REQUESTS,
                "too_many_attempts",
                TOO_MANY_ATTEMPTS.said(Map.of("n", Value.count(minutes))));
        return ResponseEntity.status(problem.status())
                .header(HttpHeaders.RETRY_AFTER, Long.toString(seconds))
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(problem.body());
    }
}
