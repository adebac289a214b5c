package io.tidemark.collect.connector.x;

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
import io.tidemark.collect.connector.Price;
import io.tidemark.collect.connector.Saying;
import io.tidemark.collect.connector.TrackedAccount;
import io.tidemark.ledger.AccountKey;
import io.tidemark.ledger.Alias;
import io.tidemark.metric.Metric;
import io.tidemark.metric.MetricValues;
import io.tidemark.metric.Platform;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/// Reads accounts of X, each by a sign-in of its own.
///
/// Numbers come cheapest with the listing: a post of one's own costs a fifth there of what it costs by id. The routes
/// are for single posts.
public final class XConnector implements Connector {
    /// X tells the author's numbers for thirty days; the last is left as a margin.
    static final Duration OWN_NUMBERS_FOR = Duration.ofDays(29);

    static final String BASE = "https://api.x.com";

    private static final int IDS_PER_CALL = 100;
    /// So many posts a timeline without replies reaches back.
    private static final int LONGEST_TIMELINE = 800;

    private static final Listing POSTS = Listing.posts(true);
    /// Replies are listed together with all else.
    private static final Listing REPLIES = new Listing("replies", true, true, false, true, true);

    private final URI base;
    private final XCalls calls;
    private final XTimeline timeline;
    private final List<PostRoute> routes;
    private final List<Price> prices;
    private final PictureHosts pictures;

    public XConnector(ConnectorSettings settings) {
        Set<String> own = settings.set("private-metrics", Groups.PRIVATE);
        base = settings.address("base-url", BASE);
        pictures = PictureHosts.of(settings, "pbs.twimg.com");
        calls = new XCalls(settings);
        timeline = new XTimeline(calls, own);
        routes = routes(own);
        prices = List.of(
                new Price(XCalls.ME, microDollars(settings, "user-price", 10_000), true),
                new Price(XCalls.TIMELINE, microDollars(settings, "timeline-price", 5_000), true),
                new Price(XCalls.LOOKUP, microDollars(settings, "post-price", 5_000), true));
    }

    @Override
    public String key() {
        return "x";
    }

    @Override
    public Platform platform() {
        return Platform.X;
    }

    @Override
    public URI base() {
        return base;
    }

    @Override
    public List<String> billed(ApiResponse response) {
        JsonNode body = response.body();
        JsonNode data = body == null ? MissingNode.getInstance() : body.path("data");
        String kind = response.endpoint().equals(XCalls.ME) ? "user " : "post ";
        return (data.isArray() ? data.valueStream() : Stream.of(data))
                .map(one -> Numbers.id(one.path("id")))
                .filter(id -> !id.isEmpty())
                .map(id -> kind + id)
                .toList();
    }

    @Override
    public Traits traits() {
        return new Traits(Platform.X.bucketZone(), 0, Duration.ofDays(90), LONGEST_TIMELINE, 2);
    }

    @Override
    public Page<FoundAccount> accounts(Api api, @Nullable String cursor) {
        AccountKey key = key(me(api));
        TrackedAccount account = new TrackedAccount(externalId(key), "", key, null);
        return new Page<>(List.of(new FoundAccount(account, null, null)), null);
    }

    @Override
    public List<Listing> listings() {
        return List.of(POSTS, REPLIES);
    }

    @Override
    public Page<ListedPost> posts(
            Api api, TrackedAccount account, Listing listing, @Nullable Instant since, @Nullable String cursor) {
        List<String> exclude =
                listing.name().equals(REPLIES.name()) ? List.of("retweets") : List.of("replies", "retweets");
        return timeline.page(api, account, exclude, since, cursor);
    }

    @Override
    public List<PostRoute> postRoutes() {
        return routes;
    }

    @Override
    public Map<String, PostReading> readPosts(
            Api api, TrackedAccount account, PostRoute route, List<PostRef> posts, Set<String> metrics) {
        return XReadings.read(api, calls, posts, metrics);
    }

    @Override
    public AccountReading readAccount(Api api, TrackedAccount account) {
        JsonNode me = me(api);
        AccountKey key = key(me);
        if (!externalId(key).equals(account.externalId())) {
            throw new CallFailed(new Fault.NotPermitted(Saying.otherOwner(
                    "X", "@" + key.handle(), "@" + account.key().handle())));
        }
        MetricValues.Builder levels = MetricValues.builder();
        Numbers.put(levels, Metric.FOLLOWERS, me.path("public_metrics").path("followers_count"));
        return new AccountReading(key, levels.build(), List.of());
    }

    @Override
    public List<DayRoute> dayRoutes() {
        return List.of();
    }

    @Override
    public List<DayReading> readDays(
            Api api, TrackedAccount account, DayRoute route, LocalDate from, LocalDate to, Set<String> metrics) {
        throw new IllegalArgumentException("X keeps no daily series of accounts, so no " + route.name());
    }

    @Override
    public @Nullable Fault fault(ApiResponse response) {
        return XFaults.of(response);
    }

    @Override
    public List<Allowance> allowances(ApiResponse response, Instant now) {
        return XLimits.of(response);
    }

    @Override
    public List<Price> prices() {
        return prices;
    }

    @Override
    public PictureHosts pictureHosts() {
        return pictures;
    }

    private JsonNode me(Api api) {
        JsonNode me = calls.me(api).path("data");
        if (Numbers.id(me.path("id")).isEmpty()
                || me.path("username").asString("").isBlank()) {
            throw new CallFailed(new Fault.Unreadable(Saying.noOwner("X")));
        }
        return me;
    }

    /// By the id, which stays when the handle changes.
    private static AccountKey key(JsonNode user) {
        String handle = user.path("username").asString("");
        List<Alias> aliases = new ArrayList<>();
        aliases.add(new Alias("x:id", Numbers.id(user.path("id"))));
        aliases.addAll(AccountKey.ofHandle(Platform.X, handle).aliases());
        return new AccountKey(Platform.X, handle, user.path("name").asString(handle), aliases);
    }

    private static String externalId(AccountKey key) {
        return key.aliases().getFirst().externalId();
    }

    private static List<PostRoute> routes(Set<String> own) {
        PostRoute open =
                new PostRoute("public", IDS_PER_CALL, Set.of(Groups.PUBLIC, Groups.OF_MEDIA), kind -> true, null);
        PostRoute ofAuthor = new PostRoute("private", IDS_PER_CALL, own, kind -> true, OWN_NUMBERS_FOR);
        return Stream.of(open, ofAuthor)
                .filter(route -> !route.metrics().isEmpty())
                .toList();
    }

    private static long microDollars(ConnectorSettings settings, String name, long shipped) {
        String written = settings.text(name, Long.toString(shipped));
        if (!written.matches("[0-9]{1,12}")) {
            throw new IllegalArgumentException(
                    "The setting " + name + " is a number of millionths of a US dollar, not " + written);
        }
        return Long.parseLong(written);
    }
}
