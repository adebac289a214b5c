package io.tidemark.analytics.insight.why;

import static io.tidemark.analytics.insight.why.WhyFrames.NOW;
import static io.tidemark.analytics.insight.why.WhyFrames.OCTOBER;
import static io.tidemark.analytics.insight.why.WhyFrames.linkedin;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.tidemark.analytics.Comparison;
import io.tidemark.analytics.Filters;
import io.tidemark.analytics.insight.EvidenceStatus;
import io.tidemark.metric.Boosted;
import io.tidemark.metric.ContentType;
import io.tidemark.metric.Metric;
import io.tidemark.metric.MetricValues;
import io.tidemark.metric.Platform;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class WhyTest {
    @Test
    void fewerPostsAreVolume() {
        WhyFrames frames = company()
                .posts(0, "2026-09", 40, ContentType.IMAGE, linkedin(1000, 50))
                .posts(0, "2026-10", 30, ContentType.IMAGE, linkedin(1000, 50));

        WhyAnswer answer = why(frames, WhyMetric.ENGAGEMENT);

        assertThat(answer.ageHours()).isEqualTo(672);
        assertThat(change(answer).change()).isEqualTo(-500);
        assertThat(change(answer).ratio()).isCloseTo(-0.25, within(1e-12));
        EffectAnswer volume = effect(answer, "volume");
        assertThat(volume.change()).isCloseTo(-500, within(1e-9));
        assertThat(volume.named()).isTrue();
        assertThat(volume.evidence().status()).isEqualTo(EvidenceStatus.OK);
        assertThat(answer.sentence().english())
                .isEqualTo(
                        "Engagement fell by 25% (from 2,000 to 1,500, each post at the age of 28 days): mostly because"
                                + " fewer posts were published (-25%).");
    }

    @Test
    void exposureAndResponseAreToldApart() {
        WhyFrames frames = company();
        scattered(frames, "2026-09", 60, 1000, 0.05);
        scattered(frames, "2026-10", 60, 500, 0.10);

        WhyAnswer answer = why(frames, WhyMetric.ENGAGEMENT);

        assertThat(effect(answer, "exposure").change()).isNegative();
        assertThat(effect(answer, "exposure").named()).isTrue();
        assertThat(effect(answer, "response").change()).isPositive();
        assertThat(effect(answer, "response").named()).isTrue();
        assertThat(effect(answer, "volume").change()).isZero();
        assertAddsUp(answer);
    }

    @Test
    void aMoveBetweenPlatformsAndTypesIsMix() {
        WhyFrames frames = new WhyFrames()
                .account(Platform.LINKEDIN)
                .account(Platform.BLUESKY)
                .posts(0, "2026-09", 20, ContentType.IMAGE, linkedin(1000, 50))
                .posts(1, "2026-09", 20, ContentType.TEXT, bluesky(10))
                .posts(0, "2026-10", 10, ContentType.IMAGE, linkedin(1000, 50))
                .posts(1, "2026-10", 25, ContentType.TEXT, bluesky(10))
                .posts(1, "2026-10", 5, ContentType.IMAGE, bluesky(10));

        WhyAnswer answer = why(frames, WhyMetric.ENGAGEMENT);

        EffectAnswer mix = effect(answer, "mix");
        assertThat(mix.change()).isCloseTo(-400, within(1e-9));
        assertThat(mix.named()).isTrue();
        assertThat(mix.parts()).extracting(EffectAnswer::effect).contains("platform_mix", "content_type_mix");
        assertThat(mix.parts().stream().mapToDouble(EffectAnswer::change).sum()).isCloseTo(-400, within(1e-9));
        assertThat(answer.sentence().english())
                .contains("mostly because more of the posts were of kinds that bring less (-33%)");
        assertAddsUp(answer);
    }

    @Test
    void groupsAddUpToAllOfTheChange() {
        WhyAnswer answer = why(mixed(3), WhyMetric.ENGAGEMENT);
        double change = change(answer).change();
        WhyAnswer.Groups groups = Objects.requireNonNull(answer.groups());

        assertThat(groups.platforms()).hasSize(2);
        assertThat(groups.accounts()).hasSize(3);
        for (List<GroupAnswer> table : List.of(groups.platforms(), groups.accounts(), groups.contentTypes())) {
            assertThat(table.stream().mapToDouble(GroupAnswer::change).sum()).isCloseTo(change, within(1e-9 * 10_000));
            for (GroupAnswer group : table) {
                double parts = group.effects().values().stream()
                        .mapToDouble(part -> part)
                        .sum();
                assertThat(parts).isCloseTo(group.change(), within(1e-6));
            }
        }
        assertAddsUp(answer);
    }

    @Test
    void aPartOfTheChangeThatOnlyLiesInReportingIsNoneOfTheFactors() {
        WhyFrames frames = company()
                .posts(0, "2026-09", 40, ContentType.IMAGE, linkedin(1000, 50))
                .posts(0, "2026-10", 38, ContentType.IMAGE, linkedin(1000, 50));
        frames.posts(0, "2026-10", 2, ContentType.IMAGE, MetricValues.NONE);

        WhyAnswer answer = why(frames, WhyMetric.ENGAGEMENT);

        assertThat(change(answer).change()).isEqualTo(-100);
        assertThat(change(answer).posts()).isEqualTo(new WhyAnswer.Side(40, 0, 2));
        assertThat(effect(answer, "volume").change()).isZero();
        assertThat(apart(answer, "not_reported").change()).isCloseTo(-100, within(1e-9));
        assertThat(answer.sentence().english())
                .contains("it is there only because the numbers of more posts are missing (-5.0%).");
        assertAddsUp(answer);
    }

    @Test
    void postsThatAreTooYoungAreNoneOfTheFactorsEither() {
        Instant now = Instant.parse("2026-11-07T12:00:00Z");
        WhyFrames frames = company()
                .posts(0, "2026-09", 40, ContentType.IMAGE, linkedin(1000, 50))
                .posts(0, "2026-10", 38, ContentType.IMAGE, linkedin(1000, 50))
                .post(0, Instant.parse("2026-10-31T23:00:00Z"), ContentType.IMAGE, null)
                .post(0, Instant.parse("2026-10-31T23:30:00Z"), ContentType.IMAGE, null);

        WhyAnswer answer =
                Why.compute(frames.build(), OCTOBER, WhyMetric.ENGAGEMENT, now).answer();

        assertThat(answer.ageHours()).isEqualTo(672);
        assertThat(change(answer).posts()).isEqualTo(new WhyAnswer.Side(40, 2, 0));
        assertThat(apart(answer, "too_young").change()).isCloseTo(-100, within(1e-9));
        assertThat(effect(answer, "volume").change()).isZero();
        assertThat(change(answer).evidence().provisionalShare()).isCloseTo(2 / 80.0, within(1e-12));
        assertAddsUp(answer);
    }

    @Test
    void withFewerThanTenPostsNothingIsACause() {
        WhyFrames frames = company()
                .posts(0, "2026-09", 40, ContentType.IMAGE, linkedin(1000, 50))
                .posts(0, "2026-10", 9, ContentType.IMAGE, linkedin(1000, 5));

        WhyAnswer answer = why(frames, WhyMetric.ENGAGEMENT);

        assertThat(answer.effects()).noneMatch(EffectAnswer::named);
        assertThat(effect(answer, "response").evidence().status()).isEqualTo(EvidenceStatus.NOT_ENOUGH_DATA);
        assertThat(answer.sentence().english())
                .doesNotContain("because")
                .contains("at least 10 posts", "one of them has 9");
    }

    @Test
    void chanceIsNoCause() {
        int named = 0;
        for (int i = 0; i < 40; i++) {
            WhyAnswer answer = why(mixed(100 + i), WhyMetric.ENGAGEMENT);
            named += effect(answer, "exposure").named() ? 1 : 0;
            if (change(answer).evidence().status() == EvidenceStatus.NOT_ENOUGH_DATA) {
                assertThat(answer.sentence().english())
                        .contains("cannot be told from chance")
                        .doesNotContain("because");
            }
        }

        assertThat(named).as("of 40 pairs of periods of the same process").isLessThan(12);
    }

    @Test
    void aDirectionThatHangsOnOnePostIsSaidFirst() {
        WhyFrames frames = company()
                .posts(0, "2026-09", 20, ContentType.IMAGE, linkedin(1000, 50))
                .posts(0, "2026-10", 20, ContentType.IMAGE, linkedin(1000, 45))
                .post(0, Instant.parse("2026-10-20T10:00:00Z"), ContentType.IMAGE, linkedin(50_000, 900));

        WhyAnswer answer = why(frames, WhyMetric.ENGAGEMENT);

        assertThat(change(answer).change()).isEqualTo(800);
        assertThat(Objects.requireNonNull(answer.withoutTop()).flips()).isTrue();
        assertThat(answer.withoutTop().change()).isEqualTo(-50);
        assertThat(answer.sentence().english())
                .startsWith("The direction hangs on single posts: without the top post of each period engagement would"
                        + " have fallen, not risen. Engagement rose by 80%");
    }

    @Test
    void thePostsThatMadeMostOfItAreFound() {
        WhyFrames frames = company()
                .posts(0, "2026-09", 20, ContentType.IMAGE, linkedin(1000, 50))
                .post(0, Instant.parse("2026-09-20T10:00:00Z"), ContentType.IMAGE, linkedin(9000, 600))
                .posts(0, "2026-10", 20, ContentType.IMAGE, linkedin(1000, 50))
                .post(0, Instant.parse("2026-10-20T10:00:00Z"), ContentType.IMAGE, linkedin(50_000, 900));

        List<Contribution> posts =
                Why.compute(frames.build(), OCTOBER, WhyMetric.ENGAGEMENT, NOW).posts();

        assertThat(posts.getFirst().current()).isTrue();
        assertThat(posts.getFirst().value()).isEqualTo(900);
        assertThat(posts.getFirst().contribution()).isPositive();
        assertThat(posts.get(1).current()).isFalse();
        assertThat(posts.get(1).value()).isEqualTo(600);
        assertThat(posts.get(1).contribution()).isNegative();
    }

    @Test
    void theRateChangesWithinAndByWhatIsShown() {
        WhyFrames frames = company();
        scattered(frames, "2026-09", 60, 1000, 0.05);
        scattered(frames, "2026-10", 60, 1000, 0.10);

        WhyAnswer answer = why(frames, WhyMetric.ENGAGEMENT_RATE);

        assertThat(answer.effects()).extracting(EffectAnswer::effect).containsExactly("rate_mix", "within");
        assertThat(effect(answer, "within").named()).isTrue();
        assertThat(answer.apart()).isEmpty();
        assertThat(answer.sentence().english())
                .startsWith("The engagement rate rose by")
                .contains("mostly because the same kinds of posts drew more engagement for each time they were shown");
        assertAddsUp(answer);
    }

    @Test
    void impressionsHaveNoResponse() {
        WhyAnswer answer = why(mixed(5), WhyMetric.IMPRESSIONS);

        assertThat(answer.effects()).extracting(EffectAnswer::effect).containsExactly("volume", "mix", "exposure");
        assertAddsUp(answer);
    }

    @Test
    void boostedPostsAndStoriesDoNotCount() {
        WhyFrames frames = company()
                .posts(0, "2026-09", 20, ContentType.IMAGE, linkedin(1000, 50))
                .posts(0, "2026-10", 20, ContentType.IMAGE, linkedin(1000, 50))
                .posts(0, "2026-10", 2, ContentType.STORY, linkedin(1000, 50))
                .post(0, Instant.parse("2026-10-20T10:00:00Z"), ContentType.IMAGE, Boosted.YES, linkedin(90_000, 5000));

        WhyAnswer answer = why(frames, WhyMetric.ENGAGEMENT);

        assertThat(change(answer).posts().published()).isEqualTo(20);
        assertThat(change(answer).change()).isZero();
        assertThat(answer.sentence().english())
                .isEqualTo("Engagement did not change (1,000, each post at the age of 28 days).");
    }

    @Test
    void periodsThatDoNotCompareSaySo() {
        WhyFrames frames = company().posts(0, "2026-10", 20, ContentType.IMAGE, linkedin(1000, 50));

        WhyAnswer alone = why(frames, WhyMetric.ENGAGEMENT);
        WhyAnswer none = Why.compute(
                        frames.build(),
                        OCTOBER.comparing(Comparison.of(Comparison.Rule.NONE)),
                        WhyMetric.ENGAGEMENT,
                        NOW)
                .answer();

        assertThat(alone.change()).isNull();
        assertThat(alone.effects()).isEmpty();
        assertThat(alone.sentence().english())
                .isEqualTo("The two periods do not compare. One of the two periods has no posts to compare.");
        assertThat(none.sentence().english()).isEqualTo("The two periods do not compare. Nothing is compared.");
    }

    @Test
    void theSameDataGiveTheSameAnswerAndADrillDownItsOwn() {
        WhyFrames frames = mixed(9);
        WhyAnswer all = why(frames, WhyMetric.ENGAGEMENT);
        WhyAnswer drilled = Why.compute(
                        frames.build(),
                        OCTOBER.with(new Filters(Set.of(Platform.LINKEDIN), Set.of(), Set.of(), Set.of())),
                        WhyMetric.ENGAGEMENT,
                        NOW)
                .answer();
        double ofPlatform = Objects.requireNonNull(all.groups()).platforms().stream()
                .filter(group -> group.platform() == Platform.LINKEDIN)
                .mapToDouble(GroupAnswer::change)
                .sum();

        assertThat(why(mixed(9), WhyMetric.ENGAGEMENT)).isEqualTo(all);
        assertThat(change(drilled).change()).isCloseTo(ofPlatform, within(1e-6));
        assertAddsUp(drilled);
    }

    private static void assertAddsUp(WhyAnswer answer) {
        double sum = Stream.concat(answer.effects().stream(), answer.apart().stream())
                .mapToDouble(EffectAnswer::change)
                .sum();
        double change = change(answer).change();
        assertThat(sum)
                .isCloseTo(
                        change,
                        within(1e-9 * Math.max(1, Math.abs(change(answer).value()))));
    }

    private static WhyAnswer why(WhyFrames frames, WhyMetric metric) {
        return Why.compute(frames.build(), OCTOBER, metric, NOW).answer();
    }

    private static WhyAnswer.Total change(WhyAnswer answer) {
        return Objects.requireNonNull(answer.change(), answer.sentence().english());
    }

    private static EffectAnswer effect(WhyAnswer answer, String key) {
        return find(answer.effects(), key);
    }

    private static EffectAnswer apart(WhyAnswer answer, String key) {
        return find(answer.apart(), key);
    }

    private static EffectAnswer find(List<EffectAnswer> effects, String key) {
        return effects.stream()
                .filter(one -> one.effect().equals(key))
                .findFirst()
                .orElseThrow();
    }

    private static WhyFrames company() {
        return new WhyFrames().account(Platform.LINKEDIN);
    }

    private static MetricValues bluesky(double likes) {
        return MetricValues.builder()
                .put(Metric.LIKES, likes)
                .put(Metric.COMMENTS, 0)
                .put(Metric.REPOSTS, 0)
                .put(Metric.QUOTES, 0)
                .put(Metric.SAVES, 0)
                .build();
    }

    /// Posts whose impressions and rate scatter around what is typical.
    private static void scattered(WhyFrames frames, String month, int count, double impressions, double rate) {
        SplittableRandom random = new SplittableRandom(month.hashCode());
        Instant first = Instant.parse(month + "-01T08:00:00Z");
        for (int i = 0; i < count; i++) {
            double shown = Math.rint(impressions * Math.exp(0.3 * random.nextGaussian()));
            double reactions = Math.rint(shown * rate * Math.exp(0.2 * random.nextGaussian()));
            frames.post(0, first.plusSeconds(3600L * i), ContentType.IMAGE, linkedin(shown, reactions));
        }
    }

    /// Two months of the same process on three accounts and two types.
    private static WhyFrames mixed(long seed) {
        WhyFrames frames = new WhyFrames()
                .account(Platform.LINKEDIN)
                .account(Platform.LINKEDIN)
                .account(Platform.BLUESKY);
        SplittableRandom random = new SplittableRandom(seed);
        for (String month : List.of("2026-09", "2026-10")) {
            Instant first = Instant.parse(month + "-01T08:00:00Z");
            for (int i = 0; i < 60; i++) {
                int account = random.nextInt(3);
                double shown = Math.rint(1000 * Math.exp(0.8 * random.nextGaussian()));
                double reactions = Math.rint(shown * 0.05 * Math.exp(0.5 * random.nextGaussian()));
                frames.post(
                        account,
                        first.plusSeconds(7200L * i),
                        random.nextInt(3) == 0 ? ContentType.TEXT : ContentType.IMAGE,
                        account == 2 ? bluesky(reactions) : linkedin(shown, reactions));
            }
        }
        return frames;
    }
}
