package io.tidemark.serve.health;

import io.tidemark.ledger.User;
import io.tidemark.serve.http.Problem;
import io.tidemark.words.Sentence;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/// What monitoring reads. It tells of all businesses, so only administrators may.
@RestController
final class MetricsController {
    private static final Sentence ADMINISTRATORS_ONLY = Sentence.of(
            "administrators_read_metrics",
            "This tells of all businesses: only a token of an administrator may read it.");

    /// Of the text format of Prometheus.
    private static final String FORMAT = "text/plain; version=0.0.4; charset=utf-8";

    private final HealthDesk desk;

    MetricsController(HealthDesk desk) {
        this.desk = desk;
    }

    @GetMapping("/actuator/prometheus")
    ResponseEntity<String> metrics(@AuthenticationPrincipal User caller) {
        if (!caller.administrator()) {
            throw Problem.of(HttpStatus.FORBIDDEN, "administrators_only", ADMINISTRATORS_ONLY.said())
                    .exception();
        }
        return ResponseEntity.ok().header("Content-Type", FORMAT).body(desk.metrics());
    }
}
