package io.tidemark.serve;

import io.tidemark.ledger.User;
import io.tidemark.serve.http.Access;
import io.tidemark.serve.http.Body;
import io.tidemark.serve.http.Parameters;
import io.tidemark.serve.http.Problem;
import io.tidemark.tenancy.Passwords;
import io.tidemark.tenancy.Registry;
import io.tidemark.tenancy.SignIn;
import io.tidemark.tenancy.SignIn.Outcome;
import io.tidemark.tenancy.WeakPassword;
import io.tidemark.words.Sentence;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.Set;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

/// Choosing another password. Whoever was signed in elsewhere is signed out; this browser stays signed in.
@RestController
final class PasswordController {
    private static final Sentence NOT_YOURS = Sentence.of("password_not_yours", "This is not your password.");
    private static final Sentence TOO_MANY_ATTEMPTS =
            Sentence.of("too_many_password_attempts", "Too many failed attempts: wait a quarter of an hour.");

    private static final int LONGEST = 1000;

    private final Registry registry;
    private final Passwords passwords;
    private final SignIn signIn;
    private final Access access;
    private final SessionCookie cookie;
    private final JsonMapper json;

    PasswordController(
            Registry registry,
            Passwords passwords,
            SignIn signIn,
            Access access,
            SessionCookie cookie,
            JsonMapper json) {
        this.registry = registry;
        this.passwords = passwords;
        this.signIn = signIn;
        this.access = access;
        this.cookie = cookie;
        this.json = json;
    }

    @PostMapping(path = "/api/v1/auth/password", consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<Object> change(@AuthenticationPrincipal User caller, HttpServletRequest request) {
        Parameters.of(request, Set.of());
        User person = access.person(caller);
        Body body = Body.of(request, json, Set.of("current", "password"));
        String current = body.text("current", LONGEST).orElseThrow(() -> body.missing("current"));
        String wanted = body.text("password", LONGEST).orElseThrow(() -> body.missing("password"));
        return switch (signIn.attempt(person.email(), current)) {
            case Outcome.WrongCredentials() -> throw Body.bad("current", NOT_YOURS.said());
            case Outcome.TooManyAttempts(Duration wait) -> tooMany(wait);
            case Outcome.SignedIn(User user) -> changed(user, wanted, request);
        };
    }

    private ResponseEntity<Object> changed(User user, String wanted, HttpServletRequest request) {
        registry.setPassword(user.id(), hash(wanted));
        User renewed = registry.findUser(user.id()).orElseThrow();
        return ResponseEntity.noContent()
                .headers(cookie.issue(renewed, request.isSecure()))
                .build();
    }

    private String hash(String wanted) {
        try {
            return passwords.hash(wanted);
        } catch (WeakPassword weak) {
            throw Body.bad("password", weak.said());
        }
    }

    private static ResponseEntity<Object> tooMany(Duration wait) {
        Problem problem = Problem.of(HttpStatus.TOO_MANY_REQUESTS, "too_many_attempts", TOO_MANY_ATTEMPTS.said());
        return ResponseEntity.status(problem.status())
                .header(HttpHeaders.RETRY_AFTER, Long.toString(Math.max(1, wait.toSeconds())))
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(problem.body());
    }
}
