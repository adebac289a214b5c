package io.tidemark.collect.connector.bluesky;

import io.tidemark.collect.connector.CallFailed;
import io.tidemark.collect.connector.Fault;
import io.tidemark.collect.connector.Numbers;
import io.tidemark.collect.connector.Saying;
import io.tidemark.ledger.AccountKey;
import io.tidemark.ledger.Alias;
import io.tidemark.metric.Metric;
import io.tidemark.metric.MetricValues;
import io.tidemark.metric.Platform;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/// An account as an answer has it.
record Profile(JsonNode json) {
    /// With which a person asks apps not to show them to people who are not signed in.
    private static final String NO_STRANGERS = "!no-unauthenticated";

    /// What stands for a handle that its owner has let go.
    private static final String NO_HANDLE = "handle.invalid";

    /// @throws CallFailed where it has no name
    String did() {
        return did(json.path("did"));
    }

    static String did(JsonNode told) {
        String did = told.asString("");
        if (!Actor.isDid(did)) {
            throw new CallFailed(new Fault.Unreadable(Saying.nameless("Bluesky")));
        }
        return did;
    }

    /// By the DID, which stays when the handle changes.
    AccountKey key() {
        String told = json.path("handle").asString("");
        boolean known = !told.isBlank() && !told.equals(NO_HANDLE);
        String handle = known ? told : did();
        List<Alias> aliases = new ArrayList<>();
        aliases.add(new Alias("bluesky:did", did()));
        if (known) {
            aliases.addAll(AccountKey.ofHandle(Platform.BLUESKY, handle).aliases());
        }
        String name = json.path("displayName").asString("");
        return new AccountKey(Platform.BLUESKY, handle, name.isBlank() ? handle : name, aliases);
    }

    MetricValues levels() {
        MetricValues.Builder levels = MetricValues.builder();
        Numbers.put(levels, Metric.FOLLOWERS, json.path("followersCount"));
        return levels.build();
    }

    boolean refusesStrangers() {
        return json.path("labels")
                .valueStream()
                .anyMatch(label -> label.path("val").asString("").equals(NO_STRANGERS)
                        && label.path("src").asString("").equals(did()));
    }
}
