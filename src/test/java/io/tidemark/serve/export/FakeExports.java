package io.tidemark.serve.export;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.tidemark.frame.Frame;
import io.tidemark.frame.FrameAccount;
import io.tidemark.ledger.ExportColumn;
import io.tidemark.ledger.ExportQuery;
import io.tidemark.ledger.SummaryRow;
import io.tidemark.ledger.Versions;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// As many equal rows as wanted, then possibly a failure.
final class FakeExports implements Exports, Exports.Moment {
    final List<ExportQuery> queries = new CopyOnWriteArrayList<>();
    final AtomicLong produced = new AtomicLong();
    final CountDownLatch ended = new CountDownLatch(1);
    volatile long rows = 3;
    volatile boolean fails;

    @Override
    public void atOneMoment(long businessId, Consumer<Moment> work) {
        try {
            work.accept(this);
        } finally {
            ended.countDown();
        }
    }

    @Override
    public Versions versions() {
        return new Versions(42, 43);
    }

    @Override
    public List<FrameAccount> accounts() {
        return List.of();
    }

    @Override
    public Frame frame(@Nullable Instant asOf) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void rows(ExportQuery query, Consumer<byte[]> consumer) {
        queries.add(query);
        byte[] line = line(query);
        for (long i = 0; i < rows; i++) {
            // Consumers take lines over.
            consumer.accept(line.clone());
            produced.incrementAndGet();
        }
        if (fails) {
            throw new IllegalStateException("the disk of postgres://secret@db is gone");
        }
    }

    @Override
    public void postsAsOf(Instant asOf, Consumer<PastPost> consumer) {}

    @Override
    public void summariesAsOf(Instant asOf, Consumer<SummaryRow> consumer) {}

    static byte[] line(ExportQuery query) {
        return query.table().columns().stream()
                .map(FakeExports::cell)
                .collect(Collectors.joining("\t", "", "\n"))
                .getBytes(UTF_8);
    }

    private static String cell(ExportColumn column) {
        return switch (column.kind()) {
            case ID, NUMBER -> "7";
            case TEXT -> "=x";
            case TIME -> "2026-03-10 09:00:00+00";
            case DATE -> "2026-03-10";
            case BOOLEAN -> "true";
        };
    }
}
