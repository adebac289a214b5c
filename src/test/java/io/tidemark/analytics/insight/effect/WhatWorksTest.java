package io.tidemark.analytics.insight.effect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import io.tidemark.analytics.AnalyticsQuery;
import io.tidemark.analytics.QueryParameters;
import io.tidemark.analytics.insight.EvidenceStatus;
import io.tidemark.analytics.insight.ResponseMetric;
import io.tidemark.frame.Frame;
import io.tidemark.metric.ContentType;
import io.tidemark.metric.Platform;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class WhatWorksTest {
    private static final Instant FIRST = EffectFrames.NOW.minus(Duration.ofDays(340));
    private static final double LEVEL = Math.log(200);
    private static final double NOISE = 0.5;

    private final Random random = new Random(11);
    private final EffectFrames frames = new EffectFrames().account(Platform.X);
    private int made;

    private interface Maker {
        void post(int number);
    }

    private void make(int count, Maker maker) {
        for (int i = 0; i < count; i++) {
            maker.post(i);
        }
    }

    private void post(ContentType type, @Nullable String text, double effect) {
        post(0, type, text, effect);
    }

    private void post(int account, ContentType type, @Nullable String text, double effect) {
        Instant at = FIRST.plus(Duration.ofMinutes(made++ * 300L + random.nextInt(200)));
        frames.post(account, at, type, text, LEVEL + effect + NOISE * random.nextGaussian());
    }

    private WhatWorksAnswer ask(Frame frame) {
        return WhatWorks.compute(frame, AnalyticsQuery.DEFAULT, ResponseMetric.ENGAGEMENT, EffectFrames.NOW);
    }

    private AccountEffects effects() {
        return ask(frames.build()).accounts().getFirst();
    }

    private static EffectGroup group(AccountEffects effects, EffectKind kind) {
        return effects.groups().stream()
                .filter(group -> group.kind() == kind)
                .findFirst()
                .orElseThrow();
    }

    private static Effect effect(AccountEffects effects, String key) {
        return effects.groups().stream()
                .flatMap(group -> group.effects().stream())
                .filter(effect -> effect.key().equals(key))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void aHashtagThatWorksIsFoundAndOneThatOnlyKeepsGoodCompanyIsNot() {
        make(600, i -> {
            boolean reel = i % 3 == 0;
            boolean good = random.nextInt(4) == 0;
            // On reels most of the time, which do well whatever their hashtags.
            boolean company = reel ? random.nextInt(10) < 8 : random.nextInt(10) < 1;
            String text = "Something new" + (good ? " #GoodNews" : "") + (company ? " #company" : "");
            post(reel ? ContentType.REEL : ContentType.IMAGE, text, (reel ? 0.6 : 0) + (good ? 0.5 : 0));
        });

        AccountEffects effects = effects();

        Effect good = effect(effects, "#goodnews");
        assertThat(good.flagged()).isTrue();
        assertThat(Objects.requireNonNull(good.effect())).isCloseTo(Math.expm1(0.5), within(0.2));
        assertThat(good.interval()).hasSize(2).satisfies(interval -> {
            assertThat(interval.getFirst()).isPositive().isLessThan(good.effect());
            assertThat(interval.getLast()).isGreaterThan(good.effect());
        });
        assertThat(good.evidence().status()).isEqualTo(EvidenceStatus.OK);
        assertThat(good.with() + good.without()).isEqualTo(600);
        Effect company = effect(effects, "#company");
        assertThat(company.flagged()).isFalse();
        assertThat(Objects.requireNonNull(company.effect())).isCloseTo(0, within(0.05));
        assertThat(company.evidence().reasonCode()).isEqualTo("no_clear_difference");
        assertThat(effect(effects, "reel").flagged()).isTrue();
        assertThat(effects.conclusion().text().english())
                .startsWith("Goes with more engagement: ")
                .contains("reels (+", "#goodnews (+");
    }

    /// Of two content types one row says it all.
    @Test
    void theRarerOfTwoTypesIsSetAgainstTheOther() {
        make(200, i -> post(i % 4 == 0 ? ContentType.VIDEO : ContentType.IMAGE, "Hello", 0));

        assertThat(group(effects(), EffectKind.CONTENT_TYPE).effects())
                .extracting(Effect::key, Effect::with, Effect::without)
                .containsExactly(tuple("video", 50, 150));
    }

    @Test
    void eachOfSeveralLengthsIsSetAgainstTheMixOfTheOthers() {
        make(600, i -> {
            int length = List.of(40, 150, 400, 900).get(i % 4);
            post(ContentType.IMAGE, "a".repeat(length), i % 4 == 3 ? -0.5 : 0);
        });

        EffectGroup lengths = group(effects(), EffectKind.LENGTH);

        assertThat(lengths.effects()).extracting(Effect::key).first().isEqualTo("over_600");
        Effect longest = lengths.effects().getFirst();
        assertThat(longest.flagged()).isTrue();
        assertThat(longest.name()).isEqualTo("Over 600 characters");
        assertThat(Objects.requireNonNull(longest.effect())).isCloseTo(Math.expm1(-0.5), within(0.1));
        assertThat(longest.with()).isEqualTo(150);
        assertThat(longest.without()).isEqualTo(450);
    }

    @Test
    void wherePostsAreAlikeNothingStandsOut() {
        make(
                400,
                i -> post(
                        i % 2 == 0 ? ContentType.IMAGE : ContentType.VIDEO,
                        "What do you think? #tag" + i % 7 + (i % 5 == 0 ? " see https://example.com" : ""),
                        0));

        AccountEffects effects = effects();

        assertThat(effects.conclusion().flagged()).isZero();
        assertThat(effects.conclusion().status()).isEqualTo(EvidenceStatus.NOT_ENOUGH_DATA);
        assertThat(effects.conclusion().text().english()).startsWith("Nothing stands out: of ");
        assertThat(effect(effects, "#tag3").interval()).satisfies(interval -> {
            assertThat(interval.getFirst()).isNotPositive();
            assertThat(interval.getLast()).isNotNegative();
        });
    }

    @Test
    void belowAHundredPostsItSaysHowManyAreMissing() {
        make(63, i -> post(ContentType.IMAGE, i % 2 == 0 ? "Hi #tag" : "Hi", 0));

        AccountEffects effects = effects();

        assertThat(effects.conclusion().status()).isEqualTo(EvidenceStatus.NOT_ENOUGH_DATA);
        assertThat(effects.conclusion().reasonCode()).isEqualTo("too_few_posts");
        assertThat(effects.conclusion().postsMissing()).isEqualTo(37);
        assertThat(effects.conclusion().text().english())
                .isEqualTo("63 posts are too few to tell what works; it takes at least 100, 37 more.");
        Effect tag = effect(effects, "#tag");
        assertThat(tag.effect()).isNull();
        assertThat(tag.with()).isEqualTo(32);
        assertThat(tag.postsMissing()).isEqualTo(37);
    }

    @Test
    void aRareHashtagIsListedWithThePostsThatAreMissing() {
        make(200, i -> post(ContentType.IMAGE, i % 100 == 0 ? "New #rare" : i < 100 ? "#a" : "b", 0));

        Effect rare = effect(effects(), "#rare");

        assertThat(rare.effect()).isNull();
        assertThat(rare.lfsr()).isNull();
        assertThat(rare.postsMissing()).isEqualTo(3);
        assertThat(rare.evidence().reasonCode()).isEqualTo("too_few_posts");
    }

    @Test
    void hashtagsThatAlwaysOccurTogetherAreOne() {
        make(200, i -> post(ContentType.IMAGE, i % 3 == 0 ? "Hello #Shop #brand" : "Hello", 0));

        assertThat(group(effects(), EffectKind.HASHTAG).effects())
                .extracting(Effect::key, Effect::name)
                .containsExactly(tuple("#brand #shop", "#brand with #shop"));
    }

    /// 150 posts bear 75 columns: hashtags beyond those are left out and counted, instead of nothing being said.
    @Test
    void fewPostsBearFewHashtags() {
        make(150, i -> {
            StringBuilder text = new StringBuilder("x");
            for (int tag = 0; tag < 100; tag++) {
                if (random.nextInt(10) == 0) {
                    text.append(" #tag").append(tag);
                }
            }
            post(ContentType.IMAGE, text.toString(), 0);
        });

        AccountEffects effects = effects();
        EffectGroup hashtags = group(effects, EffectKind.HASHTAG);

        assertThat(effects.conclusion().reasonCode()).isEqualTo("no_clear_difference");
        assertThat(hashtags.leftOut()).isPositive();
        assertThat(hashtags.reasonCode()).isEqualTo("beyond_most_used");
        assertThat(hashtags.effects().size() + hashtags.leftOut()).isGreaterThanOrEqualTo(99);
    }

    @Test
    void postsWhoseTextIsNotKnownTellNothingOfTexts() {
        make(
                300,
                i -> post(
                        i % 2 == 0 ? ContentType.IMAGE : ContentType.VIDEO,
                        i % 3 == 0 ? null : i % 3 == 1 ? "Hello #tag" : "Hello",
                        i % 3 == 0 ? 1 : 0));

        AccountEffects effects = effects();

        assertThat(effects.withoutText()).isEqualTo(100);
        Effect tag = effect(effects, "#tag");
        assertThat(tag.with()).isEqualTo(100);
        assertThat(tag.without()).isEqualTo(100);
        assertThat(tag.flagged()).isFalse();
        assertThat(effect(effects, "video").with()).isEqualTo(150);
    }

    @Test
    void withoutAnyTextTypesAndWeekdaysAreStillLookedAt() {
        make(300, i -> post(i % 2 == 0 ? ContentType.IMAGE : ContentType.REEL, null, i % 2 == 0 ? 0 : 0.5));

        AccountEffects effects = effects();

        assertThat(effect(effects, "reel").flagged()).isTrue();
        assertThat(group(effects, EffectKind.HASHTAG).reasonCode()).isEqualTo("no_texts");
        assertThat(group(effects, EffectKind.WEEKDAY).effects()).hasSize(7);
    }

    @Test
    void linkedInDoesNotTellMentions() {
        frames.account(Platform.LINKEDIN);
        make(200, i -> post(1, ContentType.IMAGE, i % 2 == 0 ? "Thanks @anna" : "Thanks", 0));

        assertThat(group(effects(), EffectKind.TEXT).effects())
                .extracting(Effect::key)
                .containsExactlyInAnyOrder("link", "question");
        assertThat(group(effects(), EffectKind.TEXT).reasonCode()).isEqualTo("mentions_not_told");
    }

    @Test
    void aMetricThatNobodyReportsIsSaidToBeMissing() {
        make(120, i -> post(ContentType.IMAGE, "Hello", Double.NaN));

        AccountEffects effects = effects();

        assertThat(effects.conclusion().reasonCode()).isEqualTo("not_collected");
        assertThat(effects.leftOut().withoutValue()).isEqualTo(120);
        assertThat(effects.conclusion().evidence().n()).isZero();
    }

    /// Where every link post has its link in the text, only one of the two can be looked at.
    @Test
    void whatAlwaysGoesWithATypeLeavesTheTypeItsEffect() {
        make(400, i -> {
            boolean link = i % 4 == 0;
            String text = link ? "Read on https://example.com/" + i : i % 2 == 0 ? "Hello" : "Hello there #tag";
            ContentType type = link ? ContentType.LINK : i % 3 == 0 ? ContentType.VIDEO : ContentType.IMAGE;
            post(type, text, link ? -0.6 : 0);
        });

        AccountEffects effects = effects();

        assertThat(effect(effects, "link").kind()).isEqualTo(EffectKind.CONTENT_TYPE);
        assertThat(effect(effects, "link").flagged()).isTrue();
        assertThat(effect(effects, "link").effect()).isNotNull().isCloseTo(Math.expm1(-0.6), within(0.12));
        Effect inText = group(effects, EffectKind.TEXT).effects().stream()
                .filter(effect -> effect.key().equals("link"))
                .findFirst()
                .orElseThrow();
        assertThat(inText.effect()).isNull();
        assertThat(inText.evidence().reasonCode()).isEqualTo("goes_with_others");
    }

    @Test
    void whereNobodyEverReactsNothingIsClaimed() {
        make(200, i -> {
            Instant at = FIRST.plus(Duration.ofHours(made++ * 5L));
            String text = "Hi" + (i % 3 == 0 ? " #tag" : "");
            frames.post(0, at, i % 4 == 0 ? ContentType.REEL : ContentType.IMAGE, text, -9);
        });

        AccountEffects effects = effects();

        assertThat(effects.conclusion().reasonCode()).isEqualTo("no_clear_difference");
        assertThat(Objects.requireNonNull(effect(effects, "reel").effect())).isCloseTo(0, within(1e-3));
    }

    @Test
    void theAccountWithMostPostsAnswersUnlessOthersAreAskedFor() {
        frames.account(Platform.X);
        make(20, i -> post(0, ContentType.IMAGE, "Hello", 0));
        make(30, i -> post(1, ContentType.IMAGE, "Hello", 0));
        Frame frame = frames.build();

        assertThat(ask(frame).accounts()).extracting(of -> of.account().id()).containsExactly(2L);
        AnalyticsQuery both =
                QueryParameters.parse(Map.of("account_id", List.of("1", "2")), AnalyticsQuery.Defaults.SHIPPED);
        assertThat(WhatWorks.compute(frame, both, ResponseMetric.ENGAGEMENT, EffectFrames.NOW)
                        .accounts())
                .extracting(of -> of.account().id())
                .containsExactly(2L, 1L);
    }

    @Test
    void textsAreReadOnceForAllMetrics() {
        make(120, i -> post(ContentType.IMAGE, "Hello #tag" + i % 3, 0));
        Frame frame = frames.build();

        ask(frame);
        WhatWorks.compute(frame, AnalyticsQuery.DEFAULT, ResponseMetric.ER, EffectFrames.NOW);

        assertThat(frames.readings()).isEqualTo(1);
    }
}
