package io.tidemark.collect.connector.tiktok;

import io.tidemark.collect.connector.ApiResponse;
import java.time.Duration;
import java.time.Instant;

/// How long to wait after too many calls. TikTok counts calls over the last minute and does not say how many are left.
final class Waits {
    private static final Duration WINDOW = Duration.ofMinutes(1);

    private Waits() {}

    static Instant until(ApiResponse response, Instant now) {
        return response.header("retry-after")
                .filter(seconds -> seconds.matches("\\d{1,6}"))
                .map(seconds -> now.plusSeconds(Long.parseLong(seconds)))
                .orElse(now.plus(WINDOW));
    }
}
