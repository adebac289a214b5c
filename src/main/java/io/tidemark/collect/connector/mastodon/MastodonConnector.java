package io.tidemark.collect.connector.mastodon;

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
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Reads accounts of Mastodon, each on its own server: with a token, or as everybody may.
public final class MastodonConnector implements Connector {
    private static final Sentence OTHER_ACCOUNT =
            Sentence.of("mastodon_other_account", "The server tells of another account than it was asked for.");

    private static final Duration BACKFILL = Duration.ofDays(365);
    private static final int MISSES = 2;

    private static final Listing POSTS = Listing.posts(true);
    /// Replies are listed together with all else.
    private static final Listing REPLIES = new Listing("replies", true, true, false, true, true);

    private final NamedServers servers;
    private final InstantSource clock;
    private final StatusNumbers numbers;
    private final PictureHosts pictures;

    /// @param clock tells when limits end
    public MastodonConnector(ConnectorSettings settings, InstantSource clock) {
        this.clock = clock;
        servers = NamedServers.of(settings);
        numbers = new StatusNumbers(settings);
        pictures = PictureHosts.of(settings, PictureHosts.ANYWHERE);
    }

    @Override
    public String key() {
        return "mastodon";
    }

    @Override
    public Platform platform() {
        return Platform.MASTODON;
    }

    /// There is no server of all.
    @Override
    public URI base() {
        throw new IllegalStateException("A server of Mastodon is called, and none was named");
    }

    @Override
    public URI base(Login.@Nullable Place place) {
        return place == null ? base() : servers.reachable(place.base());
    }

    @Override
    public Traits traits() {
        return new Traits(Platform.MASTODON.bucketZone(), 0, BACKFILL, null, MISSES);
    }

    /// The account that signed in, or was named.
    @Override
    public Page<FoundAccount> accounts(Api api, @Nullable String cursor) {
        Login.Place place = api.place();
        if (place == null) {
            throw new IllegalStateException("The accounts of a sign-in are listed, and it is nowhere at home");
        }
        Profile profile = Profile.of(MastodonCalls.account(api, place.subject()), Home.server(place));
        return new Page<>(List.of(new FoundAccount(profile.tracked(), null, null)), null);
    }

    @Override
    public List<Listing> listings() {
        return List.of(POSTS, REPLIES);
    }

    /// Servers count what goes on with a post of one's own among those that are no replies; we do not.
    @Override
    public Page<ListedPost> posts(
            Api api, TrackedAccount account, Listing listing, @Nullable Instant since, @Nullable String cursor) {
        boolean replies = listing.onRequest();
        Home home = Home.of(api, account);
        Statuses page = Statuses.of(MastodonCalls.posts(api, home.id(), replies, cursor));
        List<ListedPost> posts = page.posts().stream()
                .filter(status -> status.isPost() && (replies || !status.isReply()))
                .map(status -> status.listed(home, numbers.fields()))
                .toList();
        return new Page<>(posts, page.next());
    }

    @Override
    public List<PostRoute> postRoutes() {
        return List.of(numbers.route());
    }

    @Override
    public Map<String, PostReading> readPosts(
            Api api, TrackedAccount account, PostRoute route, List<PostRef> posts, Set<String> metrics) {
        return numbers.read(api, account, posts, metrics);
    }

    @Override
    public AccountReading readAccount(Api api, TrackedAccount account) {
        Home home = Home.of(api, account);
        Profile profile = Profile.of(MastodonCalls.account(api, home.id()), home.server());
        if (!profile.home().externalId().equals(account.externalId())) {
            throw new CallFailed(new Fault.Unreadable(OTHER_ACCOUNT.said()));
        }
        return new AccountReading(profile.key(), profile.levels(), List.of());
    }

    @Override
    public List<DayRoute> dayRoutes() {
        return List.of();
    }

    @Override
    public List<DayReading> readDays(
            Api api, TrackedAccount account, DayRoute route, LocalDate from, LocalDate to, Set<String> metrics) {
        throw new IllegalArgumentException("Mastodon keeps no daily series of accounts, so no " + route.name());
    }

    @Override
    public @Nullable Fault fault(ApiResponse response) {
        return MastodonFaults.of(response, clock.instant());
    }

    @Override
    public List<Allowance> allowances(ApiResponse response, Instant now) {
        return MastodonLimits.of(response);
    }

    @Override
    public List<String> caveats() {
        return List.of(
                "Counts are what the account's own server knows: what happens on others reaches it late, or never.",
                "Quotes are told by servers of version 4.5 or later.");
    }

    @Override
    public PictureHosts pictureHosts() {
        return pictures;
    }
}
