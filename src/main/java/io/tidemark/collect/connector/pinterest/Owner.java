package io.tidemark.collect.connector.pinterest;

import io.tidemark.collect.connector.Api;
import io.tidemark.collect.connector.CallFailed;
import io.tidemark.collect.connector.Fault;
import io.tidemark.collect.connector.Numbers;
import io.tidemark.collect.connector.Saying;
import io.tidemark.collect.connector.TrackedAccount;
import io.tidemark.ledger.AccountKey;
import io.tidemark.ledger.Alias;
import io.tidemark.metric.Metric;
import io.tidemark.metric.MetricValues;
import io.tidemark.metric.Platform;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import tools.jackson.databind.JsonNode;

/// The account that a sign-in is of: every call is about it, whoever is asked for.
record Owner(JsonNode json) {
    static Owner in(Api api) {
        return new Owner(PinterestCalls.account(api));
    }

    /// @throws CallFailed where the sign-in is of another account
    static Owner in(Api api, TrackedAccount account) {
        Owner owner = in(api);
        if (!owner.id().equals(account.externalId())) {
            String wanted = account.key().handle();
            throw new CallFailed(new Fault.NotPermitted(
                    Saying.otherOwner("Pinterest", owner.key().handle(), wanted)));
        }
        return owner;
    }

    /// Asks something whose refusal would be remembered. One that comes of the account not being there passes when it
    /// is.
    static <T> T asking(Api api, TrackedAccount account, Supplier<T> question) {
        try {
            return question.get();
        } catch (CallFailed failed) {
            if (!(failed.fault() instanceof Fault.NotPermitted)) {
                throw failed;
            }
            mustBeShown(api, account);
            throw failed;
        }
    }

    /// @throws CallFailed where the account is not shown at the moment, so that nothing can be said of its pins
    static void mustBeShown(Api api, TrackedAccount account) {
        try {
            in(api, account);
        } catch (CallFailed hidden) {
            if (!(hidden.fault() instanceof Fault.NotPermitted)) {
                throw hidden;
            }
            throw new CallFailed(new Fault.Passing(hidden.fault().said()), hidden);
        }
    }

    String id() {
        return Numbers.id(json.path("id"));
    }

    /// By the id, which stays when the account is renamed.
    AccountKey key() {
        String handle = json.path("username").asString("");
        if (id().isEmpty() || handle.isBlank()) {
            throw new CallFailed(new Fault.Unreadable(Saying.nameless("Pinterest")));
        }
        List<Alias> aliases = new ArrayList<>();
        aliases.add(new Alias("pinterest:id", id()));
        aliases.addAll(AccountKey.ofHandle(Platform.PINTEREST, handle).aliases());
        String name = json.path("business_name").asString("");
        return new AccountKey(Platform.PINTEREST, handle, name.isBlank() ? handle : name, aliases);
    }

    MetricValues levels() {
        MetricValues.Builder levels = MetricValues.builder();
        Numbers.put(levels, Metric.FOLLOWERS, json.path("follower_count"));
        return levels.build();
    }
}
