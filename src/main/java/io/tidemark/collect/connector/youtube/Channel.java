package io.tidemark.collect.connector.youtube;

import io.tidemark.collect.connector.Numbers;
import io.tidemark.ledger.AccountKey;
import io.tidemark.ledger.Alias;
import io.tidemark.metric.Metric;
import io.tidemark.metric.MetricValues;
import io.tidemark.metric.Platform;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/// A channel as an answer has it.
record Channel(JsonNode json) {
    /// The first of a list; empty where none is shown.
    static Optional<Channel> in(JsonNode answer) {
        return answer.path("items")
                .valueStream()
                .map(Channel::new)
                .filter(channel -> !channel.id().isEmpty())
                .findFirst();
    }

    String id() {
        return Numbers.id(json.path("id"));
    }

    /// The list of its own videos; empty where it is not told.
    String uploads() {
        return json.path("contentDetails")
                .path("relatedPlaylists")
                .path("uploads")
                .asString("");
    }

    /// By the id, which stays when the handle changes. Channels of long ago have no handle.
    AccountKey key() {
        JsonNode snippet = json.path("snippet");
        String title = snippet.path("title").asString("");
        String custom = snippet.path("customUrl").asString("").strip().replaceFirst("^@", "");
        String handle = !custom.isEmpty() ? custom : id();
        List<Alias> aliases = new ArrayList<>();
        aliases.add(new Alias("youtube:id", id()));
        aliases.addAll(AccountKey.ofHandle(Platform.YOUTUBE, handle).aliases());
        return new AccountKey(Platform.YOUTUBE, handle, title.isBlank() ? handle : title, aliases);
    }

    /// Subscribers, of which YouTube tells three digits; none where the channel hides them.
    MetricValues levels() {
        JsonNode statistics = json.path("statistics");
        MetricValues.Builder levels = MetricValues.builder();
        if (!statistics.path("hiddenSubscriberCount").asBoolean(false)) {
            Numbers.put(levels, Metric.FOLLOWERS, statistics.path("subscriberCount"));
        }
        return levels.build();
    }
}
