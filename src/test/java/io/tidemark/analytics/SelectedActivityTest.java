package io.tidemark.analytics;

import static io.tidemark.analytics.Values.reporting;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tidemark.frame.ActivityFrame;
import io.tidemark.frame.Label;
import io.tidemark.frame.LabelKind;
import io.tidemark.frame.OutdatedFrame;
import io.tidemark.metric.Boosted;
import io.tidemark.metric.ContentType;
import io.tidemark.metric.Metric;
import io.tidemark.metric.MetricValues;
import io.tidemark.metric.Platform;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// Activity of posts that carry a label or are boosted, which sums over all posts of an account cannot tell.
class SelectedActivityTest {
    private static final Instant NOW = Instant.parse("2026-11-10T12:00:00Z");
    private static final LocalDate FIRST = LocalDate.of(2026, 10, 1);
    private static final int DAYS = 10;
    private static final MetricValues FACT = reporting(Metric.IMPRESSIONS, 1_000, Metric.COMMENTS, 50);

    /// Post n brings n comments a day from its publication on; those with an even number are videos.
    private final List<long[]> read = new ArrayList<>();

    @Test
    void theLabelsOfAPartitionAddUpToWhatReadingsOfAllPostsSay() {
        FrameBuilder frame = frame();

        double spring = comments(overview(frame, "label", "campaign:Spring"));
        double summer = comments(overview(frame, "label", "campaign:Summer"));
        double neither = comments(overview(frame, "label", "none:campaign"));
        double all = comments(overview(frame, "content_type", "text", "content_type", "video"));

        assertThat(spring).isEqualTo(sum(1, 3));
        assertThat(summer).isEqualTo(sum(2));
        assertThat(spring + summer + neither).isEqualTo(all).isEqualTo(sum(1, 2, 3, 4));
    }

    @Test
    void theAnswerSaysThatItComesFromReadingsOfPosts() {
        OverviewAnswer answer = overview(frame(), "label", "campaign:Spring");

        MetricAnswer comments = metric(answer);
        assertThat(answer.period().basis()).isEqualTo(Basis.ACTIVITY);
        assertThat(answer.period().basisReason().english())
                .isEqualTo("asked for; readings of posts cover 18 of 18 account-days in view");
        assertThat(comments.sources()).containsExactly("post_activity");
        assertThat(comments.bucketZones()).containsExactly("Europe/Berlin");
        assertThat(comments.coverage())
                .as("from the first labelled post of each account on: days before it are no gaps")
                .isEqualTo(new Coverage(Coverage.Unit.ACCOUNT_DAY, 18, 18, 18));
        assertThat(metric(overview(frame(), "label", "campaign:Summer")).coverage())
                .as("one account has no post with the label")
                .isEqualTo(new Coverage(Coverage.Unit.ACCOUNT_DAY, 9, 9, 9));
    }

    @Test
    void boostedPostsAreToldApart() {
        FrameBuilder frame = frame();

        assertThat(comments(overview(frame, "boosted", "yes"))).isEqualTo(sum(4));
        assertThat(comments(overview(frame, "boosted", "no"))).isEqualTo(sum(1, 2, 3));
        assertThat(comments(overview(frame, "boosted", "no", "label", "not:campaign:Spring")))
                .isEqualTo(sum(2));
    }

    @Test
    void typesOfLabelledPostsAreToldApartAndReadOnce() {
        AnalyticsQuery query = query("label", "none:campaign", "label", "campaign:Spring");

        ContentTypesAnswer types = ContentTypes.compute(frame().build(), query, NOW);

        assertThat(types.contentTypes())
                .extracting(row -> row.contentType() + " "
                        + Objects.requireNonNull(row.metrics().get("comments")).value())
                .containsExactlyInAnyOrder("TEXT " + sum(1, 3), "VIDEO " + sum(4));
        assertThat(read).hasSize(1);
        assertThat(read.getFirst()).containsExactly(1, 3, 4);
    }

    @Test
    void trendsAndPlatformsAreAnsweredAlike() {
        AnalyticsQuery query = query("label", "campaign:Spring");

        TrendsAnswer trends = Trends.compute(frame().build(), query, Granularity.DAY, Set.of(Metric.COMMENTS), NOW);
        PlatformComparisonAnswer platforms = PlatformComparison.compute(frame().build(), query, NOW);

        assertThat(trends.points())
                .extracting(point ->
                        Objects.requireNonNull(point.metrics().get("comments")).value())
                .startsWith(1.0, 1.0, 4.0)
                .endsWith(4.0);
        assertThat(trends.sources()).containsExactly("post_activity");
        assertThat(platforms.platforms())
                .extracting(row -> row.platform() + " "
                        + Objects.requireNonNull(row.metrics().get("comments")).value())
                .containsExactlyInAnyOrder("LINKEDIN " + sum(1), "X " + sum(3));
    }

    @Test
    void aLabelWithoutPostsOnThePeriodHasNothingThatCouldBeMissing() {
        OverviewAnswer answer = overview(frame().label(new Label(9, LabelKind.MARKET, "Mars")), "label", "market:Mars");

        assertThat(metric(answer).value()).isNull();
        assertThat(metric(answer).status()).isEqualTo(Status.NOT_COLLECTED);
        assertThat(read).isEmpty();
    }

    @Test
    void nothingIsReadForWhatDoesNotNeedIt() {
        FrameBuilder frame = frame();

        Overview.compute(frame.build(), query("label", "campaign:Spring").on(Basis.Choice.PUBLISHED), NOW);
        Overview.compute(frame.build(), query("content_type", "video"), NOW);

        assertThat(read).isEmpty();
    }

    @Test
    void dataThatHasMovedOnIsNotMixedWithWhatTheFrameHolds() {
        FrameBuilder frame = frame().postDays(posts -> {
            throw new OutdatedFrame(1, 2);
        });

        assertThatThrownBy(() -> overview(frame, "boosted", "yes")).isInstanceOf(OutdatedFrame.class);
    }

    private FrameBuilder frame() {
        FrameBuilder frame = new FrameBuilder("Europe/Berlin")
                .account(Platform.LINKEDIN)
                .account(Platform.X)
                .days(0, "2026-09-20", "2026-10-12", FACT)
                .label(new Label(1, LabelKind.CAMPAIGN, "Spring"), 1, 3)
                .label(new Label(2, LabelKind.CAMPAIGN, "Summer"), 2)
                .postDays(this::read);
        for (int post = 1; post <= 4; post++) {
            frame.post(
                    account(post),
                    published(post) + "T10:00:00Z",
                    type(post),
                    boosted(post),
                    reporting(Metric.COMMENTS, 5));
        }
        LocalDate day = FIRST;
        for (int i = 0; i < DAYS; i++, day = day.plusDays(1)) {
            for (int post = 1; post <= 4; post++) {
                if (!day.isBefore(published(post))) {
                    frame.activity(account(post), day.toString(), type(post), reporting(Metric.COMMENTS, post));
                }
            }
        }
        return frame;
    }

    private ActivityFrame read(long[] posts) {
        read.add(posts);
        ActivityFrame.Builder activity = ActivityFrame.builder(16);
        for (LocalDate day = FIRST; day.isBefore(FIRST.plusDays(DAYS)); day = day.plusDays(1)) {
            for (int account = 0; account < 2; account++) {
                for (long post : posts) {
                    if (account(post) == account && !day.isBefore(published(post))) {
                        activity.add(account, day, type(post), 0, 0, reporting(Metric.COMMENTS, post));
                    }
                }
            }
        }
        return activity.build();
    }

    /// Posts of an account differ in their types, so that every row stands for one post.
    private static int account(long post) {
        return post == 1 || post == 2 ? 0 : 1;
    }

    private static ContentType type(long post) {
        return post % 2 == 0 ? ContentType.VIDEO : ContentType.TEXT;
    }

    private static Boosted boosted(long post) {
        return post == 4 ? Boosted.YES : Boosted.NO;
    }

    private static LocalDate published(long post) {
        return FIRST.plusDays(post - 1);
    }

    private static double sum(int... posts) {
        return Arrays.stream(posts).map(post -> post * (DAYS - post + 1)).sum();
    }

    private static AnalyticsQuery query(String... parameters) {
        Map<String, List<String>> given = new HashMap<>();
        for (int i = 0; i < parameters.length; i += 2) {
            given.computeIfAbsent(parameters[i], none -> new ArrayList<>()).add(parameters[i + 1]);
        }
        return QueryParameters.parse(given)
                .over(new PeriodChoice.Dates(Period.ofDays(FIRST, DAYS)))
                .on(Basis.Choice.ACTIVITY);
    }

    private static OverviewAnswer overview(FrameBuilder frame, String... parameters) {
        return Overview.compute(frame.build(), query(parameters), NOW);
    }

    private static MetricAnswer metric(OverviewAnswer answer) {
        return Objects.requireNonNull(answer.metrics().get("comments"));
    }

    private static double comments(OverviewAnswer answer) {
        return Objects.requireNonNull(metric(answer).value());
    }
}
