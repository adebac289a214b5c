package io.tidemark.app;

import io.tidemark.ledger.JobQuota;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// What a server does beside answering.
///
/// @param refreshQuota how many refreshes of one business people may ask for
/// @param refreshEvery how often everything is collected anew without being asked; null for never
/// @param reports makes and mails the reports that are due
record Work(JobQuota refreshQuota, @Nullable Duration refreshEvery, Runnable reports) {
    static final int REFRESHES_AN_HOUR = 12;
    static final Work DEFAULT = of(REFRESHES_AN_HOUR, 0);

    /// @param refreshMinutes 0 for never
    static Work of(int refreshesAnHour, int refreshMinutes) {
        return new Work(
                new JobQuota(refreshesAnHour, Duration.ofHours(1)),
                refreshMinutes == 0 ? null : Duration.ofMinutes(refreshMinutes),
                () -> {});
    }

    Work with(Runnable reports) {
        return new Work(refreshQuota, refreshEvery, reports);
    }
}
