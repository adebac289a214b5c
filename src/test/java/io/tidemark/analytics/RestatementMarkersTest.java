package io.tidemark.analytics;

import static io.tidemark.analytics.Values.reporting;
import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.analytics.TrendsAnswer.Marker;
import io.tidemark.frame.Label;
import io.tidemark.frame.LabelKind;
import io.tidemark.frame.Restatements;
import io.tidemark.metric.Boosted;
import io.tidemark.metric.ContentType;
import io.tidemark.metric.Metric;
import io.tidemark.metric.Platform;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// LinkedIn says something about days, Instagram is told from its posts.
class RestatementMarkersTest {
    private static final Instant NOW = Instant.parse("2026-10-21T06:00:00Z");
    private static final Instant SEEN = Instant.parse("2026-10-15T05:20:00Z");
    private static final Instant BEFORE = Instant.parse("2026-10-08T05:20:00Z");
    private static final LocalDate DAY = LocalDate.of(2026, 10, 4);
    private static final AnalyticsQuery QUERY = AnalyticsQuery.DEFAULT
            .over(new PeriodChoice.Dates(new Period(LocalDate.of(2026, 10, 1), LocalDate.of(2026, 10, 20))))
            .on(Basis.Choice.ACTIVITY);
    private static final AnalyticsQuery PUBLISHED = QUERY.on(Basis.Choice.PUBLISHED);

    private static FrameBuilder frame() {
        FrameBuilder frame = new FrameBuilder("UTC")
                .account(Platform.LINKEDIN)
                .account(Platform.INSTAGRAM)
                .days(0, "2026-10-01", "2026-10-20", reporting(Metric.IMPRESSIONS, 10, Metric.REACH, 8))
                .activities(1, "2026-10-01", "2026-10-20", ContentType.IMAGE, reporting(Metric.IMPRESSIONS, 5))
                .post(1, "2026-10-02T08:00:00Z", ContentType.IMAGE, reporting(Metric.IMPRESSIONS, 70))
                .post(1, "2026-10-06T08:00:00Z", ContentType.REEL, Boosted.YES, reporting(Metric.IMPRESSIONS, 50))
                .label(new Label(9, LabelKind.CAMPAIGN, "autumn"), 1);
        return frame;
    }

    @Test
    void aDayThatChangedIsToldWithWhatItWasAndAsOfWhen() {
        FrameBuilder frame = frame().restated(all -> day(all, 0, DAY, Metric.IMPRESSIONS, 8, 10));

        Marker marker = only(frame, QUERY);

        assertThat(marker.kind()).isEqualTo(Marker.Kind.RESTATEMENT);
        assertThat(marker.from()).isEqualTo(DAY).isEqualTo(marker.to());
        assertThat(marker.platform()).isEqualTo(Platform.LINKEDIN);
        assertThat(marker.source()).isNull();
        assertThat(marker.restatement())
                .isEqualTo(new TrendsAnswer.Restated(
                        LocalDate.of(2026, 10, 15),
                        Coverage.Unit.ACCOUNT_DAY,
                        1,
                        1,
                        8.0,
                        10.0,
                        Instant.parse("2026-10-15T05:19:59.999999Z")));
        assertThat(marker.text())
                .isEqualTo("LinkedIn changed a settled day, seen on 15 October 2026: 8 before, 10 since."
                        + " What it said before is told as of 2026-10-15T05:19:59.999999Z.");
    }

    @Test
    void postsThatLostSomethingAreToldOnTheDayOnWhichItWasSeenAndOnThePublishedBasisOnTheirOwn() {
        FrameBuilder frame = frame().restated(all -> {
            post(all, 1, 100, 70);
            post(all, 2, 1_000, 50);
            // Not among the posts of the frame.
            post(all, 3, 9, 1);
        });

        Marker activity = only(frame, QUERY);
        assertThat(activity.from()).isEqualTo(LocalDate.of(2026, 10, 15)).isEqualTo(activity.to());
        assertThat(restated(activity).items()).isEqualTo(2);
        assertThat(activity.text())
                .startsWith("Instagram took back a part of what it had counted for 2 posts, seen on 15 October 2026:"
                        + " 1,100 before, 120 since. It counts as no activity.");

        Marker published = only(frame, PUBLISHED);
        assertThat(published.from()).isEqualTo(LocalDate.of(2026, 10, 2));
        assertThat(published.to()).isEqualTo(LocalDate.of(2026, 10, 6));
        assertThat(published.text()).doesNotContain("activity");
    }

    @Test
    void whatTheNumbersAreNotMadeOfIsNotTold() {
        FrameBuilder frame = frame().restated(all -> {
            day(all, 0, DAY, Metric.IMPRESSIONS, 8, 10);
            // The account's activity comes from its posts.
            day(all, 1, DAY, Metric.IMPRESSIONS, 8, 20);
        });

        assertThat(only(frame, QUERY).platform()).isEqualTo(Platform.LINKEDIN);
        assertThat(answer(frame, PUBLISHED).markers()).isEmpty();
        assertThat(answer(frame, QUERY, Metric.LIKES).markers()).isEmpty();
        assertThat(answer(frame, days(QUERY, "2026-10-05", "2026-10-20")).markers())
                .isEmpty();
        assertThat(answer(frame, days(QUERY, "2026-10-04", "2026-10-04")).markers())
                .hasSize(1);
    }

    @Test
    void filtersAreHeeded() {
        FrameBuilder frame = frame().restated(all -> {
            day(all, 0, DAY, Metric.IMPRESSIONS, 8, 10);
            post(all, 1, 100, 70);
            post(all, 2, 1_000, 50);
        });

        assertThat(answer(frame, QUERY).markers()).hasSize(2);
        assertThat(only(frame, QUERY.with(new Filters(Set.of(Platform.LINKEDIN), Set.of(), Set.of(), Set.of()))))
                .extracting(Marker::platform)
                .isEqualTo(Platform.LINKEDIN);
        assertThat(before(frame, QUERY.with(new Filters(Set.of(), Set.of(2L), Set.of(), Set.of()))))
                .isEqualTo(1_100);
        // Days of accounts say nothing of types.
        assertThat(before(frame, QUERY.with(new Filters(Set.of(), Set.of(), Set.of(ContentType.REEL), Set.of()))))
                .isEqualTo(1_000);
        assertThat(before(frame, PUBLISHED.with(new Filters(Set.of(), Set.of(), Set.of(), Set.of(Boosted.YES)))))
                .isEqualTo(1_000);
        assertThat(before(frame, PUBLISHED.with(labelled("autumn")))).isEqualTo(100);
    }

    @Test
    void changesSeenOnOneDayAreOneMarkerAndPeopleDoNotAddOverDays() {
        FrameBuilder frame = frame().restated(all -> {
            day(all, 0, DAY, Metric.IMPRESSIONS, 8, 10);
            day(all, 0, DAY.plusDays(3), Metric.IMPRESSIONS, 12, 10);
            day(all, 0, DAY, Metric.REACH, 5, 8);
            day(all, 0, DAY.plusDays(3), Metric.REACH, 6, 8);
        });

        Marker impressions = only(frame, QUERY);
        assertThat(impressions.from()).isEqualTo(DAY);
        assertThat(impressions.to()).isEqualTo(DAY.plusDays(3));
        assertThat(restated(impressions).items()).isEqualTo(2);
        assertThat(restated(impressions).before()).isEqualTo(20);
        assertThat(restated(impressions).after()).isEqualTo(20);
        Marker reach = answer(frame, QUERY, Metric.REACH).markers().getFirst();
        assertThat(restated(reach).before()).isNull();
        assertThat(reach.text())
                .isEqualTo("LinkedIn changed 2 settled days, seen on 15 October 2026."
                        + " What it said before is told as of 2026-10-15T05:19:59.999999Z.");
    }

    @Test
    void ofManyTheLargestAreToldAndTheRestCounted() {
        FrameBuilder frame = frame().restated(all -> {
            for (int i = 0; i < 8; i++) {
                all.day(
                        0,
                        DAY.plusDays(i),
                        Metric.IMPRESSIONS,
                        SEEN.plusSeconds(86_400L * (i % 7)),
                        SEEN,
                        BEFORE,
                        100,
                        100 + 10 * (i + 1));
            }
        });

        TrendsAnswer answer = answer(frame, QUERY);

        // The first and the eighth were seen on one day.
        assertThat(answer.markers())
                .extracting(Marker::from)
                .containsExactly(DAY, DAY.plusDays(3), DAY.plusDays(4), DAY.plusDays(5), DAY.plusDays(6));
        assertThat(answer.restatementsLeftOut()).isEqualTo(2);
    }

    @Test
    void whatNeverWasToldBeforeHasNoInstant() {
        FrameBuilder frame =
                frame().restated(all -> all.day(0, DAY, Metric.IMPRESSIONS, SEEN, NOW, NOW.plusSeconds(60), 8, 10));

        Marker marker = only(frame, QUERY);

        assertThat(restated(marker).asOf()).isNull();
        assertThat(marker.text()).endsWith("8 before, 10 since.");
    }

    private static void day(
            Restatements.Builder all, int account, LocalDate day, Metric metric, double before, double after) {
        all.day(account, day, metric, SEEN, SEEN, BEFORE, before, after);
    }

    private static void post(Restatements.Builder all, long post, double before, double after) {
        all.post(post, Metric.IMPRESSIONS, SEEN, SEEN, BEFORE, before, after);
    }

    private static Filters labelled(String name) {
        return new Filters(
                Set.of(), Set.of(), Set.of(), Set.of(), Set.of(), Set.of(LabelTerm.parse("campaign:" + name)));
    }

    private static AnalyticsQuery days(AnalyticsQuery query, String from, String to) {
        return query.over(new PeriodChoice.Dates(new Period(LocalDate.parse(from), LocalDate.parse(to))));
    }

    private static double before(FrameBuilder frame, AnalyticsQuery query) {
        return Objects.requireNonNull(restated(only(frame, query)).before());
    }

    private static TrendsAnswer.Restated restated(Marker marker) {
        return Objects.requireNonNull(marker.restatement());
    }

    private static Marker only(FrameBuilder frame, AnalyticsQuery query) {
        TrendsAnswer answer = answer(frame, query);
        assertThat(answer.markers()).hasSize(1);
        assertThat(answer.restatementsLeftOut()).isZero();
        return answer.markers().getFirst();
    }

    private static TrendsAnswer answer(FrameBuilder frame, AnalyticsQuery query) {
        return answer(frame, query, Metric.IMPRESSIONS);
    }

    private static TrendsAnswer answer(FrameBuilder frame, AnalyticsQuery query, Metric metric) {
        return Trends.compute(frame.build(), query, Granularity.DAY, Set.of(metric), NOW);
    }
}
