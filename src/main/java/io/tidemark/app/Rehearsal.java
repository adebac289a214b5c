package io.tidemark.app;

import io.tidemark.analytics.AnalyticsQuery;
import io.tidemark.analytics.Granularity;
import io.tidemark.analytics.Overview;
import io.tidemark.analytics.PeriodChoice;
import io.tidemark.analytics.Range;
import io.tidemark.analytics.Trends;
import io.tidemark.analytics.TrendsRequest;
import io.tidemark.frame.Frame;
import io.tidemark.frame.OutdatedFrame;
import io.tidemark.ledger.Business;
import io.tidemark.serve.analytics.AnalyticsParameters;
import io.tidemark.serve.analytics.Frames;
import io.tidemark.serve.http.Json;
import io.tidemark.tenancy.Registry;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.json.JsonMapper;

/// Asks after a start what people ask most, so that their own first questions find frames that are loaded and code that
/// is compiled: without it they wait for both. It ends by itself, and nothing waits for it.
final class Rehearsal implements AutoCloseable {
    /// The virtual machine compiles what was called some hundred times.
    private static final int ROUNDS = 16;

    private static final TrendsRequest ALL_BY_DAY = TrendsRequest.of(Granularity.DAY, Set.of());

    private static final Duration LONGEST = Duration.ofSeconds(10);

    private static final Logger LOG = LoggerFactory.getLogger(Rehearsal.class);

    private final Registry registry;
    private final Frames frames;
    private final Clock clock;
    private final JsonMapper mapper = Json.mapper();
    private volatile boolean closed;
    private volatile CompletableFuture<Void> done = CompletableFuture.completedFuture(null);

    Rehearsal(Registry registry, Frames frames, Clock clock) {
        this.registry = registry;
        this.frames = frames;
        this.clock = clock;
    }

    void begin() {
        Thread.Builder thread = Thread.ofPlatform().daemon().name("rehearsal");
        done = CompletableFuture.runAsync(this::run, thread::start);
    }

    void run() {
        long from = System.nanoTime();
        try {
            List<Business> businesses = registry.businesses();
            for (int round = 0; round < ROUNDS; round++) {
                for (Business business : businesses) {
                    if (closed || System.nanoTime() - from > LONGEST.toNanos()) {
                        return;
                    }
                    ask(business);
                }
            }
        } catch (RuntimeException failure) {
            if (!closed) {
                LOG.warn("The first questions could not be asked ahead", failure);
            }
        }
    }

    private void ask(Business business) {
        try {
            askEachPeriod(business);
        } catch (OutdatedFrame movedOn) {
            // New data came meanwhile: the next round asks of them.
            LOG.debug("asking later: {}", movedOn.getMessage());
        }
    }

    /// As the dashboard does, over each period that it offers.
    private void askEachPeriod(Business business) {
        Frame frame = frames.frame(business.id(), null);
        AnalyticsQuery usual = AnalyticsParameters.usual(business.conventions());
        for (Range range : Range.values()) {
            if (closed) {
                return;
            }
            AnalyticsQuery query = usual.over(new PeriodChoice.Named(range));
            mapper.writeValueAsBytes(Overview.compute(frame, query, clock.instant()));
            mapper.writeValueAsBytes(Trends.compute(frame, query, ALL_BY_DAY, clock.instant()));
        }
    }

    /// Lets the question end that is being asked, since what it asks is about to be closed.
    @Override
    public void close() {
        closed = true;
        done.join();
    }
}
