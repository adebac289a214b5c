package io.tidemark.collect.sync;

import io.tidemark.collect.connector.Api;
import io.tidemark.collect.connector.CallFailed;
import io.tidemark.collect.connector.Connector;
import io.tidemark.collect.connector.Fault;
import io.tidemark.collect.connector.PostReading;
import io.tidemark.collect.connector.PostRef;
import io.tidemark.collect.connector.PostRoute;
import io.tidemark.collect.connector.TrackedAccount;
import io.tidemark.ledger.LivePost;
import io.tidemark.ledger.SyncBook;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Reads posts by all routes that take them, in the largest batches. What one metric or one post spoils is
/// found out and left out, so that the rest is read all the same.
final class PostReader {
    private final Connector connector;
    private final Api api;
    private final TrackedAccount account;
    private final Refusals refusals;
    private final Readings readings = new Readings();
    private @Nullable Fault stopped;

    PostReader(Connector connector, Api api, TrackedAccount account, Refusals refusals) {
        this.connector = connector;
        this.api = api;
        this.account = account;
        this.refusals = refusals;
    }

    /// @param readings by external id; a post of which nothing was said is not among them
    /// @param stopped what kept the rest from being read; null where nothing did
    record Result(
            Map<String, Readings.Read> readings, @Nullable Fault stopped) {}

    Result read(List<PostRef> posts) {
        for (PostRoute route : connector.postRoutes()) {
            Map<String, List<PostRef>> kinds = posts.stream()
                    .filter(post -> route.takes(post, api.now()) && !refusals.whole(route.name(), post.kind()))
                    .collect(Collectors.groupingBy(PostRef::kind, LinkedHashMap::new, Collectors.toList()));
            kinds.forEach((kind, ofKind) -> read(route, kind, ofKind));
        }
        return new Result(readings.all(), stopped);
    }

    private void read(PostRoute route, String kind, List<PostRef> posts) {
        for (int from = 0; from < posts.size() && stopped == null; from += route.batch()) {
            readBatch(route, kind, posts.subList(from, Math.min(posts.size(), from + route.batch())));
        }
    }

    private void readBatch(PostRoute route, String kind, List<PostRef> batch) {
        Set<String> metrics = refusals.left(route.name(), kind, route.metrics());
        if (refusals.whole(route.name(), kind)
                || (metrics.isEmpty() && !route.metrics().isEmpty())) {
            return;
        }
        try {
            ask(route, batch, metrics);
        } catch (CallFailed failed) {
            switch (failed.fault()) {
                case Fault.MetricRefused refused -> withoutRefused(route, kind, batch, metrics, refused);
                case Fault.NotPermitted refused ->
                    refusals.remember(route.name(), kind, SyncBook.Refused.ALL, refused.said());
                case Fault.BatchRefused refused -> inHalves(route, kind, batch);
                case Fault.TooMuch much -> inHalves(route, kind, batch);
                case Fault.NotFound missing -> notFound(route, kind, batch);
                case Fault.Unreadable unreadable -> inHalvesOrStop(route, kind, batch, unreadable);
                case Fault other -> stopped = other;
            }
        }
    }

    private void ask(PostRoute route, List<PostRef> batch, Set<String> metrics) {
        Map<String, PostReading> answer = connector.readPosts(api, account, route, batch, metrics);
        readings.add(answer, api.now());
    }

    /// Where the platform names what it refuses, the rest is asked for again; where it does not, one by one.
    private void withoutRefused(
            PostRoute route, String kind, List<PostRef> batch, Set<String> metrics, Fault.MetricRefused refused) {
        Set<String> named = new TreeSet<>(refused.metrics());
        named.retainAll(metrics);
        if (!named.isEmpty()) {
            named.forEach(metric -> refusals.remember(route.name(), kind, metric, refused.said()));
            readBatch(route, kind, batch);
        } else if (metrics.size() <= 1) {
            refusals.remember(
                    route.name(),
                    kind,
                    metrics.isEmpty()
                            ? SyncBook.Refused.ALL
                            : metrics.iterator().next(),
                    refused.said());
        } else {
            for (String metric : metrics) {
                if (stopped == null) {
                    alone(route, kind, batch, metric);
                }
            }
        }
    }

    private void alone(PostRoute route, String kind, List<PostRef> batch, String metric) {
        try {
            ask(route, batch, Set.of(metric));
        } catch (CallFailed failed) {
            if (failed.fault() instanceof Fault.MetricRefused refused) {
                refusals.remember(route.name(), kind, metric, refused.said());
            } else if (!(failed.fault() instanceof Fault.BatchRefused || failed.fault() instanceof Fault.NotFound)) {
                stopped = failed.fault();
            }
        }
    }

    private void inHalves(PostRoute route, String kind, List<PostRef> batch) {
        if (batch.size() > 1 && stopped == null) {
            int half = batch.size() / 2;
            readBatch(route, kind, batch.subList(0, half));
            if (stopped == null) {
                readBatch(route, kind, batch.subList(half, batch.size()));
            }
        }
    }

    private void notFound(PostRoute route, String kind, List<PostRef> batch) {
        if (batch.size() == 1) {
            readings.add(batch.getFirst().externalId(), new PostReading.Gone(), api.now());
        } else {
            inHalves(route, kind, batch);
        }
    }

    /// One post may make a whole answer unreadable; one that does so alone is left out.
    private void inHalvesOrStop(PostRoute route, String kind, List<PostRef> batch, Fault.Unreadable unreadable) {
        if (batch.size() > 1) {
            inHalves(route, kind, batch);
        } else if (route.batch() == 1) {
            stopped = unreadable;
        }
    }

    /// Posts as a connector names them.
    static List<PostRef> refs(List<LivePost> posts) {
        List<PostRef> refs = new ArrayList<>();
        posts.forEach(post ->
                refs.add(new PostRef(post.externalId(), post.kind(), post.publishedAt(), post.total() != null)));
        return refs;
    }
}
