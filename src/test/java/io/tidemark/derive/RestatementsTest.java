package io.tidemark.derive;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.analytics.AnalyticsQuery;
import io.tidemark.analytics.Basis;
import io.tidemark.analytics.Granularity;
import io.tidemark.analytics.Period;
import io.tidemark.analytics.PeriodChoice;
import io.tidemark.analytics.Trends;
import io.tidemark.analytics.TrendsAnswer;
import io.tidemark.analytics.TrendsAnswer.Marker;
import io.tidemark.analytics.TrendsAnswer.Restated;
import io.tidemark.frame.Frame;
import io.tidemark.frame.Restatement;
import io.tidemark.ledger.AccountKey;
import io.tidemark.ledger.Alias;
import io.tidemark.ledger.Ledger;
import io.tidemark.ledger.Observation;
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
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// What platforms change after it was settled is found as it comes in, and goes when it is taken back.
class RestatementsTest {
    private static final AccountKey ACME = AccountKey.ofHandle(Platform.LINKEDIN, "acme");
    /// Its days are settled two days after their end.
    private static final LocalDate DAY = LocalDate.of(2026, 3, 1);

    private static final Instant EARLY = Instant.parse("2026-03-02T05:00:00Z");
    private static final Instant SETTLED = Instant.parse("2026-03-04T05:00:00Z");
    private static final Instant LATER = Instant.parse("2026-03-14T05:00:00Z");
    private static final Duration DAYS = Duration.ofDays(1);

    private final MutableClock clock = new MutableClock(EARLY);
    private final LedgerFixture fixture = LedgerFixture.create(clock);
    private final Ledger ledger = fixture.ledger();
    private final long business = fixture.business().id();

    @AfterEach
    void close() {
        fixture.close();
    }

    @Test
    void aDayThatChangesAfterItSettledIsRestatedUntilTheChangeIsTakenBack() {
        sync("early", EARLY, day(EARLY, 90));
        sync("settled", SETTLED, day(SETTLED, 100));
        assertThat(restated(ledger.frame(business))).isEmpty();

        sync("again", SETTLED.plus(DAYS), day(SETTLED.plus(DAYS), 100));
        long changed = sync("later", LATER, day(LATER, 109));
        sync("latest", LATER.plus(DAYS), day(LATER.plus(DAYS), 109));

        Restatement only = restated(ledger.frame(business)).getFirst();
        assertThat(restated(ledger.frame(business))).hasSize(1);
        assertThat(only.ofPost()).isFalse();
        assertThat(only.day()).isEqualTo(DAY.toEpochDay());
        assertThat(only.seenOn()).isEqualTo(LocalDate.of(2026, 3, 14).toEpochDay());
        assertThat(only.before()).isEqualTo(100);
        assertThat(only.after()).isEqualTo(109);
        assertRebuilt();

        ledger.undo(business, changed);
        // Then it is the next source that was first to say so.
        assertThat(restated(ledger.frame(business)).getFirst().seenOn())
                .isEqualTo(LocalDate.of(2026, 3, 15).toEpochDay());
        assertRebuilt();
    }

    @Test
    void asOfBeforeItWasSeenThereIsNoMarkerAndTheFormerNumber() {
        sync("settled", SETTLED, day(SETTLED, 100));
        Instant between = SETTLED.plus(DAYS);
        clock.set(between);
        sync("later", LATER, day(LATER, 109));

        Marker marker = markers(ledger.frame(business), Basis.Choice.ACTIVITY).getFirst();
        assertThat(value(ledger.frame(business))).isEqualTo(109);
        Restated told = Objects.requireNonNull(marker.restatement());
        assertThat(told.before()).isEqualTo(100);
        assertThat(told.after()).isEqualTo(109);

        FramesAsOf past = new FramesAsOf(ledger);
        Instant offered = Objects.requireNonNull(told.asOf());
        for (Instant instant : List.<Instant>of(between, offered)) {
            Frame then = past.read(business, instant);
            assertThat(markers(then, Basis.Choice.ACTIVITY)).isEmpty();
            assertThat(value(then)).isEqualTo(100);
        }
        assertThat(markers(past.read(business, LATER), Basis.Choice.ACTIVITY)).containsExactly(marker);
    }

    @Test
    void sourcesOfAnotherKindOrFormatRestateNothing() {
        sync("settled", SETTLED, day(SETTLED, 100));
        append(new SourceSpec(ledger.newId(), SourceSpec.Kind.FILE, "test", "file", "file", LATER), day(LATER, 200));
        append(new SourceSpec(ledger.newId(), SourceSpec.Kind.SYNC, "other", "o", "o", LATER), day(LATER, 300));

        assertThat(restated(ledger.frame(business))).isEmpty();
    }

    @Test
    void itMakesNoDifferenceInWhichOrderFilesAreImportedButForWhatWasToldBefore() {
        clock.set(LATER.plus(DAYS));
        file("later", LATER, day(LATER, 109));
        clock.advance(DAYS);
        file("settled", SETTLED, day(SETTLED, 100));

        Restatement only = restated(ledger.frame(business)).getFirst();
        assertThat(only.before()).isEqualTo(100);
        assertThat(only.after()).isEqualTo(109);
        assertThat(only.formerAsOf()).isNull();
    }

    @Test
    void aPostThatLosesWhatPeopleCannotTakeBackIsRestatedOnceTheNextReadingSaysSo() {
        sync("1", at(1), post(at(1), 1_000));
        sync("2", at(2), post(at(2), 600));
        assertThat(restated(ledger.frame(business))).isEmpty();

        sync("3", at(3), post(at(3), 640));

        Restatement only = restated(ledger.frame(business)).getFirst();
        assertThat(only.ofPost()).isTrue();
        assertThat(only.before()).isEqualTo(1_000);
        assertThat(only.after()).isEqualTo(600);
        assertThat(only.formerAsOf()).isEqualTo(at(2).minusNanos(1_000));
        Marker marker = markers(ledger.frame(business), Basis.Choice.PUBLISHED).getFirst();
        assertThat(marker.from()).isEqualTo(DAY);
        assertThat(Objects.requireNonNull(marker.restatement()).seenOn()).isEqualTo(DAY.plusDays(2));
        assertThat(new FramesAsOf(ledger).read(business, at(2)).restatements().of(Metric.IMPRESSIONS))
                .isEmpty();
        assertThat(restated(new FramesAsOf(ledger).read(business, at(3)))).containsExactly(only);
        assertRebuilt();
    }

    private void assertRebuilt() {
        List<String> derived = fixture.dump().derived();
        assertThat(derived).anyMatch(row -> row.contains("restated"));
        ledger.rebuild(business);
        assertThat(fixture.dump().derived()).isEqualTo(derived);
    }

    private static List<Restatement> restated(Frame frame) {
        return frame.restatements().of(Metric.IMPRESSIONS);
    }

    private List<Marker> markers(Frame frame, Basis.Choice basis) {
        return Trends.compute(frame, query(basis), Granularity.DAY, Set.of(Metric.IMPRESSIONS), clock.instant())
                .markers();
    }

    private double value(Frame frame) {
        TrendsAnswer.Point first = Trends.compute(
                        frame,
                        query(Basis.Choice.ACTIVITY),
                        Granularity.DAY,
                        Set.of(Metric.IMPRESSIONS),
                        clock.instant())
                .points()
                .getFirst();
        TrendsAnswer.Value value = Objects.requireNonNull(first.metrics().get("impressions"));
        return Objects.requireNonNull(value.value());
    }

    private static AnalyticsQuery query(Basis.Choice basis) {
        return AnalyticsQuery.DEFAULT
                .over(new PeriodChoice.Dates(new Period(DAY, DAY.plusDays(3))))
                .on(basis);
    }

    private static Instant at(int days) {
        return DAY.atTime(8, 0).toInstant(ZoneOffset.UTC).plus(DAYS.multipliedBy(days));
    }

    /// Recorded when it was observed.
    private long sync(String name, Instant at, Observation... observations) {
        clock.set(at);
        return append(new SourceSpec(ledger.newId(), SourceSpec.Kind.SYNC, "test", name, name, at), observations);
    }

    private void file(String name, Instant at, Observation... observations) {
        append(new SourceSpec(ledger.newId(), SourceSpec.Kind.FILE, "test", name, name, at), observations);
    }

    private long append(SourceSpec spec, Observation... observations) {
        ledger.append(business, spec, sink -> Stream.of(observations).forEach(sink::accept), done -> "{}");
        return spec.sourceId();
    }

    private static Observation day(Instant at, double impressions) {
        return new Observation.OfDay(ACME, null, DAY, ZoneOffset.UTC, impressions(impressions), at);
    }

    private static Observation post(Instant at, double impressions) {
        PostVersion version =
                new PostVersion(at(0), Placement.FEED, Format.IMAGE, "Text", null, Boosted.UNKNOWN, false);
        return new Observation.OfPost(
                ACME, List.of(new Alias("test:post", "1")), version, impressions(impressions), at);
    }

    private static MetricValues impressions(double value) {
        return MetricValues.of(Map.of(Metric.IMPRESSIONS, value));
    }
}
