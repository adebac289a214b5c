package io.tidemark.app;

import io.tidemark.derive.FramesAsOf;
import io.tidemark.frame.Frame;
import io.tidemark.frame.FrameCache;
import io.tidemark.ledger.Ledger;
import io.tidemark.serve.analytics.Frames;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Frames of the ledger, kept while they are asked for.
final class LedgerFrames implements Frames {
    /// The part of the heap that frames may take.
    private static final int PART_OF_HEAP = 4;

    private final Ledger ledger;
    private final FramesAsOf past;
    private final FrameCache frames = new FrameCache(Runtime.getRuntime().maxMemory() / PART_OF_HEAP);

    LedgerFrames(Ledger ledger) {
        this.ledger = ledger;
        past = new FramesAsOf(ledger);
    }

    @Override
    public Frame frame(long businessId, @Nullable Instant asOf) {
        long version = ledger.versions(businessId).data();
        return frames.get(new FrameCache.Key(businessId, version, asOf), this::load);
    }

    private Frame load(FrameCache.Key key) {
        Instant asOf = key.asOf();
        return asOf == null ? ledger.frame(key.businessId()) : past.read(key.businessId(), asOf);
    }
}
