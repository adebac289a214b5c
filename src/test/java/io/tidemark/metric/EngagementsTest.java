package io.tidemark.metric;

import static io.tidemark.metric.Engagement.PUBLIC;
import static io.tidemark.metric.Engagement.WITH_CLICKS;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class EngagementsTest {
    private static final Map<Metric, Double> LINKEDIN_POST = Map.of(
            Metric.IMPRESSIONS, 900.0,
            Metric.REACTIONS, 12.0,
            Metric.COMMENTS, 1.0,
            Metric.SHARES, 2.0,
            Metric.CLICKS, 31.0);

    private static final Map<Metric, Double> X_POST = Map.of(
            Metric.LIKES, 40.0,
            Metric.COMMENTS, 5.0,
            Metric.REPOSTS, 7.0);

    @Test
    void engagementAddsReactionsCommentsAndShares() {
        assertThat(post(PUBLIC, Platform.LINKEDIN, LINKEDIN_POST)).hasValue(15);
    }

    @Test
    void clicksCountOnlyWhereAskedFor() {
        assertThat(post(WITH_CLICKS, Platform.LINKEDIN, LINKEDIN_POST)).hasValue(46);
    }

    @Test
    void linkClicksStandInWhereThePlatformCountsOnlyThese() {
        assertThat(post(WITH_CLICKS, Platform.X, with(X_POST, Metric.LINK_CLICKS, 4)))
                .hasValue(56);
        assertThat(post(
                        WITH_CLICKS,
                        Platform.FACEBOOK,
                        Map.of(
                                Metric.REACTIONS, 1.0,
                                Metric.COMMENTS, 2.0,
                                Metric.SHARES, 3.0,
                                Metric.CLICKS, 10.0,
                                Metric.LINK_CLICKS, 4.0)))
                .hasValue(16);
    }

    @Test
    void conditionalTermsAddWhenPresent() {
        assertThat(post(PUBLIC, Platform.X, X_POST)).hasValue(52);
        assertThat(post(PUBLIC, Platform.X, with(X_POST, Metric.QUOTES, 2))).hasValue(54);
        assertThat(post(PUBLIC, Platform.X, with(with(X_POST, Metric.QUOTES, 2), Metric.SAVES, 3)))
                .hasValue(57);
    }

    @Test
    void aMissingTermIsNeverZero() {
        for (Metric metric : X_POST.keySet()) {
            assertThat(post(PUBLIC, Platform.X, without(X_POST, metric))).isEmpty();
        }
        assertThat(post(PUBLIC, Platform.X, with(X_POST, Metric.COMMENTS, 0))).hasValue(47);
    }

    @Test
    void withoutAnyTermThereIsNoEngagement() {
        assertThat(post(PUBLIC, Platform.LINKEDIN, Map.of(Metric.IMPRESSIONS, 900.0)))
                .isEmpty();
        assertThat(day(Platform.X, Map.of(Metric.IMPRESSIONS, 900.0))).isEmpty();
    }

    @Test
    void likesAreNotAddedToReactions() {
        assertThat(post(PUBLIC, Platform.LINKEDIN, with(LINKEDIN_POST, Metric.LIKES, 12)))
                .hasValue(15);
    }

    @Test
    void aStoryNeedsNoLikesAndNoSaves() {
        Map<Metric, Double> story = Map.of(Metric.COMMENTS, 3.0, Metric.SHARES, 4.0);
        assertThat(of(PUBLIC, Platform.INSTAGRAM, Subject.POST, ContentType.STORY, story))
                .hasValue(7);
        assertThat(of(PUBLIC, Platform.INSTAGRAM, Subject.POST, ContentType.IMAGE, story))
                .isEmpty();
        assertThat(of(PUBLIC, Platform.INSTAGRAM, Subject.POST, ContentType.UNKNOWN, story))
                .isEmpty();
    }

    @Test
    void aDayHasNoEngagementWhereItsPartIsOnlyKnownPerPost() {
        Map<Metric, Double> reactions = Map.of(Metric.REACTIONS, 30.0);
        assertThat(day(Platform.FACEBOOK, reactions)).isEmpty();
        assertThat(day(Platform.FACEBOOK, with(with(reactions, Metric.COMMENTS, 4), Metric.SHARES, 1)))
                .hasValue(35);
        assertThat(Engagements.expects(PUBLIC, Platform.FACEBOOK, Subject.ACCOUNT_DAY, ContentType.UNKNOWN))
                .isFalse();
        assertThat(Engagements.expects(PUBLIC, Platform.LINKEDIN, Subject.ACCOUNT_DAY, ContentType.UNKNOWN))
                .isTrue();
    }

    @Test
    void anAccountAsOfNowHasNoEngagement() {
        assertThat(of(PUBLIC, Platform.LINKEDIN, Subject.ACCOUNT, ContentType.UNKNOWN, LINKEDIN_POST))
                .isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void everyPlatformsPostsAreExpectedToHaveAnEngagement(Platform platform) {
        assertThat(Engagements.expects(PUBLIC, platform, Subject.POST, ContentType.VIDEO))
                .isTrue();
    }

    @Test
    void termsFollowWhatThePlatformCountsSeparately() {
        assertThat(publicTerms(Platform.LINKEDIN))
                .containsExactly(Metric.REACTIONS, Metric.COMMENTS, Metric.SHARES, Metric.SAVES);
        assertThat(publicTerms(Platform.FACEBOOK)).containsExactly(Metric.REACTIONS, Metric.COMMENTS, Metric.SHARES);
        assertThat(publicTerms(Platform.BLUESKY))
                .containsExactly(Metric.LIKES, Metric.COMMENTS, Metric.REPOSTS, Metric.QUOTES, Metric.SAVES);
        assertThat(publicTerms(Platform.YOUTUBE)).containsExactly(Metric.LIKES, Metric.COMMENTS, Metric.SHARES);
    }

    @Test
    void theFormForLoopsGivesTheSame() {
        List<Map<Metric, Double>> posts =
                List.of(LINKEDIN_POST, without(LINKEDIN_POST, Metric.SHARES), with(LINKEDIN_POST, Metric.SAVES, 9));
        MetricRows rows = (row, metric) -> posts.get(row).getOrDefault(metric, Double.NaN);
        double[] engagements = new double[posts.size()];
        Arrays.setAll(
                engagements,
                row -> Engagements.orNaN(PUBLIC, Platform.LINKEDIN, Subject.POST, ContentType.TEXT, rows, row));
        assertThat(engagements).containsExactly(15, Double.NaN, 24);
    }

    @ParameterizedTest
    @EnumSource
    void theDefaultDenominatorIsInEveryPost(Platform platform) {
        Denominator wanted = Dictionary.expects(platform, Subject.POST, ContentType.VIDEO, Metric.IMPRESSIONS)
                ? Denominator.IMPRESSIONS
                : Dictionary.expects(platform, Subject.POST, ContentType.VIDEO, Metric.VIDEO_VIEWS)
                        ? Denominator.VIDEO_VIEWS
                        : Denominator.FOLLOWERS;
        assertThat(Denominator.defaultFor(platform)).isEqualTo(wanted);
    }

    @Test
    void definitionsAreFoundByTheirIds() {
        assertThat(Definitions.all())
                .extracting(Definition::id)
                .doesNotHaveDuplicates()
                .contains(
                        "engagement/1", "engagement_with_clicks/1", "engagement_rate/1", "ctr/1", "average_per_post/1");
        assertThat(Definitions.all()).extracting(Definition::formula).doesNotHaveDuplicates();
        assertThat(Definitions.find("ctr/1")).contains(Definitions.CTR);
        assertThat(Definitions.find("impressions/1")).contains(Definitions.of(Metric.IMPRESSIONS));
        assertThat(Definitions.find("ctr/2")).isEmpty();
        assertThat(PUBLIC.definition().id()).isEqualTo("engagement/1");
        assertThat(WITH_CLICKS.definition().id()).isEqualTo("engagement_with_clicks/1");
    }

    private static List<Metric> publicTerms(Platform platform) {
        return Engagements.terms(PUBLIC, platform, Subject.POST, ContentType.VIDEO)
                .metrics();
    }

    private static OptionalDouble post(Engagement engagement, Platform platform, Map<Metric, Double> values) {
        return of(engagement, platform, Subject.POST, ContentType.TEXT, values);
    }

    private static OptionalDouble day(Platform platform, Map<Metric, Double> values) {
        return of(PUBLIC, platform, Subject.ACCOUNT_DAY, ContentType.UNKNOWN, values);
    }

    private static OptionalDouble of(
            Engagement engagement, Platform platform, Subject subject, ContentType type, Map<Metric, Double> values) {
        return Engagements.of(engagement, platform, subject, type, metric -> values.getOrDefault(metric, Double.NaN));
    }

    private static Map<Metric, Double> with(Map<Metric, Double> values, Metric metric, double value) {
        Map<Metric, Double> changed = new EnumMap<>(values);
        changed.put(metric, value);
        return changed;
    }

    private static Map<Metric, Double> without(Map<Metric, Double> values, Metric metric) {
        Map<Metric, Double> changed = new EnumMap<>(values);
        changed.remove(metric);
        return changed;
    }
}
