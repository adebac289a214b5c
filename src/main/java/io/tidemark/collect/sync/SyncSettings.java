package io.tidemark.collect.sync;

import java.time.Duration;

/// How live collection goes about it.
///
/// @param discoverEvery how often new posts are looked for
/// @param lease how long a run that has fallen silent keeps its account from others; longer than any call takes
/// @param tick how long an account that is well has no turn at least
/// @param clockTolerance by how much our clock may differ from the platforms'
public record SyncSettings(Duration discoverEvery, Duration lease, Duration tick, Duration clockTolerance) {
    public static final SyncSettings DEFAULT = new SyncSettings(
            Duration.ofMinutes(30), Duration.ofMinutes(5), Duration.ofMinutes(10), Duration.ofMinutes(10));

    /// The same for platforms that are simulated: they live by our clock, whatever date their answers bear.
    public SyncSettings byOurClock() {
        return new SyncSettings(discoverEvery, lease, tick, Duration.ofSeconds(Long.MAX_VALUE));
    }
}
