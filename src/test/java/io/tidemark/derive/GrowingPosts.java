package io.tidemark.derive;

import io.tidemark.ledger.AccountKey;
import io.tidemark.ledger.Alias;
import io.tidemark.ledger.Observation;
import io.tidemark.ledger.ObservationSink;
import io.tidemark.ledger.PostVersion;
import io.tidemark.ledger.SourceSpec;
import io.tidemark.metric.Boosted;
import io.tidemark.metric.Format;
import io.tidemark.metric.Growing;
import io.tidemark.metric.GrowthCurve;
import io.tidemark.metric.Metric;
import io.tidemark.metric.MetricValues;
import io.tidemark.metric.Placement;
import io.tidemark.metric.Platform;
import io.tidemark.testing.LedgerFixture;
import io.tidemark.testing.MutableClock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/// Posts of one account on Instagram that grow as posts there usually do, read as often as one wants.
public final class GrowingPosts implements AutoCloseable {
    public static final AccountKey ACCOUNT = AccountKey.ofHandle(Platform.INSTAGRAM, "acme");

    private static final GrowthCurve CURVE = GrowthCurve.of(Platform.INSTAGRAM);
    private static final double SETTLED_AT = Growing.settledAt(Platform.INSTAGRAM);

    public final MutableClock clock = new MutableClock(LedgerFixture.NOW);
    public final LedgerFixture fixture = LedgerFixture.create(clock);
    private int sources;

    /// A post that settles at a total.
    public record Grown(String name, Instant publishedAt, double total, Placement placement, Boosted boosted) {
        public Grown(String name, Instant publishedAt, double total) {
            this(name, publishedAt, total, Placement.FEED, Boosted.NO);
        }

        public Observation at(double ageHours) {
            double count = Math.rint(total * CURVE.fraction(ageHours) / CURVE.fraction(SETTLED_AT));
            return new Observation.OfPost(
                    ACCOUNT,
                    List.of(new Alias("instagram:media", name)),
                    new PostVersion(publishedAt, placement, Format.IMAGE, "A post", null, boosted, false),
                    MetricValues.of(Map.of(
                            Metric.LIKES,
                            count,
                            Metric.COMMENTS,
                            0.0,
                            Metric.SHARES,
                            0.0,
                            Metric.SAVES,
                            0.0,
                            Metric.REACH,
                            count * 10)),
                    publishedAt.plus(Duration.ofSeconds(Math.round(ageHours * 3_600))));
        }
    }

    /// Appends what a run has read by now.
    ///
    /// @return the source
    public long read(Consumer<ObservationSink> producer) {
        long source = fixture.ledger().newId();
        SourceSpec spec =
                new SourceSpec(source, SourceSpec.Kind.SYNC, "instagram", "acme", "run " + ++sources, clock.instant());
        fixture.ledger().append(fixture.business().id(), spec, producer, done -> "{}");
        return source;
    }

    /// Settled posts that were read at all knots, with totals around 100: every twelve hours one, the
    /// newest settled for a day.
    public void history(int posts) {
        read(sink -> {
            for (int i = 0; i < posts; i++) {
                Instant published = clock.instant().minus(Duration.ofDays(32)).minus(Duration.ofHours(12L * i));
                Grown post = new Grown("old" + i, published, 100 * Math.exp(0.4 * Math.sin(i * 2.4)));
                for (int knot = 0; knot < Growing.knots(Platform.INSTAGRAM); knot++) {
                    sink.accept(post.at(Growing.knot(knot)));
                }
            }
        });
    }

    /// Lets time pass up to an instant.
    public void until(Instant instant) {
        clock.advance(Duration.between(clock.instant(), instant));
    }

    @Override
    public void close() {
        fixture.close();
    }
}
