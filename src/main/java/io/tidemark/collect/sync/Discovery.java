package io.tidemark.collect.sync;

import io.tidemark.collect.connector.Listing;
import io.tidemark.ledger.Observation;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Looks for what was published since the last look, and for what is live.
final class Discovery implements Phase {
    /// Platforms show some posts late, and people change them.
    private static final Duration OVERLAP = Duration.ofHours(2);

    private final Duration every;

    Discovery(Duration every) {
        this.every = every;
    }

    @Override
    public void run(Run run) {
        Instant last = run.progress().discoveredAt();
        if (last != null && !run.asked && run.startedAt.isBefore(last.plus(every))) {
            run.next(last.plus(every));
            return;
        }
        if (last != null) {
            look(run, last.minus(OVERLAP));
        }
    }

    private void look(Run run, Instant since) {
        for (Listing listing : run.listings()) {
            @Nullable Instant from = listing.live() ? null : since;
            Pages pages = new Pages(run, listing, from, null);
            while (pages.hasNext()) {
                pages.next();
            }
        }
        run.progress(run.progress().discovered(run.startedAt));
        if (run.progress().backfilledAt() != null) {
            run.observe(new Observation.OfDiscovery(run.key(), run.now()));
        }
        run.next(run.startedAt.plus(every));
    }
}
