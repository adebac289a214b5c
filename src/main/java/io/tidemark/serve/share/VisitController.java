package io.tidemark.serve.share;

import io.tidemark.serve.http.Access;
import io.tidemark.serve.http.Body;
import io.tidemark.serve.http.Parameters;
import io.tidemark.serve.http.Problem;
import io.tidemark.tenancy.ShareLinks;
import io.tidemark.tenancy.ShareLinks.Opening;
import io.tidemark.words.Sentence;
import io.tidemark.words.Value;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

/// Coming by a link.
@RestController
@RequestMapping(Visits.PATH)
final class VisitController {
    private static final Sentence PASSWORD_NEEDED =
            Sentence.of("share_password_needed", "This link wants the password that belongs to it.");
    private static final Sentence WRONG_PASSWORD =
            Sentence.of("share_password_wrong", "That is not the password of this link.");
    private static final Sentence TOO_MANY_ATTEMPTS = Sentence.counting(
            "too_many_passwords",
            "Too many wrong passwords for this link: wait {n} minute.",
            "Too many wrong passwords for this link: wait {n} minutes.");

    private static final Set<String> MEMBERS = Set.of("token", "password");
    private static final int LONGEST = 200;

    private final ShareLinks links;
    private final Access access;
    private final JsonMapper json;

    VisitController(ShareLinks links, Access access, JsonMapper json) {
        this.links = links;
        this.access = access;
        this.json = json;
    }

    /// Takes JSON only, which no page of another origin can send.
    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<Object> open(HttpServletRequest request) {
        Parameters.of(request, Set.of());
        Body body = Body.of(request, json, MEMBERS);
        String token = body.text("token", LONGEST).orElseThrow(() -> body.missing("token"));
        String password = body.text("password", LONGEST).orElse(null);
        return switch (links.open(token, password)) {
            case Opening.Opened opened ->
                ResponseEntity.ok()
                        .header(HttpHeaders.SET_COOKIE, cookie(opened, request.isSecure()))
                        .body(view(opened.visit()));
            case Opening.PasswordNeeded() ->
                Problem.of(HttpStatus.FORBIDDEN, "password_needed", PASSWORD_NEEDED.said())
                        .response();
            case Opening.WrongPassword() ->
                Problem.of(HttpStatus.FORBIDDEN, "wrong_password", WRONG_PASSWORD.said())
                        .response();
            case Opening.TooManyAttempts(Duration retryAfter) -> tooMany(retryAfter);
            case Opening.Over() -> Visits.over().response();
        };
    }

    @GetMapping("/{share}")
    VisitView visit(@RequestAttribute(Visits.VISIT) ShareLinks.Visit visit, HttpServletRequest request) {
        Parameters.of(request, Set.of());
        return view(visit);
    }

    private VisitView view(ShareLinks.Visit visit) {
        return VisitView.of(
                visit.share(), access.business(visit.maker(), visit.share().businessId()));
    }

    private static String cookie(Opening.Opened opened, boolean secure) {
        return Visits.cookie(ShareLinks.name(opened.visit().share()), opened.token(), opened.life(), secure);
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
