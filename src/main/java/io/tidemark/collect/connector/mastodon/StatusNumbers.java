package io.tidemark.collect.connector.mastodon;

import io.tidemark.collect.connector.Api;
import io.tidemark.collect.connector.CallFailed;
import io.tidemark.collect.connector.ConnectorSettings;
import io.tidemark.collect.connector.Fault;
import io.tidemark.collect.connector.PostReading;
import io.tidemark.collect.connector.PostRef;
import io.tidemark.collect.connector.PostRoute;
import io.tidemark.collect.connector.TrackedAccount;
import io.tidemark.words.Sentence;
import io.tidemark.words.Value;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;

/// Numbers of posts. Servers since 4.3 tell several posts in a call; others one by one. That a server does not is
/// remembered as a refused metric is.
final class StatusNumbers {
    private static final Sentence NOTHING_SHOWN = Sentence.of(
            "mastodon_nothing_shown",
            "{server} shows nothing of {account} any more, which may be suspended. Nothing of it counts as deleted meanwhile.");
    private static final Sentence ONE_BY_ONE = Sentence.of(
            "mastodon_one_by_one",
            "The server does not tell several posts in one call, as those before 4.3: they are read one by one.");

    private static final int MOST = 20;

    /// Stands among the metrics for the call that tells several posts.
    private static final String TOGETHER = "several_at_once";

    private final Set<String> fields;
    private final PostRoute route;

    StatusNumbers(ConnectorSettings settings) {
        fields = settings.set("post-metrics", "favourites_count,replies_count,reblogs_count,quotes_count");
        Set<String> asked = new TreeSet<>(fields);
        asked.add(TOGETHER);
        route = new PostRoute("statuses", MOST, asked, kind -> true, null);
    }

    PostRoute route() {
        return route;
    }

    /// Counters that are read, by the names of fields.
    Set<String> fields() {
        return fields;
    }

    /// A post that is left out is asked for alone: it is gone where that says so, and its account is still there.
    Map<String, PostReading> read(Api api, TrackedAccount account, List<PostRef> posts, Set<String> metrics) {
        Home home = Home.of(api, account);
        List<String> ids = posts.stream().map(PostRef::externalId).toList();
        Map<String, PostReading> readings = new HashMap<>();
        if (metrics.contains(TOGETHER)) {
            for (JsonNode told : together(api, ids)) {
                Status status = Status.of(told);
                if (ids.contains(status.id())) {
                    readings.put(status.id(), status.reading(metrics));
                }
            }
        }
        for (String id : ids) {
            if (!readings.containsKey(id)) {
                readings.put(id, alone(api, id, metrics));
            }
        }
        if (readings.values().stream().allMatch(PostReading.Gone.class::isInstance) && !isShown(api, home)) {
            throw new CallFailed(new Fault.Passing(NOTHING_SHOWN.said(
                    Map.of("server", Value.name(home.server()), "account", Value.name("@" + home.handle())))));
        }
        return readings;
    }

    private static JsonNode together(Api api, List<String> ids) {
        try {
            return MastodonCalls.together(api, ids);
        } catch (CallFailed failed) {
            if (failed.fault() instanceof Fault.NotFound || failed.fault() instanceof Fault.BatchRefused) {
                throw new CallFailed(new Fault.MetricRefused(ONE_BY_ONE.said(), Set.of(TOGETHER)), failed);
            }
            throw failed;
        }
    }

    private static PostReading alone(Api api, String id, Set<String> metrics) {
        try {
            return Status.of(MastodonCalls.alone(api, id)).reading(metrics);
        } catch (CallFailed failed) {
            if (failed.fault() instanceof Fault.NotFound) {
                return new PostReading.Gone();
            }
            throw failed;
        }
    }

    /// Whether its server still shows the account: no post is a deleted one because its account is suspended.
    private static boolean isShown(Api api, Home home) {
        try {
            return !Profile.of(MastodonCalls.account(api, home.id()), home.server())
                    .isSuspended();
        } catch (CallFailed failed) {
            if (failed.fault() instanceof Fault.NotFound) {
                return false;
            }
            throw failed;
        }
    }
}
