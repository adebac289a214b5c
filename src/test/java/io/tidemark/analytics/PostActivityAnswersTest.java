package io.tidemark.analytics;

import static io.tidemark.analytics.Values.reporting;
import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.metric.ContentType;
import io.tidemark.metric.Metric;
import io.tidemark.metric.MetricValues;
import io.tidemark.metric.Platform;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// Activity from readings of posts, beside what platforms say about days.
class PostActivityAnswersTest {
    private static final Instant NOW = Instant.parse("2026-11-10T12:00:00Z");
    private static final AnalyticsQuery FOUR_DAYS = AnalyticsQuery.DEFAULT
            .over(new PeriodChoice.Dates(new Period(LocalDate.of(2026, 10, 5), LocalDate.of(2026, 10, 8))))
            .on(Basis.Choice.ACTIVITY);
    private static final MetricValues FACT = reporting(Metric.IMPRESSIONS, 100);
    private static final MetricValues SEEN =
            reporting(Metric.IMPRESSIONS, 7, Metric.REACTIONS, 3, Metric.COMMENTS, 1, Metric.SHARES, 0);

    @Test
    void factsThatCoverThePeriodAndItsComparisonAreTakenAndPostsAreNotAdded() {
        FrameBuilder frame = linkedin()
                .days(0, "2026-10-01", "2026-10-08", FACT)
                .activities(0, "2026-10-01", "2026-10-08", ContentType.TEXT, SEEN);

        OverviewAnswer answer = Overview.compute(frame.build(), FOUR_DAYS, NOW);

        MetricAnswer impressions = metric(answer, "impressions");
        assertThat(impressions.value()).isEqualTo(400);
        assertThat(impressions.previous()).isEqualTo(400);
        assertThat(impressions.sources()).containsExactly("daily_fact");
        assertThat(impressions.bucketZones()).containsExactly("UTC");
        MetricAnswer reactions = metric(answer, "reactions");
        assertThat(reactions.value()).as("which no fact tells").isEqualTo(12);
        assertThat(reactions.sources()).containsExactly("post_activity");
        assertThat(reactions.bucketZones()).containsExactly("Europe/Berlin");
        assertThat(reactions.coverage()).isEqualTo(new Coverage(Coverage.Unit.ACCOUNT_DAY, 4, 4, 4));
    }

    @Test
    void whereNeitherCoversEverythingTheOneThatCoversMoreDaysIsTakenAlone() {
        FrameBuilder moreRead = linkedin()
                .days(0, "2026-10-01", "2026-10-05", FACT)
                .activities(0, "2026-10-03", "2026-10-08", ContentType.TEXT, SEEN);
        FrameBuilder asMany = linkedin()
                .days(0, "2026-10-01", "2026-10-06", FACT)
                .activities(0, "2026-10-03", "2026-10-08", ContentType.TEXT, SEEN);

        MetricAnswer fromPosts = metric(Overview.compute(moreRead.build(), FOUR_DAYS, NOW), "impressions");
        MetricAnswer fromFacts = metric(Overview.compute(asMany.build(), FOUR_DAYS, NOW), "impressions");

        assertThat(fromPosts.value()).isEqualTo(28);
        assertThat(fromPosts.previous()).isEqualTo(14);
        assertThat(fromPosts.sources()).containsExactly("post_activity");
        assertThat(fromFacts.value()).isEqualTo(200);
        assertThat(fromFacts.previous()).isEqualTo(400);
        assertThat(fromFacts.sources()).containsExactly("daily_fact");
    }

    @Test
    void aDayThatThePlatformIsLateWithDoesNotTurnAnAnswerToEstimates() {
        FrameBuilder frame = linkedin()
                .days(0, "2026-10-01", "2026-10-07", FACT)
                .activities(0, "2026-10-01", "2026-10-08", ContentType.TEXT, SEEN);

        MetricAnswer impressions = metric(Overview.compute(frame.build(), FOUR_DAYS, NOW), "impressions");

        assertThat(impressions.value()).isEqualTo(300);
        assertThat(impressions.sources()).containsExactly("daily_fact");
        assertThat(impressions.coverage()).isEqualTo(new Coverage(Coverage.Unit.ACCOUNT_DAY, 3, 4, 4));
    }

    @Test
    void everyAccountHasASourceOfItsOwn() {
        FrameBuilder frame = linkedin()
                .account(Platform.MASTODON)
                .days(0, "2026-10-01", "2026-10-08", reporting(Metric.COMMENTS, 10))
                .activities(1, "2026-10-01", "2026-10-08", ContentType.TEXT, reporting(Metric.COMMENTS, 1));

        OverviewAnswer answer = Overview.compute(frame.build(), FOUR_DAYS, NOW);

        MetricAnswer comments = metric(answer, "comments");
        assertThat(comments.value()).isEqualTo(44);
        assertThat(comments.sources()).containsExactly("daily_fact", "post_activity");
        assertThat(comments.bucketZones()).containsExactly("Europe/Berlin", "UTC");
        assertThat(comments.coverage()).isEqualTo(new Coverage(Coverage.Unit.ACCOUNT_DAY, 8, 8, 8));
        assertThat(answer.period().basisReason().english())
                .isEqualTo("asked for; daily facts or readings of posts cover 8 of 8 account-days in view");
    }

    @Test
    void anAccountDayReportsWhereAnyPostsActivityIsKnown() {
        FrameBuilder frame = linkedin()
                .activity(0, "2026-10-05", ContentType.TEXT, SEEN)
                .activity(0, "2026-10-05", ContentType.VIDEO, reporting(Metric.IMPRESSIONS, 50))
                .activity(0, "2026-10-06", ContentType.VIDEO, reporting(Metric.IMPRESSIONS, 0));

        MetricAnswer impressions = metric(Overview.compute(frame.build(), FOUR_DAYS, NOW), "impressions");

        assertThat(impressions.value()).isEqualTo(57);
        assertThat(impressions.coverage()).isEqualTo(new Coverage(Coverage.Unit.ACCOUNT_DAY, 2, 4, 4));
        assertThat(impressions.status()).isEqualTo(Status.WEAK);
    }

    @Test
    void aFilterByTypeIsAnsweredFromPostsAlone() {
        FrameBuilder frame = linkedin()
                .days(0, "2026-10-01", "2026-10-08", FACT)
                .activities(0, "2026-10-01", "2026-10-08", ContentType.TEXT, SEEN)
                .activities(0, "2026-10-01", "2026-10-08", ContentType.VIDEO, reporting(Metric.IMPRESSIONS, 30));
        AnalyticsQuery videos = FOUR_DAYS.with(new Filters(Set.of(), Set.of(), Set.of(ContentType.VIDEO), Set.of()));

        OverviewAnswer answer = Overview.compute(frame.build(), videos.on(Basis.Choice.AUTO), NOW);

        assertThat(answer.period().basis()).isEqualTo(Basis.ACTIVITY);
        assertThat(answer.period().basisReason().english())
                .isEqualTo("readings of posts cover 4 of 4 account-days in view");
        assertThat(metric(answer, "impressions").value()).isEqualTo(120);
        assertThat(metric(answer, "impressions").sources()).containsExactly("post_activity");
        assertThat(metric(answer, "reactions").status()).isEqualTo(Status.NOT_COLLECTED);
    }

    @Test
    void estimatedAndOpenDaysAreMarked() {
        FrameBuilder estimated = linkedin().activity(0, "2026-10-05", ContentType.TEXT, true, false, SEEN);
        FrameBuilder open = linkedin().activity(0, "2026-10-05", ContentType.TEXT, false, true, SEEN);
        FrameBuilder both = linkedin()
                .activity(0, "2026-10-05", ContentType.TEXT, true, true, SEEN)
                .days(0, "2026-10-01", "2026-10-08", FACT);

        assertThat(metric(Overview.compute(estimated.build(), FOUR_DAYS, NOW), "comments"))
                .matches(MetricAnswer::estimated)
                .matches(answer -> !answer.provisional());
        Instant twelveDaysLater = Instant.parse("2026-10-17T12:00:00Z");
        Instant aWeekLater = Instant.parse("2026-10-12T12:00:00Z");
        assertThat(metric(Overview.compute(open.build(), FOUR_DAYS, aWeekLater), "comments"))
                .as("the next reading is still awaited")
                .matches(answer -> !answer.estimated())
                .matches(MetricAnswer::provisional);
        assertThat(metric(Overview.compute(open.build(), FOUR_DAYS, twelveDaysLater), "comments"))
                .as("a post that old gains little more")
                .matches(answer -> !answer.provisional());
        assertThat(metric(Overview.compute(both.build(), FOUR_DAYS, NOW), "impressions"))
                .as("a fact is neither")
                .matches(answer -> !answer.estimated() && !answer.provisional());
    }

    @Test
    void aDayThatMayStillBeCountedIsCutOffTheComparison() {
        AnalyticsQuery untilYesterday = FOUR_DAYS.over(
                new PeriodChoice.Dates(new Period(LocalDate.of(2026, 11, 6), LocalDate.of(2026, 11, 9))));
        FrameBuilder frame = linkedin().activities(0, "2026-11-02", "2026-11-09", ContentType.TEXT, SEEN);

        OverviewAnswer answer = Overview.compute(frame.build(), untilYesterday, NOW);

        assertThat(Objects.requireNonNull(answer.comparison()).settledTo())
                .as("LinkedIn may revise the 8th and the 9th")
                .isEqualTo(LocalDate.of(2026, 11, 7));
        assertThat(metric(answer, "impressions").value()).isEqualTo(28);
        assertThat(metric(answer, "impressions").provisional()).isTrue();
        assertThat(metric(answer, "impressions").compared()).isEqualTo(14);
        assertThat(metric(answer, "impressions").previous()).isEqualTo(14);
    }

    @Test
    void bothSidesOfARateComeFromOneSource() {
        FrameBuilder frame = linkedin()
                .days(0, "2026-10-01", "2026-10-08", FACT)
                .activities(0, "2026-10-01", "2026-10-08", ContentType.TEXT, SEEN);

        OverviewAnswer answer = Overview.compute(frame.build(), FOUR_DAYS, NOW);

        assertThat(answer.engagement().value()).isEqualTo(16);
        assertThat(Objects.requireNonNull(answer.rates().get("engagement_rate")).value())
                .as("4 engagements for 7 impressions a day, and not for the 100 of the facts")
                .isEqualTo(16 / 28.0);
    }

    @Test
    void engagementOfATypeNeedsTheTermsThatTheTypeAlwaysHas() {
        FrameBuilder frame = linkedin()
                .activity(0, "2026-10-05", ContentType.TEXT, SEEN)
                .activity(0, "2026-10-06", ContentType.TEXT, reporting(Metric.REACTIONS, 5));

        MetricAnswer engagement =
                Overview.compute(frame.build(), FOUR_DAYS, NOW).engagement();

        assertThat(engagement.value()).isEqualTo(4);
        assertThat(engagement.coverage()).isEqualTo(new Coverage(Coverage.Unit.ACCOUNT_DAY, 1, 4, 4));
    }

    @Test
    void trendsTellWhereEveryPointComesFrom() {
        FrameBuilder frame = linkedin()
                .activity(0, "2026-10-05", ContentType.TEXT, SEEN)
                .activity(0, "2026-10-06", ContentType.TEXT, true, false, SEEN);

        TrendsAnswer answer =
                Trends.compute(frame.build(), FOUR_DAYS, Granularity.DAY, Set.of(Metric.IMPRESSIONS), NOW);

        assertThat(answer.points())
                .extracting(point -> point.metrics().get("impressions"))
                .containsExactly(
                        new TrendsAnswer.Value(7.0, Status.COMPLETE, false, false, false),
                        new TrendsAnswer.Value(7.0, Status.COMPLETE, false, true, false),
                        new TrendsAnswer.Value(null, Status.NOT_COLLECTED, false, false, false),
                        new TrendsAnswer.Value(null, Status.NOT_COLLECTED, false, false, false));
        assertThat(answer.sources()).containsExactly("post_activity");
        assertThat(answer.bucketZones()).containsExactly("Europe/Berlin");
    }

    @Test
    void autoCountsReadingsAndFactsTogether() {
        FrameBuilder frame = linkedin()
                .account(Platform.BLUESKY)
                .account(Platform.MASTODON)
                .days(0, "2026-10-05", "2026-10-08", FACT)
                .activities(1, "2026-10-05", "2026-10-07", ContentType.TEXT, reporting(Metric.LIKES, 1));

        PeriodAnswer period = Overview.compute(frame.build(), FOUR_DAYS.on(Basis.Choice.AUTO), NOW)
                .period();

        assertThat(period.basis()).isEqualTo(Basis.ACTIVITY);
        assertThat(period.basisReason().english())
                .isEqualTo("daily facts or readings of posts cover 7 of 8 account-days in view;"
                        + " none come from Mastodon");
    }

    private static FrameBuilder linkedin() {
        return new FrameBuilder("Europe/Berlin").account(Platform.LINKEDIN);
    }

    private static MetricAnswer metric(OverviewAnswer answer, String key) {
        return Objects.requireNonNull(answer.metrics().get(key), key);
    }
}
