package io.tidemark.collect.connector;

import io.tidemark.metric.Platform;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Reads one platform. Every method makes the one call (or the few that belong together) that it names, maps what comes
/// back, and lets [CallFailed] through; the sync engine decides when to call, how often to repeat and what to store.
public interface Connector {
    /// Stable name, which sources in the ledger, connections and settings carry: `linkedin`, `instagram_login`.
    String key();

    Platform platform();

    /// The platform's base address, without a slash at the end.
    URI base();

    /// The address of a sign-in's own server, on platforms of many. Asked before each call.
    ///
    /// @param place null on platforms of one server
    /// @throws CallFailed where that server may not be called
    default URI base(Login.@Nullable Place place) {
        return base();
    }

    Traits traits();

    /// One page of the accounts that the person who signed in may track, with what stands in the way where one may not.
    Page<FoundAccount> accounts(Api api, @Nullable String cursor);

    /// The lists in which posts of an account are found; the first is the main one.
    List<Listing> listings();

    /// Whether replies can be asked for.
    default boolean listsReplies() {
        return listings().stream().anyMatch(Listing::onRequest);
    }

    /// One page of a list, newest first where the listing says so. Reposts, drafts and posts that are only ads are left
    /// out.
    ///
    /// @param since nothing that was published before is needed; a connector may return it all the same
    Page<ListedPost> posts(
            Api api, TrackedAccount account, Listing listing, @Nullable Instant since, @Nullable String cursor);

    /// The ways in which numbers of posts are read; a post is read by all that take it.
    List<PostRoute> postRoutes();

    /// Numbers of posts, by external id. A post that the answer leaves out is left out of the map, which says nothing
    /// about it; one that the platform says is gone is [PostReading.Gone].
    ///
    /// @param posts at most a batch of the route, all taken by it and of one kind
    /// @param metrics the native names to ask for: those of the route without those that were refused before
    Map<String, PostReading> readPosts(
            Api api, TrackedAccount account, PostRoute route, List<PostRef> posts, Set<String> metrics);

    /// The account as it is now.
    AccountReading readAccount(Api api, TrackedAccount account);

    /// The daily series that the platform keeps of an account; empty where it keeps none.
    List<DayRoute> dayRoutes();

    /// Days of a series, both ends included, at most as many as the route allows in a call. A day of which nothing is
    /// said is left out.
    List<DayReading> readDays(
            Api api, TrackedAccount account, DayRoute route, LocalDate from, LocalDate to, Set<String> metrics);

    /// What an answer that is no success means. Also asked about answers with status 200: empty where all is well.
    @Nullable
    Fault fault(ApiResponse response);

    /// What the answer says about the calls that are left.
    List<Allowance> allowances(ApiResponse response, Instant now);

    /// What calls cost; empty where the platform charges nothing.
    default List<Price> prices() {
        return List.of();
    }

    /// What is missing at times though nothing is wrong, in sentences for a person.
    default List<String> caveats() {
        return List.of();
    }

    /// Where pictures of posts may be fetched from; nowhere where posts are listed without.
    default PictureHosts pictureHosts() {
        return PictureHosts.NONE;
    }

    /// Where pictures lie now of which lists tell the platform's names alone, by name. One that the platform does not
    /// tell of is left out.
    ///
    /// @param names of one kind: alike up to their last colon
    default Map<URI, URI> pictures(Api api, Collection<URI> names) {
        return Map.of();
    }

    /// What of an answer is charged for, by id; empty where calls are free.
    default List<String> billed(ApiResponse response) {
        return List.of();
    }

    /// What holds for all of a platform's API.
    ///
    /// @param bucketZone zone of daily series
    /// @param lookBackDays how many of the last days are read again because the platform revises them
    /// @param backfill how far back posts are listed when an account is connected
    /// @param maxPosts how many posts a list reaches back at most; null where there is no such end
    /// @param missesToDelete how many reads on different days must miss a post before it counts as deleted
    record Traits(
            ZoneId bucketZone,
            int lookBackDays,
            Duration backfill,
            @Nullable Integer maxPosts,
            int missesToDelete) {}
}
