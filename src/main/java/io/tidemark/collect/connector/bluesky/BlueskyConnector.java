package io.tidemark.collect.connector.bluesky;

import io.tidemark.collect.connector.AccountReading;
import io.tidemark.collect.connector.Allowance;
import io.tidemark.collect.connector.Api;
import io.tidemark.collect.connector.ApiResponse;
import io.tidemark.collect.connector.CallFailed;
import io.tidemark.collect.connector.Connector;
import io.tidemark.collect.connector.ConnectorSettings;
import io.tidemark.collect.connector.DayReading;
import io.tidemark.collect.connector.DayRoute;
import io.tidemark.collect.connector.Fault;
import io.tidemark.collect.connector.FoundAccount;
import io.tidemark.collect.connector.ListedPost;
import io.tidemark.collect.connector.Listing;
import io.tidemark.collect.connector.Login;
import io.tidemark.collect.connector.NamedServers;
import io.tidemark.collect.connector.Page;
import io.tidemark.collect.connector.PictureHosts;
import io.tidemark.collect.connector.PostReading;
import io.tidemark.collect.connector.PostRef;
import io.tidemark.collect.connector.PostRoute;
import io.tidemark.collect.connector.TrackedAccount;
import io.tidemark.metric.Platform;
import io.tidemark.words.Sentence;
import io.tidemark.words.Value;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// Reads accounts of Bluesky: through their own servers in the name of a sign-in, or through the server that shows
/// everybody what is public. Both tell the same numbers.
public final class BlueskyConnector implements Connector {
    private static final Sentence NOTHING_SHOWN = Sentence.of(
            "bluesky_nothing_shown",
            "Bluesky shows no post of {account} at all: the account may be deactivated. Nothing counts as deleted meanwhile.");

    private static final Duration BACKFILL = Duration.ofDays(365);
    private static final int MISSES = 2;

    private static final Listing POSTS = Listing.posts(true);
    /// Replies are listed together with all else.
    private static final Listing REPLIES = new Listing("replies", true, true, false, true, true);
    private static final PostRoute BY_NAME =
            new PostRoute("posts", BlueskyCalls.MOST_BY_NAME, Set.of(), kind -> true, null);

    private final URI open;
    private final NamedServers servers;
    private final PictureHosts pictures;
    private final Clock clock;

    /// @param clock that of the server, by which it is told when limits end
    public BlueskyConnector(ConnectorSettings settings, Clock clock) {
        this.clock = clock;
        open = settings.address("public-url", "https://public.api.bsky.app");
        servers = NamedServers.of(settings);
        pictures = PictureHosts.of(settings, "cdn.bsky.app,video.bsky.app");
    }

    @Override
    public String key() {
        return "bluesky";
    }

    @Override
    public Platform platform() {
        return Platform.BLUESKY;
    }

    /// The server that shows everybody what is public.
    @Override
    public URI base() {
        return open;
    }

    @Override
    public URI base(Login.@Nullable Place place) {
        return place == null || place.base().equals(open) ? open : servers.reachable(place.base());
    }

    @Override
    public Traits traits() {
        return new Traits(Platform.BLUESKY.bucketZone(), 0, BACKFILL, null, MISSES);
    }

    /// The account that signed in, or that somebody named.
    @Override
    public Page<FoundAccount> accounts(Api api, @Nullable String cursor) {
        Login.Place place = api.place();
        if (place == null) {
            throw new IllegalStateException("a sign-in with Bluesky without a place");
        }
        Profile profile = new Profile(BlueskyCalls.profile(api, place.subject()));
        TrackedAccount account = new TrackedAccount(profile.did(), "", profile.key(), null);
        boolean refused = place.base().equals(open) && profile.refusesStrangers();
        return new Page<>(
                List.of(new FoundAccount(account, null, refused ? BlueskyPublicLogin.REFUSED.said() : null)), null);
    }

    @Override
    public List<Listing> listings() {
        return List.of(POSTS, REPLIES);
    }

    /// What others wrote and the account shows again is none of its own, and what is pinned is listed at its time too.
    @Override
    public Page<ListedPost> posts(
            Api api, TrackedAccount account, Listing listing, @Nullable Instant since, @Nullable String cursor) {
        JsonNode answer = BlueskyCalls.feed(api, account.externalId(), listing.onRequest(), cursor);
        List<ListedPost> posts = answer.path("feed")
                .valueStream()
                .filter(item -> !item.has("reason"))
                .map(item -> FeedPost.of(item.path("post")))
                .filter(post -> post.author().equals(account.externalId()))
                .map(FeedPost::listed)
                .toList();
        String next = answer.path("cursor").asString("");
        return new Page<>(posts, next.isEmpty() ? null : next);
    }

    @Override
    public List<PostRoute> postRoutes() {
        return List.of(BY_NAME);
    }

    /// Posts that were deleted are left out. So are all those of an account that is not shown for a while, which makes
    /// none of them a deleted one.
    @Override
    public Map<String, PostReading> readPosts(
            Api api, TrackedAccount account, PostRoute route, List<PostRef> posts, Set<String> metrics) {
        List<String> uris = posts.stream().map(PostRef::externalId).toList();
        Map<String, PostReading> readings = new HashMap<>();
        for (JsonNode told : BlueskyCalls.posts(api, uris).path("posts")) {
            FeedPost post = FeedPost.of(told);
            if (uris.contains(post.uri())) {
                readings.put(post.uri(), new PostReading.Values(post.values()));
            }
        }
        if (readings.isEmpty() && !showsAny(api, account)) {
            throw new CallFailed(new Fault.Passing(NOTHING_SHOWN.said(
                    Map.of("account", Value.name("@" + account.key().handle())))));
        }
        uris.forEach(uri -> readings.putIfAbsent(uri, new PostReading.Gone()));
        return readings;
    }

    private static boolean showsAny(Api api, TrackedAccount account) {
        try {
            return BlueskyCalls.showsAny(api, account.externalId());
        } catch (CallFailed failed) {
            boolean notShown = failed.fault() instanceof Fault.NotPermitted || failed.fault() instanceof Fault.NotFound;
            if (!notShown) {
                throw failed;
            }
            return false;
        }
    }

    @Override
    public AccountReading readAccount(Api api, TrackedAccount account) {
        Profile profile = new Profile(BlueskyCalls.profile(api, account.externalId()));
        return new AccountReading(profile.key(), profile.levels(), List.of());
    }

    @Override
    public List<DayRoute> dayRoutes() {
        return List.of();
    }

    @Override
    public List<DayReading> readDays(
            Api api, TrackedAccount account, DayRoute route, LocalDate from, LocalDate to, Set<String> metrics) {
        throw new IllegalArgumentException("Bluesky keeps no daily series of accounts, so no " + route.name());
    }

    @Override
    public @Nullable Fault fault(ApiResponse response) {
        return BlueskyFaults.of(response, clock.instant());
    }

    @Override
    public List<Allowance> allowances(ApiResponse response, Instant now) {
        return BlueskyLimits.of(response, now);
    }

    @Override
    public List<String> caveats() {
        return List.of("Bluesky tells neither how often posts were seen nor how often their links were followed.");
    }

    @Override
    public PictureHosts pictureHosts() {
        return pictures;
    }
}
