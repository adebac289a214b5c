package io.tidemark.serve.jobs;

import io.tidemark.ledger.Business;
import io.tidemark.ledger.Job;
import io.tidemark.ledger.User;
import io.tidemark.serve.http.Access;
import io.tidemark.serve.http.Parameters;
import io.tidemark.serve.http.Problem;
import io.tidemark.serve.http.Thing;
import io.tidemark.words.Sentence;
import io.tidemark.words.Value;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/// Asking for a refresh.
@RestController
@RequestMapping("/api/v1/analytics/refresh")
final class RefreshController {
    private static final Sentence OBJECT_NEEDED =
            Sentence.of("refresh_object_needed", "Send an object such as {\"business_id\": 1}.");
    private static final Sentence NO_NUMBER = Sentence.of("refresh_no_number", "The value of {name} is a number.");
    private static final Sentence NOTHING_CONNECTED = Sentence.of(
            "nothing_connected",
            "No account is connected that could be collected: import the files that the platforms let you"
                    + " download, with POST /api/v1/imports.");
    private static final Sentence QUOTA = Sentence.counting(
            "refresh_quota",
            "A business may be refreshed {jobs} times an hour, which it has been: try again in {n} minute.",
            "A business may be refreshed {jobs} times an hour, which it has been: try again in {n} minutes.");

    static final Set<String> PARAMETERS = Set.of("business_id", "account_id");

    private final Access access;
    private final JobDesk desk;
    private final Clock clock;

    RefreshController(Access access, JobDesk desk, Clock clock) {
        this.access = access;
        this.desk = desk;
        this.clock = clock;
    }

    record Started(long jobId, Job.Status status, String url) {}

    /// From a form or the query.
    @PostMapping
    ResponseEntity<Object> start(@AuthenticationPrincipal User caller, HttpServletRequest request) {
        return start(caller, Parameters.of(request, PARAMETERS));
    }

    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<Object> start(
            @AuthenticationPrincipal User caller, HttpServletRequest request, @RequestBody JsonNode body) {
        Map<String, String[]> values = new HashMap<>(request.getParameterMap());
        if (!body.isObject()) {
            throw Parameters.bad("body", OBJECT_NEEDED.said());
        }
        body.forEachEntry((name, value) -> {
            if (!value.isNull()) {
                values.merge(name, new String[] {text(name, value)}, RefreshController::twice);
            }
        });
        return start(caller, Parameters.of(values, PARAMETERS));
    }

    private ResponseEntity<Object> start(User caller, Parameters given) {
        Business business = access.business(caller, given.businessId());
        @Nullable
        Long accountId = given.one("account_id")
                .map(text -> Parameters.id("account_id", text))
                .orElse(null);
        return switch (desk.refresh(business, accountId, caller)) {
            case JobDesk.Answer.Accepted(Job job) -> {
                String url = JobView.url(job);
                yield ResponseEntity.accepted()
                        .location(URI.create(url))
                        .body(new Started(job.id(), job.status(), url));
            }
            case JobDesk.Answer.OverQuota(int jobs, Instant again) -> overQuota(jobs, again);
            case JobDesk.Answer.NothingConnected() ->
                Problem.of(HttpStatus.CONFLICT, "nothing_connected", NOTHING_CONNECTED.said())
                        .response();
            case JobDesk.Answer.NoSuchAccount(long missing) ->
                Thing.ACCOUNT.notFound(missing).problem().response();
        };
    }

    private ResponseEntity<Object> overQuota(int jobs, Instant again) {
        long seconds = Math.max(
                1, Duration.between(clock.instant(), again).plusMillis(999).toSeconds());
        long minutes = Math.ceilDiv(seconds, 60);
        Problem problem = Problem.of(
                HttpStatus.TOO_MANY_REQUESTS,
                "refresh_quota",
                QUOTA.said(Map.of("jobs", Value.count(jobs), "n", Value.count(minutes))));
        return ResponseEntity.status(problem.status())
                .header(HttpHeaders.RETRY_AFTER, Long.toString(seconds))
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(problem.body());
    }

    private static String text(String name, JsonNode value) {
        if (value.isValueNode()) {
            return value.asString();
        }
        throw Parameters.bad(name, NO_NUMBER.said(Map.of("name", Value.name(name))));
    }

    private static String[] twice(String[] one, String[] other) {
        return new String[] {one[0], other[0]};
    }
}
