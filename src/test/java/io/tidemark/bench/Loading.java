package io.tidemark.bench;

import io.tidemark.ledger.Ledger;
import io.tidemark.ledger.ObservationSink;
import io.tidemark.ledger.SourceSpec;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/// Appends a workload through the real ledger, a source for every stretch of posts.
final class Loading {
    private static final int POSTS_PER_SOURCE = 5_000;
    private static final AtomicInteger SOURCES = new AtomicInteger();

    private final Ledger ledger;
    private final long businessId;
    private final Workload workload;

    Loading(Ledger ledger, long businessId, Workload workload) {
        this.ledger = ledger;
        this.businessId = businessId;
        this.workload = workload;
    }

    /// @return seconds
    double posts(int from, int to) {
        long start = System.nanoTime();
        for (int first = from; first < to; first += POSTS_PER_SOURCE) {
            int begin = first;
            int end = Math.min(to, first + POSTS_PER_SOURCE);
            append(sink -> workload.posts(begin, end, sink));
        }
        return Study.secondsSince(start);
    }

    double accountDays() {
        long start = System.nanoTime();
        append(workload::accountDays);
        return Study.secondsSince(start);
    }

    /// Makes a new version of the data.
    void touch() {
        int number = SOURCES.get();
        append(sink -> workload.touch(number, sink));
    }

    private void append(Consumer<ObservationSink> producer) {
        int number = SOURCES.incrementAndGet();
        ledger.append(
                businessId,
                new SourceSpec(
                        ledger.newId(),
                        SourceSpec.Kind.SYNC,
                        "bench",
                        "bench " + number,
                        "%064x".formatted(number),
                        Instant.EPOCH),
                producer,
                appended -> "{}");
    }
}
