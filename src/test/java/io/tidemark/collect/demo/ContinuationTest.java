package io.tidemark.collect.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.collect.simulator.SimulatedAccount;
import io.tidemark.collect.simulator.SimulatedPost;
import io.tidemark.ledger.Alias;
import io.tidemark.ledger.Observation;
import io.tidemark.metric.Metric;
import io.tidemark.metric.MetricValues;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Where the history ends the simulated platforms go on.
class ContinuationTest {
    private static final Instant NOW = Instant.parse("2026-03-10T09:00:00Z");
    private static final Window COLLECTED = new Window(NOW);
    private static final Instant END = NOW.plus(Duration.ofDays(30));

    @ParameterizedTest
    @EnumSource
    void postsAreThoseThatWereCollectedAndTheirCountersAgree(LivePlatform platform) {
        Map<Alias, Observation.OfPost> last = lastReadings(platform);
        Map<Alias, SimulatedPost> posts = posts(platform, END);

        assertThat(posts.keySet()).containsAll(last.keySet());
        last.forEach((alias, reading) -> {
            SimulatedPost post = Objects.requireNonNull(posts.get(alias));
            assertThat(post.publishedAt()).isEqualTo(reading.version().publishedAt());
            assertThat(post.text()).isEqualTo(reading.version().text());
            if (reading.version().deleted()) {
                assertThat(post.isVisible(reading.observedAt())).isFalse();
            } else {
                assertThat(told(platform, post, reading.observedAt())).isEqualTo(reading.values());
            }
        });
    }

    @ParameterizedTest
    @EnumSource
    void countersNeverFall(LivePlatform platform) {
        for (SimulatedPost post : posts(platform, END).values()) {
            MetricValues before = values(post, post.publishedAt());
            for (double hours = 0.3; hours < 20_000; hours *= 1.7) {
                MetricValues now = values(post, post.publishedAt().plusSeconds(Math.round(hours * 3600)));
                for (Metric metric : before.present()) {
                    assertThat(now.orNaN(metric)).as(metric.key()).isGreaterThanOrEqualTo(before.orNaN(metric));
                }
                before = now;
            }
        }
    }

    /// Mastodon and Bluesky tell nothing of days.
    @ParameterizedTest
    @EnumSource(
            mode = EnumSource.Mode.EXCLUDE,
            names = {"MASTODON", "BLUESKY"})
    void settledDaysAreToldAsTheyWereRead(LivePlatform platform) {
        Profile profile = profile(platform);
        SimulatedAccount account = new Continuation(profile, platform, COLLECTED, END).account();
        Map<LocalDate, Observation.OfDay> last = new DemoAccount(profile, COLLECTED)
                .between(Instant.MIN, NOW).stream()
                        .filter(Observation.OfDay.class::isInstance)
                        .map(Observation.OfDay.class::cast)
                        .filter(read -> read.day().isBefore(LocalDate.of(2026, 3, 4)))
                        .collect(Collectors.toMap(
                                Observation.OfDay::day,
                                Function.identity(),
                                (one, other) -> other,
                                LinkedHashMap::new));

        assertThat(last).hasSizeGreaterThan(380);
        last.forEach((day, read) -> {
            for (Metric metric : read.values().present()) {
                assertThat(account.onDay(metric, day, read.bucketZone()))
                        .as(day + " " + metric)
                        .hasValue(read.values().orNaN(metric));
            }
        });
    }

    @ParameterizedTest
    @EnumSource
    void whenItIsStartedMakesNoDifferenceToWhatHappens(LivePlatform platform) {
        Map<Alias, SimulatedPost> sooner = posts(platform, END);
        Map<Alias, SimulatedPost> later = posts(platform, END.plus(Duration.ofDays(50)));

        assertThat(sooner).hasSizeLessThan(later.size());
        sooner.forEach((alias, post) -> {
            SimulatedPost same = Objects.requireNonNull(later.get(alias));
            assertThat(values(same, END)).isEqualTo(values(post, END));
        });
    }

    private static Map<Alias, SimulatedPost> posts(LivePlatform platform, Instant end) {
        Profile profile = profile(platform);
        Map<Integer, SimulatedPost> byNumber = new Continuation(profile, platform, COLLECTED, end)
                .account().posts().stream().collect(Collectors.toMap(SimulatedPost::number, Function.identity()));
        Window whole = COLLECTED.refreshedAt(List.of(end));
        Map<Alias, SimulatedPost> posts = new HashMap<>();
        new PostPlan(profile, whole, new Followers(profile, whole))
                .posts().stream().forEach(post -> {
                    SimulatedPost simulated = byNumber.get(post.number());
                    if (simulated != null) {
                        posts.put(post.aliases().getFirst(), simulated);
                    }
                });
        return posts;
    }

    private static Map<Alias, Observation.OfPost> lastReadings(LivePlatform platform) {
        Map<Alias, Observation.OfPost> last = new HashMap<>();
        new DemoAccount(profile(platform), COLLECTED).between(Instant.MIN, NOW).forEach(observation -> {
            if (observation instanceof Observation.OfPost post) {
                last.put(post.aliases().getFirst(), post);
            }
        });
        return last;
    }

    /// As the platform tells them.
    private static MetricValues told(LivePlatform platform, SimulatedPost post, Instant at) {
        MetricValues.Builder values = MetricValues.builder();
        for (Metric metric : Metric.values()) {
            post.value(metric, Telling.asOf(platform.platform(), metric, at))
                    .ifPresent(value -> values.put(metric, Telling.rounded(platform.platform(), metric, value)));
        }
        return values.build();
    }

    private static MetricValues values(SimulatedPost post, Instant at) {
        MetricValues.Builder values = MetricValues.builder();
        for (Metric metric : Metric.values()) {
            post.value(metric, at).ifPresent(value -> values.put(metric, value));
        }
        return values.build();
    }

    private static Profile profile(LivePlatform platform) {
        return Profiles.ALL.stream()
                .filter(one -> one.platform() == platform.platform())
                .findFirst()
                .orElseThrow();
    }
}
