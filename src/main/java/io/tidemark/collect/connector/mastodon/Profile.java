package io.tidemark.collect.connector.mastodon;

import io.tidemark.collect.connector.CallFailed;
import io.tidemark.collect.connector.Fault;
import io.tidemark.collect.connector.Numbers;
import io.tidemark.collect.connector.TrackedAccount;
import io.tidemark.ledger.AccountKey;
import io.tidemark.ledger.Alias;
import io.tidemark.metric.Metric;
import io.tidemark.metric.MetricValues;
import io.tidemark.metric.Platform;
import io.tidemark.words.Sentence;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/// An account as an answer of its server has it.
record Profile(JsonNode json, Home home) {
    private static final Sentence NO_OWNER =
            Sentence.of("mastodon_no_owner", "The server does not say whose the account is.");

    /// @param server by its name
    /// @throws CallFailed where it does not say whose it is
    static Profile of(JsonNode json, String server) {
        String id = Numbers.id(json.path("id"));
        String name = json.path("username").asString("").strip();
        if (!Home.isId(id) || !name.matches("\\w[\\w.-]*")) {
            throw new CallFailed(new Fault.Unreadable(NO_OWNER.said()));
        }
        return new Profile(json, new Home(server, id, name));
    }

    /// Whether its server has taken it out of sight.
    boolean isSuspended() {
        return json.path("suspended").asBoolean(false);
    }

    TrackedAccount tracked() {
        return new TrackedAccount(home.externalId(), "", key(), null);
    }

    AccountKey key() {
        String title = Content.plain(json.path("display_name").asString(""));
        List<Alias> aliases = new ArrayList<>();
        aliases.add(new Alias("mastodon:id", home.externalId()));
        aliases.addAll(AccountKey.ofHandle(Platform.MASTODON, home.handle()).aliases());
        return new AccountKey(Platform.MASTODON, home.handle(), title.isEmpty() ? home.name() : title, aliases);
    }

    MetricValues levels() {
        MetricValues.Builder levels = MetricValues.builder();
        Numbers.put(levels, Metric.FOLLOWERS, json.path("followers_count"));
        return levels.build();
    }
}
