package io.tidemark.analytics.insight.digest;

import io.tidemark.analytics.AnalyticsQuery;
import io.tidemark.analytics.BadQuery;
import io.tidemark.analytics.Coverage;
import io.tidemark.analytics.MetricAnswer;
import io.tidemark.analytics.Overview;
import io.tidemark.analytics.OverviewAnswer;
import io.tidemark.analytics.Period;
import io.tidemark.analytics.PeriodChoice;
import io.tidemark.analytics.Status;
import io.tidemark.analytics.View;
import io.tidemark.analytics.insight.InsightType;
import io.tidemark.analytics.insight.digest.DigestAnswer.BestPost;
import io.tidemark.analytics.insight.digest.DigestAnswer.State;
import io.tidemark.analytics.insight.feed.Feed;
import io.tidemark.analytics.insight.feed.FeedAnswer;
import io.tidemark.analytics.insight.feed.FeedEntry;
import io.tidemark.analytics.insight.performance.FairRanking;
import io.tidemark.analytics.post.PostKey;
import io.tidemark.analytics.post.PostNumbers;
import io.tidemark.analytics.post.TopPosts;
import io.tidemark.frame.Frame;
import io.tidemark.frame.FrameAccount;
import io.tidemark.metric.Metric;
import io.tidemark.words.Said;
import io.tidemark.words.Sentence;
import io.tidemark.words.Value;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Sums up a whole week of a business.
public final class Digest {
    private static final List<Metric> MAIN = List.of(Metric.IMPRESSIONS, Metric.VIDEO_VIEWS, Metric.CLICKS);
    private static final int BEST = 3;

    private static final Sentence WEEK_NOT_OVER = Sentence.of(
            "digest_week_not_over",
            "The week from {from} to {to} is not over yet: ask for one that ended on {last} or before.");
    private static final Sentence ABSENT =
            Sentence.of("nothing_reported", "{metric}: nothing was reported, which is not 0.");
    private static final Sentence PARTIAL_POSTS =
            Sentence.of("partly_reported_by_posts", "{metric}: {reporting} of {expected} posts report it.");
    private static final Sentence PARTIAL_ACCOUNTS =
            Sentence.of("partly_reported_by_accounts", "{metric}: {reporting} of {expected} accounts report it.");
    private static final Sentence PARTIAL_DAYS =
            Sentence.of("partly_reported_on_days", "{metric}: {reporting} of {expected} days of accounts report it.");

    private final Frame frame;
    private final AnalyticsQuery query;
    private final Instant now;
    private final OverviewAnswer overview;

    private Digest(Frame frame, AnalyticsQuery query, Instant now) {
        this.frame = frame;
        this.query = query;
        this.now = now;
        overview = Overview.compute(frame, query, now);
    }

    /// The last week that is over everywhere in a zone.
    public static Period lastWeek(ZoneId zone, DayOfWeek weekStart, Instant now) {
        return weekOf(LocalDate.ofInstant(now, zone), weekStart, -1);
    }

    /// @param usual the business's usual question, of which the days are replaced
    /// @param day any day of the week that is meant; null for the last whole week
    /// @throws BadQuery where that week is not over
    public static DigestAnswer compute(
            Frame frame, AnalyticsQuery usual, String business, boolean demo, @Nullable LocalDate day, Instant now) {
        Period last = lastWeek(frame.zone(), frame.weekStart(), now);
        Period week = day == null ? last : weekOf(day, frame.weekStart(), 0);
        if (week.to().isAfter(last.to())) {
            throw BadQuery.of(
                    "week",
                    WEEK_NOT_OVER.said(Map.of(
                            "from", Value.day(week.from()),
                            "to", Value.day(week.to()),
                            "last", Value.day(last.to()))));
        }
        return new Digest(frame, usual.over(new PeriodChoice.Dates(week)), now).answer(business, demo, week);
    }

    private static Period weekOf(LocalDate day, DayOfWeek weekStart, int weeks) {
        LocalDate first = day.with(TemporalAdjusters.previousOrSame(weekStart)).plusWeeks(weeks);
        return new Period(first, first.plusDays(6));
    }

    private DigestAnswer answer(String business, boolean demo, Period week) {
        FeedAnswer feed = Feed.of(frame, query, now).answer();
        List<FeedEntry> findings = feed.insights().stream()
                .filter(entry -> !tellsOfData(entry.insight().type()))
                // For how long posts live is no news of a week.
                .filter(entry -> entry.insight().type() != InsightType.HALF_LIFE)
                .toList();
        List<DigestAnswer.MainNumber> numbers = numbers();
        return new DigestAnswer(
                frame.businessId(),
                business,
                demo,
                overview.period(),
                overview.comparison(),
                frame.dataVersion(),
                state(findings, numbers),
                numbers,
                overview.followers(),
                overview.published().posts(),
                feed.rate(),
                findings,
                best(week),
                missing(feed, numbers));
    }

    private List<DigestAnswer.MainNumber> numbers() {
        Stream<DigestAnswer.MainNumber> main =
                MAIN.stream().map(metric -> DigestAnswer.MainNumber.of(metric.key(), metric.title(), metric(metric)));
        Stream<DigestAnswer.MainNumber> engagement =
                Stream.of(DigestAnswer.MainNumber.of("engagement", "Engagement", overview.engagement()));
        return Stream.concat(main, engagement)
                .filter(number -> number.value() != null || number.status() != Status.NOT_PROVIDED)
                .toList();
    }

    private MetricAnswer metric(Metric metric) {
        MetricAnswer answer = overview.metrics().get(metric.key());
        if (answer == null) {
            throw new IllegalStateException("An overview lacks " + metric.key());
        }
        return answer;
    }

    private State state(List<FeedEntry> findings, List<DigestAnswer.MainNumber> numbers) {
        boolean anything =
                overview.published().posts().value() > 0 || numbers.stream().anyMatch(number -> number.value() != null);
        if (!anything) {
            return State.NO_DATA;
        }
        return findings.stream().anyMatch(entry -> standsOut(entry.insight().type())) ? State.EVENTFUL : State.CALM;
    }

    private static boolean tellsOfData(InsightType type) {
        return switch (type) {
            case STOPPED_REPORTING, LOW_COVERAGE, PROVISIONAL_DAYS -> true;
            default -> false;
        };
    }

    private static boolean standsOut(InsightType type) {
        return switch (type) {
            case CHANGE,
                    RECORD_DAY,
                    RECORD_WEEK,
                    RECORD_POST,
                    WEEK_CHANGE,
                    LEVEL_SHIFT,
                    UNUSUAL_DAY,
                    BEST_TIME,
                    EFFECT -> true;
            case STOPPED_REPORTING,
                    LOW_COVERAGE,
                    PROVISIONAL_DAYS,
                    TIMES_ALIKE,
                    HALF_LIFE,
                    UNTESTED_CHANGE,
                    WITHIN_VARIATION -> false;
        };
    }

    private List<BestPost> best(Period week) {
        PostNumbers numbers = new PostNumbers(new View(frame, query.filters(), now), query);
        TopPosts top = TopPosts.of(
                numbers,
                week,
                query.filters(),
                new TopPosts.Question(PostKey.Derived.ENGAGEMENT_RATE, TopPosts.Rank.FAIR, BEST));
        List<BestPost> best = new ArrayList<>();
        for (TopPosts.Ranked ranked : top.posts()) {
            FairRanking.Score fair = ranked.fair();
            if (fair != null) {
                best.add(post(numbers, ranked, fair));
            }
        }
        return best;
    }

    private BestPost post(PostNumbers numbers, TopPosts.Ranked ranked, FairRanking.Score fair) {
        int row = ranked.row();
        FrameAccount account = numbers.account(row);
        return new BestPost(
                ranked.rank(),
                frame.posts().id(row),
                account.platform(),
                account.name(),
                frame.posts().contentType(row),
                Instant.ofEpochSecond(frame.posts().publishedAt(row)),
                fair.score(),
                fair.raw(),
                fair.evidence());
    }

    private static List<Said> missing(FeedAnswer feed, List<DigestAnswer.MainNumber> numbers) {
        Stream<Said> found = feed.insights().stream()
                .filter(entry -> tellsOfData(entry.insight().type()))
                .map(entry -> entry.insight().text());
        Stream<Said> absent = numbers.stream()
                .filter(number -> number.value() == null)
                .map(number -> ABSENT.said(Map.of("metric", Value.figure(number.key(), number.name()))));
        Stream<Said> partial = numbers.stream()
                .filter(number -> number.value() != null
                        && number.coverage().reporting() < number.coverage().expected())
                .map(Digest::partial);
        return Stream.of(found, absent, partial)
                .flatMap(part -> part)
                .distinct()
                .toList();
    }

    private static Said partial(DigestAnswer.MainNumber number) {
        Coverage coverage = number.coverage();
        Sentence sentence = switch (coverage.unit()) {
            case POST -> PARTIAL_POSTS;
            case ACCOUNT -> PARTIAL_ACCOUNTS;
            case ACCOUNT_DAY -> PARTIAL_DAYS;
        };
        return sentence.said(Map.of(
                "metric", Value.figure(number.key(), number.name()),
                "reporting", Value.count(coverage.reporting()),
                "expected", Value.count(coverage.expected())));
    }
}
