package io.tidemark.collect.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.ledger.Alias;
import io.tidemark.ledger.Observation;
import io.tidemark.metric.Boosted;
import io.tidemark.metric.ContentType;
import io.tidemark.metric.Dictionary;
import io.tidemark.metric.Metric;
import io.tidemark.metric.Platform;
import io.tidemark.metric.Subject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class DemoAccountTest {
    private static final Window WINDOW = new Window(Instant.parse("2026-03-10T09:00:00Z"));
    private static final Map<Platform, List<Observation>> READ = read();

    @Test
    void theSameInstantGivesTheSameObservations() {
        assertThat(read().toString()).isEqualTo(READ.toString());
    }

    @Test
    void thereAreSomeSeventeenHundredPostsOnTenPlatforms() {
        assertThat(READ).hasSize(10);
        int posts = 0;
        for (Platform platform : READ.keySet()) {
            int ofPlatform = histories(platform).size();
            assertThat(ofPlatform).as(platform.title()).isBetween(60, 400);
            posts += ofPlatform;
        }
        assertThat(posts).isBetween(1_300, 1_900);
    }

    @Test
    void onlyWhatThePlatformProvidesIsRead() {
        READ.forEach((platform, observations) -> observations.forEach(observation -> {
            switch (observation) {
                case Observation.OfPost post ->
                    assertProvided(
                            platform,
                            Subject.POST,
                            post.version().contentType(),
                            post.values().present());
                case Observation.OfDay day ->
                    assertProvided(
                            platform,
                            Subject.ACCOUNT_DAY,
                            ContentType.UNKNOWN,
                            day.values().present());
                case Observation.OfAccount level ->
                    assertProvided(
                            platform,
                            Subject.ACCOUNT,
                            ContentType.UNKNOWN,
                            level.values().present());
                case Observation.OfBreakdown part -> throw new AssertionError("Not expected: " + part);
                case Observation.OfDiscovery discovery -> throw new AssertionError("Not expected: " + discovery);
                case Observation.OfAbsence absence ->
                    assertThat(READ.get(platform))
                            .filteredOn(Observation.OfPost.class::isInstance)
                            .noneMatch(o -> ((Observation.OfPost) o).values().has(absence.metric()));
            }
        }));
    }

    @Test
    void everythingThatAPlatformAlwaysProvidesIsRead() {
        READ.forEach((platform, observations) -> posts(observations).forEach(post -> {
            for (Metric metric : Metric.values()) {
                boolean expected = Dictionary.expects(
                        platform, Subject.POST, post.version().contentType(), metric);
                if (expected && !post.version().deleted()) {
                    assertThat(post.values().has(metric))
                            .as(platform + " " + post.version().contentType() + " " + metric)
                            .isTrue();
                }
            }
        }));
    }

    @Test
    void everyMetricThatAProfileHasARateForIsRead() {
        for (Profile profile : Profiles.ALL) {
            Set<Metric> read = EnumSet.noneOf(Metric.class);
            posts(READ.getOrDefault(profile.platform(), List.of()))
                    .forEach(post -> read.addAll(post.values().present()));
            assertThat(read)
                    .as(profile.platform().title())
                    .containsExactlyInAnyOrderElementsOf(profile.rates().keySet());
        }
    }

    @Test
    void countersOnlyRiseButForTakenBackLikesAGlitchAndARestatement() {
        int regrets = 0;
        Map<Platform, Integer> falls = new LinkedHashMap<>();
        for (Platform platform : READ.keySet()) {
            for (List<Observation.OfPost> history : histories(platform).values()) {
                for (int i = 1; i < history.size(); i++) {
                    for (Metric metric : history.get(i).values().present()) {
                        double fall = history.get(i - 1).values().orNaN(metric)
                                - history.get(i).values().orNaN(metric);
                        boolean revocable = EnumSet.of(Metric.LIKES, Metric.REACTIONS, Metric.NATIVE_ENGAGEMENTS)
                                .contains(metric);
                        if (fall > 0 && fall <= 1 && revocable) {
                            regrets++;
                        } else if (fall > 0 && !revocable) {
                            falls.merge(platform, 1, Integer::sum);
                        }
                    }
                }
            }
        }
        assertThat(regrets).isPositive();
        assertThat(falls).containsOnlyKeys(Platform.FACEBOOK, Platform.YOUTUBE);
    }

    @Test
    void oneReadFallsToZeroAndTheNextRecovers() {
        List<Observation.OfPost> history = histories(Platform.FACEBOOK).values().stream()
                .filter(reads ->
                        reads.stream().skip(1).anyMatch(read -> read.values().orNaN(Metric.IMPRESSIONS) == 0))
                .collect(Collectors.collectingAndThen(Collectors.toList(), all -> {
                    assertThat(all).hasSize(1);
                    return all.getFirst();
                }));
        List<Double> impressions =
                history.stream().map(r -> r.values().orNaN(Metric.IMPRESSIONS)).toList();
        int zero = impressions.indexOf(0.0);

        assertThat(impressions.get(zero - 1)).isPositive();
        assertThat(impressions.get(zero + 1)).isGreaterThanOrEqualTo(impressions.get(zero - 1));
    }

    @Test
    void onePostIsDeletedAndReadNoMore() {
        List<Observation.OfPost> deletions = READ.values().stream()
                .flatMap(o -> posts(o).stream())
                .filter(post -> post.version().deleted())
                .toList();

        assertThat(deletions).hasSize(1);
        Observation.OfPost deletion = deletions.getFirst();
        List<Observation.OfPost> history = histories(deletion.account().platform())
                .getOrDefault(deletion.aliases().getFirst(), List.of());
        assertThat(history.getLast()).isEqualTo(deletion);
        assertThat(deletion.values().isEmpty()).isTrue();
        assertThat(history).hasSizeGreaterThan(4);
    }

    @Test
    void somePostsAreBoosted() {
        long boosted = READ.keySet().stream()
                .flatMap(platform -> histories(platform).values().stream())
                .filter(history -> history.getFirst().version().boosted() == Boosted.YES)
                .count();

        assertThat(boosted).isBetween(5L, 60L);
    }

    @Test
    void theNewestDaysOfYouTubeAreMissingAndThoseBeforeProvisional() {
        Map<LocalDate, List<Observation.OfDay>> days = days(Platform.YOUTUBE);

        assertThat(days).doesNotContainKeys(LocalDate.of(2026, 3, 9), LocalDate.of(2026, 3, 8));
        assertThat(days).containsKey(LocalDate.of(2026, 3, 6));
        assertThat(days.get(LocalDate.of(2026, 3, 6))).hasSize(1);
        assertThat(days.get(LocalDate.of(2026, 2, 20))).hasSize(2);
    }

    @Test
    void oneDayOfLinkedInIsRestatedUpwardsLongAfterItSettled() {
        List<List<Observation.OfDay>> thrice = days(Platform.LINKEDIN).values().stream()
                .filter(readings -> readings.size() > 2)
                .toList();

        assertThat(thrice).hasSize(1);
        List<Observation.OfDay> readings = thrice.getFirst();
        assertThat(readings.get(2).values().orNaN(Metric.IMPRESSIONS))
                .isGreaterThan(readings.get(1).values().orNaN(Metric.IMPRESSIONS));
    }

    @Test
    void aBrokenConnectionLeavesAWeekWithoutReadings() {
        Instant from = WINDOW.daysAgo(62);
        Instant to = WINDOW.daysAgo(55);
        Map<LocalDate, List<Observation.OfDay>> days = days(Platform.TIKTOK);

        assertThat(days).containsKeys(LocalDate.of(2026, 1, 7), LocalDate.of(2026, 1, 15));
        assertThat(days).doesNotContainKeys(LocalDate.of(2026, 1, 8), LocalDate.of(2026, 1, 14));
        assertThat(READ.get(Platform.TIKTOK)).noneMatch(o -> switch (o) {
            case Observation.OfPost post ->
                !post.observedAt().isBefore(from) && post.observedAt().isBefore(to);
            case Observation.OfDay day ->
                !day.observedAt().isBefore(from) && day.observedAt().isBefore(to);
            case Observation.OfAccount level ->
                !level.observedAt().isBefore(from) && level.observedAt().isBefore(to);
            case Observation.OfBreakdown part -> true;
            case Observation.OfDiscovery discovery -> true;
            case Observation.OfAbsence absence -> false;
        });
    }

    @Test
    void dailyImpressionsAreOfTheOrderOfWhatPostsGained() {
        for (Platform platform : List.of(Platform.LINKEDIN, Platform.X, Platform.FACEBOOK, Platform.INSTAGRAM)) {
            double ofDays = days(platform).values().stream()
                    .mapToDouble(readings -> readings.getLast().values().orNaN(Metric.IMPRESSIONS))
                    .sum();
            double ofPosts = histories(platform).values().stream()
                    .map(List::getLast)
                    .filter(post -> post.values().has(Metric.IMPRESSIONS))
                    .mapToDouble(post -> post.values().orNaN(Metric.IMPRESSIONS))
                    .sum();
            assertThat(ofDays / ofPosts).as(platform.title()).isBetween(0.9, 1.25);
        }
    }

    @Test
    void runsPartTheReadingsWithoutLossOrRepetition() {
        for (DemoAccount account : DemoBusiness.accounts(WINDOW)) {
            List<Observation> parts = new ArrayList<>();
            for (SyncRun run : SyncRun.all()) {
                List<Observation> part = account.between(run.after(WINDOW), run.until(WINDOW));
                part.removeIf(Observation.OfAbsence.class::isInstance);
                assertThat(part).isNotEmpty();
                parts.addAll(part);
            }
            List<Observation> whole = new ArrayList<>(READ.get(account.profile().platform()));
            whole.removeIf(Observation.OfAbsence.class::isInstance);
            assertThat(parts).isEqualTo(whole);
        }
    }

    @Test
    void textsVaryAndAddressesAreUnique() {
        Set<String> texts = new HashSet<>();
        Set<String> urls = new HashSet<>();
        int posts = 0;
        for (Platform platform : READ.keySet()) {
            for (List<Observation.OfPost> history : histories(platform).values()) {
                assertThat(history)
                        .extracting(Observation.OfPost::account)
                        .allMatch(a -> a.name().equals(DemoBusiness.NAME));
                texts.add(history.getFirst().version().text());
                urls.add(history.getFirst().version().url());
                posts++;
            }
        }
        assertThat(urls).hasSize(posts);
        assertThat(texts.size()).isGreaterThan(posts * 7 / 10);
    }

    private static void assertProvided(Platform platform, Subject subject, ContentType type, Set<Metric> metrics) {
        for (Metric metric : metrics) {
            assertThat(Dictionary.provides(platform, subject, type, metric))
                    .as(platform + " " + subject + " " + type + " " + metric)
                    .isTrue();
        }
    }

    private static Map<Platform, List<Observation>> read() {
        Map<Platform, List<Observation>> read = new LinkedHashMap<>();
        for (DemoAccount account : DemoBusiness.accounts(WINDOW)) {
            read.put(account.profile().platform(), account.between(Instant.MIN, WINDOW.now()));
        }
        return read;
    }

    private static List<Observation.OfPost> posts(List<Observation> observations) {
        return observations.stream()
                .filter(Observation.OfPost.class::isInstance)
                .map(Observation.OfPost.class::cast)
                .toList();
    }

    private static Map<Alias, List<Observation.OfPost>> histories(Platform platform) {
        return posts(READ.getOrDefault(platform, List.of())).stream()
                .collect(Collectors.groupingBy(
                        post -> post.aliases().getFirst(), LinkedHashMap::new, Collectors.toList()));
    }

    private static Map<LocalDate, List<Observation.OfDay>> days(Platform platform) {
        return READ.getOrDefault(platform, List.of()).stream()
                .filter(Observation.OfDay.class::isInstance)
                .map(Observation.OfDay.class::cast)
                .collect(Collectors.groupingBy(Observation.OfDay::day, LinkedHashMap::new, Collectors.toList()));
    }
}
