package io.tidemark.collect.connector.tiktok;

import io.tidemark.collect.connector.Api;
import io.tidemark.collect.connector.CallFailed;
import io.tidemark.collect.connector.ConnectorSettings;
import io.tidemark.collect.connector.Fault;
import io.tidemark.collect.connector.ListedPost;
import io.tidemark.collect.connector.Page;
import io.tidemark.collect.connector.PostReading;
import io.tidemark.collect.connector.PostRef;
import io.tidemark.collect.connector.PostRoute;
import io.tidemark.collect.connector.TrackedAccount;
import io.tidemark.ledger.Absence;
import io.tidemark.metric.Metric;
import io.tidemark.metric.MetricValues;
import io.tidemark.words.Said;
import io.tidemark.words.Sentence;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// Posts by the Accounts API. Some numbers are told only while people watch a post: once it has been idle for a week
/// they are missing, and what was read of them before stays.
final class BusinessPosts {
    private static final Sentence NO_VIDEOS = Sentence.of(
            "tiktok_without_videos", "Without the permission to list videos nothing can be collected: sign in again.");

    private static final List<String> FIELDS = List.of(
            "item_id", "create_time", "caption", "share_url", "thumbnail_url", "media_type", "is_ad", "video_duration");

    /// What the permission to list posts tells without that of insights.
    private static final Set<String> WITHOUT_INSIGHTS = Set.of("video_views", "likes", "comments", "shares");

    /// Told as long as somebody watches.
    private static final Set<String> PERISHABLE = Set.of("reach", "total_time_watched");

    private static final Duration IDLE = Duration.ofDays(7);

    private final BusinessCalls calls;
    private final PostRoute route;

    BusinessPosts(BusinessCalls calls, ConnectorSettings settings) {
        this.calls = calls;
        route = new PostRoute(
                "posts",
                BusinessCalls.POSTS_PER_CALL,
                settings.set("post-metrics", Names.BUSINESS.all()),
                kind -> true,
                null);
    }

    PostRoute route() {
        return route;
    }

    /// What was answered, and of which numbers it may tell.
    private record Told(JsonNode json, Set<String> metrics) {}

    Page<ListedPost> page(Api api, TrackedAccount account, @Nullable String cursor) {
        Told told = asked(
                route.metrics(),
                Set.of(),
                metrics ->
                        calls.list(api, account.externalId(), fields(metrics), BusinessCalls.POSTS_PER_CALL, cursor));
        List<ListedPost> posts = told.json()
                .path("videos")
                .valueStream()
                .map(post -> new Video(post, Video.Words.BUSINESS).listed(Names.BUSINESS.read(post, told.metrics())))
                .toList();
        return new Page<>(posts, Cursors.next(told.json()));
    }

    Map<String, PostReading> read(Api api, TrackedAccount account, List<PostRef> posts, Set<String> metrics) {
        List<String> ids = posts.stream().map(PostRef::externalId).toList();
        Told told = asked(metrics, null, left -> calls.query(api, account.externalId(), withId(left), ids));
        Map<String, JsonNode> byId = new HashMap<>();
        told.json().path("videos").forEach(post -> byId.putIfAbsent(new Video(post, Video.Words.BUSINESS).id(), post));
        Map<String, PostReading> readings = new HashMap<>();
        for (PostRef post : posts) {
            JsonNode json = byId.get(post.externalId());
            if (json != null) {
                MetricValues values = Names.BUSINESS.read(json, told.metrics());
                readings.put(
                        post.externalId(),
                        new PostReading.Values(values, absences(post, values, metrics, told, api.now())));
            }
        }
        Absent.add(readings, account, posts, () -> showsAny(api, account));
        return readings;
    }

    /// Whether the account shows any post.
    boolean showsAny(Api api, TrackedAccount account) {
        return !calls.list(api, account.externalId(), List.of("item_id"), 1, null)
                .path("videos")
                .isEmpty();
    }

    /// Without the permission of insights what it needs is left out. A list comes without numbers where one of them is
    /// refused: the route finds out which it is.
    ///
    /// @param onRefusal what is asked for where a number is refused; null where that is for the engine to find out
    private static Told asked(
            Set<String> metrics, @Nullable Set<String> onRefusal, Function<Set<String>, JsonNode> call) {
        Set<String> left = new TreeSet<>(metrics);
        try {
            return new Told(call.apply(left), left);
        } catch (CallFailed failed) {
            if (failed.fault() instanceof Fault.MetricRefused && onRefusal != null) {
                left.retainAll(onRefusal);
            } else if (failed.fault() instanceof Fault.NotPermitted && !WITHOUT_INSIGHTS.containsAll(left)) {
                left.retainAll(WITHOUT_INSIGHTS);
            } else {
                throw essential(failed);
            }
        }
        try {
            return new Told(call.apply(left), left);
        } catch (CallFailed failed) {
            throw essential(failed);
        }
    }

    /// Without posts there is nothing to collect.
    private static CallFailed essential(CallFailed failed) {
        return failed.fault() instanceof Fault.NotPermitted(Said said)
                ? new CallFailed(new Fault.SignInGone(said.and(NO_VIDEOS.said())))
                : failed;
    }

    private static Map<Metric, Absence> absences(
            PostRef post, MetricValues values, Set<String> asked, Told told, Instant now) {
        boolean old = post.publishedAt().plus(IDLE).isBefore(now);
        Map<Metric, Absence> absences = new EnumMap<>(Metric.class);
        Names.BUSINESS.metrics().forEach((name, metric) -> {
            if (!asked.contains(name) || values.has(metric)) {
                return;
            }
            if (!told.metrics().contains(name)) {
                absences.put(metric, Absence.NOT_PERMITTED);
            } else if (old && PERISHABLE.contains(name)) {
                absences.put(metric, Absence.EXPIRED);
            }
        });
        return absences;
    }

    private static List<String> fields(Collection<String> metrics) {
        List<String> fields = new ArrayList<>(FIELDS);
        fields.addAll(metrics);
        return fields;
    }

    private static List<String> withId(Collection<String> metrics) {
        List<String> fields = new ArrayList<>(List.of("item_id"));
        fields.addAll(metrics);
        return fields;
    }
}
