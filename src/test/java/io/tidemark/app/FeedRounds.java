package io.tidemark.app;

import io.tidemark.analytics.Overview;
import io.tidemark.frame.Frame;
import io.tidemark.ledger.AccountKey;
import io.tidemark.ledger.Business;
import io.tidemark.ledger.InsightBook;
import io.tidemark.ledger.Observation;
import io.tidemark.ledger.ObservationSink;
import io.tidemark.ledger.SourceSpec;
import io.tidemark.metric.Metric;
import io.tidemark.metric.MetricValues;
import io.tidemark.metric.Platform;
import io.tidemark.serve.analytics.AnalyticsParameters;
import io.tidemark.testing.LedgerFixture;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;

/// What remembering the findings of many businesses in the background costs those who ask meanwhile.
public final class FeedRounds {
    private static final LocalDate LAST = LocalDate.parse("2026-03-10");
    private static final int DAYS = 200;
    private static final int ASKED_IDLE = 2000;
    private static final long PAUSE_NANOS = 2_000_000;

    private final int businesses;

    public FeedRounds(int businesses) {
        this.businesses = businesses;
    }

    /// As a table in Markdown.
    public String measured() {
        try (LedgerFixture fixture = LedgerFixture.create()) {
            List<Business> all = made(fixture);
            LedgerFrames frames = new LedgerFrames(fixture.ledger());
            Business asked = all.getFirst();
            List<Double> idle = new ArrayList<>();
            for (int i = -ASKED_IDLE; i < ASKED_IDLE; i++) {
                double took = ask(frames, asked);
                if (i >= 0) {
                    idle.add(took);
                }
            }
            LedgerFeeds feeds = new LedgerFeeds(
                    fixture.ledger(),
                    fixture.directory(),
                    book(fixture),
                    Clock.fixed(LedgerFixture.NOW, ZoneOffset.UTC));
            long start = System.nanoTime();
            AtomicReference<Double> seconds = new AtomicReference<>();
            Thread background = Thread.ofPlatform().start(() -> {
                feeds.round();
                seconds.set((System.nanoTime() - start) / 1e9);
            });
            List<Double> busy = new ArrayList<>();
            while (background.isAlive()) {
                busy.add(ask(frames, asked));
            }
            long done = all.stream()
                    .filter(business -> book(fixture).look(business.id()).isPresent())
                    .count();
            return table(done, seconds.get(), idle, busy);
        }
    }

    private static InsightBook book(LedgerFixture fixture) {
        return new InsightBook(fixture.database());
    }

    /// A question as a page asks it, with a little time between one and the next, as people leave.
    private static double ask(LedgerFrames frames, Business business) {
        LockSupport.parkNanos(PAUSE_NANOS);
        long start = System.nanoTime();
        Frame frame = frames.frame(business.id(), null);
        Overview.compute(frame, AnalyticsParameters.usual(business.conventions()), LedgerFixture.NOW);
        return (System.nanoTime() - start) / 1e6;
    }

    private List<Business> made(LedgerFixture fixture) {
        List<Business> all = new ArrayList<>();
        for (int i = 0; i < businesses; i++) {
            Business business =
                    fixture.directory().createBusiness("Business " + i, LedgerFixture.BERLIN, DayOfWeek.MONDAY, false);
            all.add(business);
            SourceSpec source = new SourceSpec(
                    fixture.ledger().newId(), SourceSpec.Kind.FILE, "days", "days.csv", "hash", LedgerFixture.NOW);
            fixture.ledger().append(business.id(), source, days(new Random(i)), done -> "{}");
        }
        return all;
    }

    private static Consumer<ObservationSink> days(Random random) {
        return sink -> LAST.minusDays(DAYS)
                .datesUntil(LAST)
                .forEach(day -> sink.accept(new Observation.OfDay(
                        AccountKey.ofHandle(Platform.LINKEDIN, "acme"),
                        null,
                        day,
                        ZoneId.of("UTC"),
                        MetricValues.of(Map.of(
                                Metric.IMPRESSIONS,
                                Math.rint(1000 * Math.exp(0.5 * random.nextGaussian())),
                                Metric.REACTIONS,
                                Math.rint(60 * Math.exp(0.5 * random.nextGaussian())))),
                        LedgerFixture.NOW)));
    }

    private static String table(long done, double seconds, List<Double> idle, List<Double> busy) {
        return "| businesses remembered | in | of each | a question meanwhile, median | alone | ratio | 95th percentile | alone |\n"
                + "|---|---|---|---|---|---|---|---|\n"
                + String.format(
                        Locale.ROOT,
                        "| %d | %.1f s | %.1f ms | %.2f ms | %.2f ms | %.2f | %.2f ms | %.2f ms |%n",
                        done,
                        seconds,
                        1000 * seconds / done,
                        quantile(busy, 0.5),
                        quantile(idle, 0.5),
                        quantile(busy, 0.5) / quantile(idle, 0.5),
                        quantile(busy, 0.95),
                        quantile(idle, 0.95));
    }

    private static double quantile(List<Double> values, double share) {
        return values.stream()
                .sorted()
                .skip((long) (share * (values.size() - 1)))
                .findFirst()
                .orElseThrow();
    }
}
