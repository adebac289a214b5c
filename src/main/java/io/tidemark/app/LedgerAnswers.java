package io.tidemark.app;

import io.tidemark.analytics.Overview;
import io.tidemark.analytics.Trends;
import io.tidemark.derive.FramesAsOf;
import io.tidemark.frame.Frame;
import io.tidemark.frame.FrameCache;
import io.tidemark.ledger.Ledger;
import io.tidemark.serve.AnalyticsRequest;
import io.tidemark.serve.Answers;
import java.time.Clock;
import java.time.Instant;

/// Answers from frames of the ledger, kept while they are asked for.
final class LedgerAnswers implements Answers {
    /// The part of the heap that frames may take.
    private static final int PART_OF_HEAP = 4;

    private final Ledger ledger;
    private final FramesAsOf past;
    private final Clock clock;
    private final FrameCache frames = new FrameCache(Runtime.getRuntime().maxMemory() / PART_OF_HEAP);

    LedgerAnswers(Ledger ledger, Clock clock) {
        this.ledger = ledger;
        this.clock = clock;
        past = new FramesAsOf(ledger);
    }

    @Override
    public Object overview(AnalyticsRequest request) {
        return Overview.compute(frame(request), request.query(), clock.instant());
    }

    @Override
    public Object trends(AnalyticsRequest request) {
        return Trends.compute(
                frame(request), request.query(), request.granularity(), request.metrics(), clock.instant());
    }

    private Frame frame(AnalyticsRequest request) {
        long business = request.businessId();
        long version = ledger.versions(business).data();
        return frames.get(new FrameCache.Key(business, version, request.asOf()), this::load);
    }

    private Frame load(FrameCache.Key key) {
        Instant asOf = key.asOf();
        return asOf == null ? ledger.frame(key.businessId()) : past.read(key.businessId(), asOf);
    }
}
