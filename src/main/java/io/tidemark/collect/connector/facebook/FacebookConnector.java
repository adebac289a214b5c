package io.tidemark.collect.connector.facebook;

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
import io.tidemark.collect.connector.Numbers;
import io.tidemark.collect.connector.Page;
import io.tidemark.collect.connector.PictureHosts;
import io.tidemark.collect.connector.PostReading;
import io.tidemark.collect.connector.PostRef;
import io.tidemark.collect.connector.PostRoute;
import io.tidemark.collect.connector.Saying;
import io.tidemark.collect.connector.TrackedAccount;
import io.tidemark.collect.connector.graph.GraphCalls;
import io.tidemark.collect.connector.graph.GraphFaults;
import io.tidemark.collect.connector.graph.GraphRequest;
import io.tidemark.collect.connector.graph.GraphTime;
import io.tidemark.collect.connector.graph.ManagedPage;
import io.tidemark.ledger.AccountKey;
import io.tidemark.ledger.Alias;
import io.tidemark.metric.Metric;
import io.tidemark.metric.MetricValues;
import io.tidemark.metric.Platform;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// Reads pages of Facebook, each with its own token.
public final class FacebookConnector implements Connector {
    public static final String HOST = "https://graph.facebook.com";

    /// Facebook keeps numbers for two years, and lists about so many posts of one.
    private static final Duration KEPT = Duration.ofDays(730);

    private static final int LONGEST_LIST = 600;
    private static final int LOOK_BACK_DAYS = 4;
    private static final int MISSES = 3;

    private final GraphCalls calls;
    private final GraphFaults faults;
    private final FacebookLists lists;
    private final FacebookReadings readings;
    private final PictureHosts pictures;

    /// @param clock tells when limits end, which Meta states in minutes from now
    public FacebookConnector(ConnectorSettings settings, InstantSource clock) {
        calls = new GraphCalls(settings, HOST);
        faults = new GraphFaults(Platform.FACEBOOK.title(), clock);
        lists = new FacebookLists(calls);
        readings = new FacebookReadings(calls, settings);
        pictures = PictureHosts.of(settings, "fbcdn.net");
    }

    @Override
    public String key() {
        return "facebook";
    }

    @Override
    public Platform platform() {
        return Platform.FACEBOOK;
    }

    @Override
    public URI base() {
        return calls.base();
    }

    @Override
    public PictureHosts pictureHosts() {
        return pictures;
    }

    @Override
    public Traits traits() {
        return new Traits(GraphTime.ZONE, LOOK_BACK_DAYS, KEPT, LONGEST_LIST, MISSES);
    }

    @Override
    public Page<FoundAccount> accounts(Api api, @Nullable String cursor) {
        Page<ManagedPage> pages = ManagedPage.list(calls, api, cursor);
        List<FoundAccount> found = pages.items().stream()
                .map(page -> new FoundAccount(
                        new TrackedAccount(page.id(), "", key(page.id(), page.name(), page.username()), page.token()),
                        page.token(),
                        page.obstacle()))
                .toList();
        return new Page<>(found, pages.next());
    }

    @Override
    public List<Listing> listings() {
        return List.of(FacebookLists.POSTS, FacebookLists.REELS);
    }

    @Override
    public Page<ListedPost> posts(
            Api api, TrackedAccount account, Listing listing, @Nullable Instant since, @Nullable String cursor) {
        return lists.page(api, account, listing, since, cursor);
    }

    @Override
    public List<PostRoute> postRoutes() {
        return readings.routes();
    }

    @Override
    public Map<String, PostReading> readPosts(
            Api api, TrackedAccount account, PostRoute route, List<PostRef> posts, Set<String> metrics) {
        return readings.posts(api, account, route, posts, metrics);
    }

    @Override
    public AccountReading readAccount(Api api, TrackedAccount account) {
        GraphRequest request = GraphRequest.of("GET /{page}", "/" + account.externalId())
                .with("fields", "id,name,username,followers_count");
        JsonNode page = calls.get(api, account.token(), request);
        String name = page.path("name").asString("");
        if (name.isBlank()) {
            throw new CallFailed(new Fault.Unreadable(Saying.nameless("Facebook")));
        }
        MetricValues.Builder levels = MetricValues.builder();
        Numbers.put(levels, Metric.FOLLOWERS, page.path("followers_count"));
        AccountKey key = key(account.externalId(), name, page.path("username").asString(""));
        return new AccountReading(key, levels.build(), List.of());
    }

    @Override
    public List<DayRoute> dayRoutes() {
        return readings.dayRoutes();
    }

    @Override
    public List<DayReading> readDays(
            Api api, TrackedAccount account, DayRoute route, LocalDate from, LocalDate to, Set<String> metrics) {
        return readings.days(api, account, from, to, metrics);
    }

    @Override
    public @Nullable Fault fault(ApiResponse response) {
        return faults.of(response);
    }

    @Override
    public List<Allowance> allowances(ApiResponse response, Instant now) {
        return faults.allowances(response, now);
    }

    /// By the id, which stays when the page is renamed, and by its name, as exported files do.
    static AccountKey key(String id, String name, String username) {
        List<Alias> aliases = Stream.concat(
                        Stream.of(new Alias("facebook:id", id)),
                        Stream.of(username, name)
                                .filter(handle -> !handle.isBlank())
                                .flatMap(handle -> AccountKey.ofHandle(Platform.FACEBOOK, handle).aliases().stream()))
                .distinct()
                .toList();
        return new AccountKey(Platform.FACEBOOK, username.isBlank() ? name : username, name, aliases);
    }
}
