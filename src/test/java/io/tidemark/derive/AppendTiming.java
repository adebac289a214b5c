package io.tidemark.derive;

import io.tidemark.ledger.AccountKey;
import io.tidemark.ledger.Alias;
import io.tidemark.ledger.Ledger;
import io.tidemark.ledger.Observation;
import io.tidemark.ledger.ObservationSink;
import io.tidemark.ledger.PostVersion;
import io.tidemark.ledger.SourceSpec;
import io.tidemark.metric.Boosted;
import io.tidemark.metric.Format;
import io.tidemark.metric.Metric;
import io.tidemark.metric.MetricValues;
import io.tidemark.metric.Placement;
import io.tidemark.metric.Platform;
import io.tidemark.testing.LedgerFixture;
import io.tidemark.testing.MutableClock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// How long appending takes: new posts, the same posts read again, a small sync among many posts, everything anew, a
/// frame of the past. A main, since times depend on the machine: its arguments are the numbers of posts and of reads.
final class AppendTiming {
    private static final Instant START = Instant.parse("2025-06-01T00:00:00Z");
    private static final PostVersion NOTHING =
            new PostVersion(null, Placement.FEED, Format.UNKNOWN, null, null, Boosted.UNKNOWN, false);
    private static final List<AccountKey> ACCOUNTS = IntStream.range(0, 10)
            .mapToObj(number -> AccountKey.ofHandle(Platform.values()[number % 5], "account" + number))
            .toList();

    private final Ledger ledger;
    private final long business;
    private final int posts;

    private AppendTiming(LedgerFixture fixture, int posts) {
        ledger = fixture.ledger();
        business = fixture.business().id();
        this.posts = posts;
    }

    public static void main(String[] arguments) {
        int posts = Integer.parseInt(arguments[0]);
        int reads = Integer.parseInt(arguments[1]);
        MutableClock clock = new MutableClock(LedgerFixture.NOW);
        try (LedgerFixture fixture = LedgerFixture.create(clock)) {
            AppendTiming timing = new AppendTiming(fixture, posts);
            timing.append("new posts, one read", sink -> timing.readAll(sink, 0, 1));
            timing.append("the same again, grown", sink -> timing.readAll(sink, 1, 2));
            Instant early = clock.instant();
            clock.advance(Duration.ofDays(1));
            timing.append((reads - 2) + " reads at once", sink -> timing.readAll(sink, 2, reads));
            Instant late = clock.instant();
            clock.advance(Duration.ofDays(1));
            for (int i = 0; i < 5; i++) {
                int read = reads + i;
                timing.append(
                        "20 posts", sink -> IntStream.range(0, 20).forEach(post -> timing.read(sink, post, read)));
            }
            Instant before = clock.instant();
            clock.advance(Duration.ofDays(1));
            timing.append(
                    "a tenth of the posts",
                    sink -> IntStream.range(0, posts / 10).forEach(post -> timing.read(sink, post, reads + 5)));
            for (int i = 0; i < 3; i++) {
                timing.time("frame", () -> timing.ledger.frame(timing.business));
            }
            timing.asOf("nothing since", clock.instant());
            timing.asOf("a tenth since", before);
            timing.asOf("the same and 20 posts", late);
            timing.asOf("all since, two reads then", early);
            Instant last = clock.instant();
            clock.advance(Duration.ofDays(1));
            timing.append("all posts once more", sink -> timing.readAll(sink, reads + 6, reads + 7));
            timing.asOf("all since, all reads then", last);
            timing.time("rebuild", () -> timing.ledger.rebuild(timing.business));
        }
    }

    private void asOf(String what, Instant instant) {
        time("as of, " + what, () -> new FramesAsOf(ledger).read(business, instant));
    }

    private void append(String what, Consumer<ObservationSink> producer) {
        SourceSpec spec = new SourceSpec(ledger.newId(), SourceSpec.Kind.SYNC, "timing", what, what, null);
        time(what, () -> ledger.append(business, spec, producer, done -> "{}"));
    }

    /// Prints the time that passed, and that of the processor here and in PostgreSQL: these hardly depend on what else
    /// the machine does.
    private void time(String what, Runnable work) {
        long start = System.nanoTime();
        double here = cpu(Stream.of(ProcessHandle.current()));
        double there = cpu(ProcessHandle.current().descendants());
        work.run();
        System.out.printf(
                "%-28s %8.0f ms, processor %6.0f ms here, %6.0f ms in PostgreSQL%n",
                what,
                (System.nanoTime() - start) / 1e6,
                cpu(Stream.of(ProcessHandle.current())) - here,
                cpu(ProcessHandle.current().descendants()) - there);
    }

    private static double cpu(Stream<ProcessHandle> processes) {
        return processes
                .flatMap(process -> process.info().totalCpuDuration().stream())
                .mapToDouble(duration -> duration.toNanos() / 1e6)
                .sum();
    }

    private void readAll(ObservationSink sink, int from, int to) {
        for (int read = from; read < to; read++) {
            for (int post = 0; post < posts; post++) {
                read(sink, post, read);
            }
        }
    }

    /// As live collection reads: what a post is comes with its first reading, later ones are numbers alone.
    private void read(ObservationSink sink, int post, int read) {
        Instant published = START.plus(Duration.ofMinutes(2L * post % 300_000));
        Instant at = published.plus(Duration.ofHours(1)).plus(Duration.ofHours(25L * read));
        Random random = new Random(post);
        MetricValues.Builder values = MetricValues.builder();
        for (Metric metric :
                List.of(Metric.IMPRESSIONS, Metric.REACH, Metric.LIKES, Metric.COMMENTS, Metric.SHARES, Metric.SAVES)) {
            values.put(metric, random.nextInt(1_000) * (read + 1.0));
        }
        sink.accept(new Observation.OfPost(
                ACCOUNTS.get(post % ACCOUNTS.size()),
                List.of(new Alias("timing:post", Integer.toString(post))),
                read == 0 ? version(post, published) : NOTHING,
                values.build(),
                at));
    }

    private static PostVersion version(int post, Instant published) {
        return new PostVersion(
                published,
                Placement.FEED,
                Format.values()[post % 4],
                "What we say about number " + post + " is as long as what people write on most days of the week.",
                "https://example.org/posts/" + post,
                Boosted.UNKNOWN,
                false);
    }
}
