package io.tidemark.analytics.post;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.analytics.AnalyticsQuery;
import io.tidemark.analytics.Filters;
import io.tidemark.analytics.Period;
import io.tidemark.metric.Boosted;
import io.tidemark.metric.ContentType;
import io.tidemark.metric.Metric;
import io.tidemark.metric.MetricValues;
import io.tidemark.metric.Platform;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PostPageTest {
    private static final Period FEBRUARY = new Period(LocalDate.parse("2026-02-01"), LocalDate.parse("2026-02-28"));
    private static final Instant START = Instant.parse("2026-01-30T00:00:00Z");

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8})
    void walkingAllPagesGivesEveryPostOnceInTheOrderOfOneSort(int seed) {
        Random random = new Random(seed);
        AnalyticsQuery query = AnalyticsQuery.DEFAULT.with(
                new Filters(Set.of(), Set.of(), Set.of(), random.nextBoolean() ? Set.of() : Set.of(Boosted.NO)));
        PostNumbers numbers = posts(random, random.nextInt(300)).numbers(query);
        int odd = random.nextInt(2);
        PostPage.Scope scope = new PostPage.Scope(FEBRUARY, row -> (row & 1) == odd);

        for (PostKey key : PostKey.all()) {
            for (boolean descending : new boolean[] {false, true}) {
                PostOrder order = new PostOrder(key, descending);
                List<Long> expected = sorted(numbers, scope, order);

                assertThat(walked(numbers, scope, order, 1 + random.nextInt(40)))
                        .as("%s with seed %d", order.text(), seed)
                        .isEqualTo(expected);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4})
    void walkingInSeveralOrdersGivesEveryPostOnceInTheOrderOfOneSort(int seed) {
        Random random = new Random(seed);
        PostNumbers numbers = posts(random, 200 + random.nextInt(100)).numbers(AnalyticsQuery.DEFAULT);
        PostPage.Scope all = new PostPage.Scope(FEBRUARY, row -> true);

        for (String text : List.of(
                "saves,-published_at",
                "-shares,saves",
                "-quotes,-likes",
                "comments,engagement_rate",
                "quotes,-saves,shares",
                "-saves,-quotes,published_at")) {
            PostOrder order = PostOrder.find(text).orElseThrow();
            assertThat(walked(numbers, all, order, 1 + random.nextInt(30)))
                    .as("%s with seed %d", text, seed)
                    .isEqualTo(sorted(numbers, all, order));
        }
    }

    @Test
    void theSecondOrderDecidesOnlyWhatTheFirstLeavesOpen() {
        PostNumbers numbers = new PostSample()
                .account(Platform.LINKEDIN)
                .post(0, "2026-02-01T10:00:00Z", ContentType.TEXT, Boosted.NO, PostSample.reporting(Metric.SHARES, 3))
                .post(0, "2026-02-02T10:00:00Z", ContentType.TEXT, Boosted.NO, PostSample.reporting(Metric.SHARES, 1))
                .post(0, "2026-02-03T10:00:00Z", ContentType.TEXT, Boosted.NO, PostSample.reporting(Metric.SHARES, 3))
                .post(0, "2026-02-04T10:00:00Z", ContentType.TEXT, Boosted.NO, MetricValues.of(Map.of()))
                .post(0, "2026-02-05T10:00:00Z", ContentType.TEXT, Boosted.NO, MetricValues.of(Map.of()))
                .numbers(AnalyticsQuery.DEFAULT);
        PostPage.Scope all = new PostPage.Scope(FEBRUARY, row -> true);

        assertThat(walked(numbers, all, PostOrder.find("-shares,-published_at").orElseThrow(), 2))
                .containsExactly(3L, 1L, 2L, 5L, 4L);
        assertThat(walked(numbers, all, PostOrder.find("-shares,published_at").orElseThrow(), 2))
                .containsExactly(1L, 3L, 2L, 4L, 5L);
    }

    @Test
    void aPostWithoutTheValueIsLastWhicheverWay() {
        PostNumbers numbers = new PostSample()
                .account(Platform.LINKEDIN)
                .post(0, "2026-02-01T10:00:00Z", ContentType.TEXT, Boosted.NO, MetricValues.of(Map.of()))
                .post(0, "2026-02-02T10:00:00Z", ContentType.TEXT, Boosted.NO, PostSample.reporting(Metric.SHARES, 0))
                .post(0, "2026-02-03T10:00:00Z", ContentType.TEXT, Boosted.NO, PostSample.reporting(Metric.SHARES, 3))
                .numbers(AnalyticsQuery.DEFAULT);
        PostPage.Scope all = new PostPage.Scope(FEBRUARY, row -> true);

        assertThat(walked(numbers, all, PostOrder.find("shares").orElseThrow(), 2))
                .containsExactly(2L, 3L, 1L);
        assertThat(walked(numbers, all, PostOrder.find("-shares").orElseThrow(), 2))
                .containsExactly(3L, 2L, 1L);
    }

    @Test
    void aPageStaysWhereItWasWhenThePostBeforeItIsGone() {
        PostSample before = new PostSample().account(Platform.X);
        PostSample after = new PostSample().account(Platform.X);
        for (int id = 1; id <= 5; id++) {
            Instant at = Instant.parse("2026-02-0" + id + "T10:00:00Z");
            before.post(id, 0, at, ContentType.TEXT, Boosted.NO, MetricValues.NONE);
            if (id != 4) {
                after.post(id, 0, at, ContentType.TEXT, Boosted.NO, MetricValues.NONE);
            }
        }
        PostPage.Scope all = new PostPage.Scope(FEBRUARY, row -> true);
        PostPage first = PostPage.of(before.numbers(AnalyticsQuery.DEFAULT), all, PostOrder.NEWEST_FIRST, null, 2);

        PostNumbers later = after.numbers(AnalyticsQuery.DEFAULT);
        PostPage second = PostPage.of(later, all, PostOrder.NEWEST_FIRST, first.next(), 2);

        assertThat(Arrays.stream(second.rows())
                        .mapToObj(row -> later.view().posts().id(row)))
                .containsExactly(3L, 2L);
        assertThat(second.total()).isEqualTo(4);
    }

    private static PostSample posts(Random random, int count) {
        PostSample sample = new PostSample()
                .account(Platform.LINKEDIN)
                .account(Platform.YOUTUBE)
                .account(Platform.MASTODON)
                .followers(2, "2026-02-03", 90);
        List<Long> ids = new ArrayList<>(
                IntStream.rangeClosed(1, count).mapToObj(Long::valueOf).toList());
        Collections.shuffle(ids, random);
        Instant at = START;
        ContentType[] types = ContentType.values();
        for (long id : ids) {
            at = at.plusSeconds(random.nextInt(3) * 9_000L);
            MetricValues.Builder values = MetricValues.builder();
            for (Metric metric : Metric.values()) {
                if (metric.ofPosts() && random.nextInt(3) > 0) {
                    values.put(metric, random.nextInt(4));
                }
            }
            sample.post(
                    id,
                    random.nextInt(3),
                    at,
                    types[random.nextInt(types.length)],
                    Boosted.values()[random.nextInt(3)],
                    values.build());
        }
        return sample;
    }

    private static List<Long> walked(PostNumbers numbers, PostPage.Scope scope, PostOrder order, int limit) {
        List<Long> ids = new ArrayList<>();
        PostPage.@Nullable Position after = null;
        do {
            PostPage page = PostPage.of(numbers, scope, order, after, limit);
            Arrays.stream(page.rows())
                    .mapToObj(row -> numbers.view().posts().id(row))
                    .forEach(ids::add);
            after = page.next();
            assertThat(page.rows().length).isLessThanOrEqualTo(limit);
        } while (after != null);
        return ids;
    }

    /// The straightforward way: all rows as objects, sorted by value, those without one behind them.
    private static List<Long> sorted(PostNumbers numbers, PostPage.Scope scope, PostOrder order) {
        Comparator<Integer> byValue = byValue(numbers, order);
        for (PostOrder then = order.then(); then != null; then = then.then()) {
            byValue = byValue.thenComparing(byValue(numbers, then));
        }
        Stream<Integer> rows = IntStream.range(0, numbers.view().posts().size())
                .filter(row -> numbers.view().hasPost(row) && scope.chosen().test(row))
                .filter(row -> scope.period()
                        .contains(LocalDate.ofEpochDay(numbers.view().posts().day(row))))
                .boxed();
        return rows.sorted(
                        byValue.thenComparingLong(row -> numbers.view().posts().id(row)))
                .map(row -> numbers.view().posts().id(row))
                .toList();
    }

    private static Comparator<Integer> byValue(PostNumbers numbers, PostOrder order) {
        IntToDoubleFunction values = numbers.by(order.key());
        Comparator<Double> up = Comparator.naturalOrder();
        return Comparator.comparing(
                row -> {
                    double value = values.applyAsDouble(row);
                    return Double.isNaN(value) ? null : value;
                },
                Comparator.nullsLast(order.descending() ? up.reversed() : up));
    }
}
