package io.tidemark.collect.sync.polling;

import io.tidemark.metric.Platform;
import java.time.Duration;
import java.time.ZoneId;

/// What of an account matters to when it is read.
///
/// @param group posts of accounts with the same one may be read in one call
/// @param zone whose midnights bound its days
/// @param horizon age at which its posts count as settled
public record PolledAccount(long id, String group, ZoneId zone, Duration horizon) {
    private static final Duration FAST = Duration.ofDays(7);
    private static final Duration OTHERS = Duration.ofDays(30);

    /// The age at which posts of a platform count as settled.
    public static Duration horizon(Platform platform) {
        return platform == Platform.X ? FAST : OTHERS;
    }
}
