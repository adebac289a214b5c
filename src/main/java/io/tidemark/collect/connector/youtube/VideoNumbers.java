package io.tidemark.collect.connector.youtube;

import io.tidemark.collect.connector.Api;
import io.tidemark.collect.connector.PostReading;
import io.tidemark.collect.connector.PostRef;
import io.tidemark.collect.connector.PostRoute;
import io.tidemark.collect.connector.TrackedAccount;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Numbers of videos: counters as they stand, and what the analytics tell the owner beside.
record VideoNumbers(YouTubeCalls calls, Owned owned) {
    static final String COUNTERS = "counters";

    /// So long after the end of a day at least the analytics tell it.
    private static final Duration UNTOLD = Duration.ofDays(2);

    PostRoute counters() {
        return new PostRoute(COUNTERS, YouTubeCalls.MOST, Set.of(), kind -> true, null);
    }

    /// In the same batches, so that a reading is one call of each.
    ///
    /// @return empty where nothing is to be asked for
    Optional<PostRoute> totals(Set<String> metrics) {
        return metrics.isEmpty()
                ? Optional.empty()
                : Optional.of(new PostRoute("analytics", YouTubeCalls.MOST, metrics, kind -> true, null));
    }

    /// A video that is left out or private is not there for others: it counts as gone. If none is there, it may be the
    /// channel that is not, of which nothing follows for its videos.
    Map<String, PostReading> readCounters(Api api, TrackedAccount account, List<PostRef> posts) {
        List<String> ids = ids(posts);
        Map<String, PostReading> readings = new HashMap<>();
        calls.counters(api, ids).path("items").valueStream().map(Video::of).forEach(video -> {
            if (ids.contains(video.id())) {
                readings.put(
                        video.id(),
                        video.isPublished() ? new PostReading.Values(video.counters()) : new PostReading.Gone());
            }
        });
        if (!readings.isEmpty() || owned.isShown(api, account)) {
            ids.forEach(id -> readings.putIfAbsent(id, new PostReading.Gone()));
        }
        return readings;
    }

    /// As of the end of the last day that YouTube has counted, two to three days ago. Of a video that had nothing by
    /// then, nothing is told.
    Map<String, PostReading> readTotals(
            Api api, TrackedAccount account, List<PostRef> posts, Collection<String> metrics) {
        Instant now = api.now();
        List<PostRef> told = posts.stream()
                .filter(post -> !post.publishedAt().isAfter(now.minus(UNTOLD)))
                .toList();
        LocalDate first = told.stream()
                .map(post -> day(post.publishedAt()))
                .min(LocalDate::compareTo)
                .orElse(null);
        return first == null ? Map.of() : totals(api, account, ids(told), first, day(now), metrics);
    }

    private Map<String, PostReading> totals(
            Api api,
            TrackedAccount account,
            List<String> videos,
            LocalDate from,
            LocalDate to,
            Collection<String> metrics) {
        ReportTable table = owned.report(
                api, account, () -> ReportTable.of(calls.totals(api, account.externalId(), from, to, videos, metrics)));
        Map<String, PostReading> readings = new HashMap<>();
        table.by("video").forEach((video, values) -> {
            if (videos.contains(video) && !values.isEmpty()) {
                readings.put(video, new PostReading.Values(values));
            }
        });
        return readings;
    }

    private static List<String> ids(List<PostRef> posts) {
        return posts.stream().map(PostRef::externalId).toList();
    }

    private static LocalDate day(Instant instant) {
        return LocalDate.ofInstant(instant, YouTubeConnector.ZONE);
    }
}
