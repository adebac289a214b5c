package io.tidemark.collect.sync;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.tidemark.collect.connector.Connector;
import io.tidemark.collect.connector.DayRoute;
import io.tidemark.collect.connector.Listing;
import io.tidemark.collect.connector.PostRef;
import io.tidemark.collect.connector.PostRoute;
import io.tidemark.collect.connector.Secret;
import io.tidemark.collect.connector.TrackedAccount;
import io.tidemark.ledger.AccountKey;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/// What a connector was asked for in one call, as far as it takes to ask the same again.
///
/// @param connector by its key
/// @param name of the list or the route
@JsonInclude(JsonInclude.Include.NON_EMPTY)
record Asked(
        String connector,
        What what,
        Account account,
        @Nullable String name,
        @Nullable Instant since,
        @Nullable String cursor,
        List<PostRef> posts,
        Set<String> metrics,
        @Nullable LocalDate from,
        @Nullable LocalDate to) {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    Asked {
        posts = posts == null ? List.of() : List.copyOf(posts);
        metrics = metrics == null ? Set.of() : new TreeSet<>(metrics);
    }

    enum What {
        POSTS,
        NUMBERS,
        ACCOUNT,
        DAYS
    }

    /// An account without its token.
    ///
    /// @param ownToken whether it had one
    record Account(String externalId, String kind, AccountKey key, boolean ownToken) {
        static Account of(TrackedAccount account) {
            return new Account(account.externalId(), account.kind(), account.key(), account.token() != null);
        }

        /// With something in the place of its token.
        TrackedAccount tracked() {
            return new TrackedAccount(externalId, kind, key, ownToken ? new Secret("-") : null);
        }
    }

    static Asked posts(
            Connector of, TrackedAccount account, Listing listing, @Nullable Instant since, @Nullable String cursor) {
        return new Asked(
                of.key(),
                What.POSTS,
                Account.of(account),
                listing.name(),
                since,
                cursor,
                List.of(),
                Set.of(),
                null,
                null);
    }

    static Asked numbers(
            Connector of, TrackedAccount account, PostRoute route, List<PostRef> posts, Set<String> metrics) {
        return new Asked(
                of.key(), What.NUMBERS, Account.of(account), route.name(), null, null, posts, metrics, null, null);
    }

    static Asked account(Connector of, TrackedAccount account) {
        return new Asked(
                of.key(), What.ACCOUNT, Account.of(account), null, null, null, List.of(), Set.of(), null, null);
    }

    static Asked days(
            Connector of, TrackedAccount account, DayRoute route, LocalDate from, LocalDate to, Set<String> metrics) {
        return new Asked(
                of.key(), What.DAYS, Account.of(account), route.name(), null, null, List.of(), metrics, from, to);
    }

    String text() {
        return JSON.writeValueAsString(this);
    }

    static Asked read(String text) {
        return JSON.readValue(text, Asked.class);
    }
}
