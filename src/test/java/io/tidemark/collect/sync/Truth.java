package io.tidemark.collect.sync;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.collect.simulator.SimulatedAccount;
import io.tidemark.collect.simulator.SimulatedPost;
import io.tidemark.collect.sync.polling.PolledAccount;
import io.tidemark.metric.Metric;
import io.tidemark.metric.Platform;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/// A simulated account beside what the ledger says of it.
///
/// @param scheme of the aliases by which posts are compared
/// @param aliases of a post in that scheme; none where the platform does not show it as one of the account's
/// @param expected posts that must be read however old they are: not those that are live for a day only
/// @param metrics which counter of the simulation a metric is
record Truth(
        SimulatedAccount account,
        String scheme,
        Function<SimulatedPost, List<String>> aliases,
        Predicate<SimulatedPost> expected,
        Map<Metric, Metric> metrics) {

    Truth(
            SimulatedAccount account,
            String scheme,
            Function<SimulatedPost, List<String>> aliases,
            Map<Metric, Metric> metrics) {
        this(account, scheme, aliases, post -> !aliases.apply(post).isEmpty(), metrics);
    }

    private static final Duration CALLS = Duration.ofSeconds(30);
    /// Instants of readings are whole seconds.
    private static final Duration TICK = Duration.ofSeconds(1);

    static Map<Metric, Metric> plain(Metric... metrics) {
        return List.of(metrics).stream().collect(Collectors.toMap(metric -> metric, metric -> metric));
    }

    /// Every stored reading is what the platform said at its instant, and every post that can be seen has been
    /// read: of the last week at its last midnight at the latest, older ones within a week as long as they count
    /// as growing.
    ///
    /// @return how many readings there are
    int assertStored(LiveFixture live, Instant now) {
        return assertStored(live, Instant.EPOCH, now);
    }

    /// The same for readings from an instant on.
    int assertStored(LiveFixture live, Instant from, Instant now) {
        Map<String, SimulatedPost> posts = new HashMap<>();
        account.posts().forEach(post -> aliases.apply(post).forEach(alias -> posts.put(alias, post)));
        List<LiveFixture.Stored> stored = live.readings(scheme);
        Map<SimulatedPost, Instant> last = new HashMap<>();
        for (LiveFixture.Stored reading : stored) {
            SimulatedPost post = posts.get(reading.alias());
            if (post == null) {
                throw new AssertionError("There is no post called " + reading.alias());
            }
            last.merge(post, reading.at(), (one, other) -> one.isAfter(other) ? one : other);
            reading.values().forEach((metric, value) -> {
                Metric counter = metrics.get(metric);
                if (counter != null && !reading.at().isBefore(from)) {
                    // What takes several calls is told as of the last of them.
                    assertThat(value)
                            .as("%s of %s at %s", metric, reading.alias(), reading.at())
                            .isBetween(
                                    post.value(counter, reading.at().minus(CALLS))
                                            .orElse(0),
                                    post.value(counter, reading.at().plus(TICK)).orElseThrow());
                }
            });
        }
        Set<SimulatedPost> unread = new HashSet<>(account.visible(now));
        unread.removeIf(post -> !expected.test(post)
                || post.publishedAt().isBefore(now.minus(Duration.ofDays(30)))
                || post.publishedAt().isAfter(now.minus(Duration.ofHours(2))));
        assertThat(unread.stream().filter(post -> !last.containsKey(post)).map(Truth::named))
                .as("posts that can be seen and were never read")
                .isEmpty();
        for (SimulatedPost post : unread) {
            boolean recent = post.publishedAt().isAfter(now.minus(Duration.ofDays(6)));
            Instant settled = post.publishedAt().plus(PolledAccount.horizon(platform()));
            Instant due = now.minus(recent ? Duration.ofHours(26) : Duration.ofDays(8));
            assertThat(last.get(post))
                    .as("last reading of %s", named(post))
                    .isAfter(due.isBefore(settled) ? due : settled.minus(Duration.ofDays(1)));
        }
        return stored.size();
    }

    private Platform platform() {
        return Platform.find(scheme.substring(0, scheme.indexOf(':'))).orElseThrow();
    }

    private static String named(SimulatedPost post) {
        return "%s, %s of %s".formatted(post.text(), post.kind(), post.publishedAt());
    }
}
