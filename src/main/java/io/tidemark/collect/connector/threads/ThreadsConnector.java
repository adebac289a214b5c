package io.tidemark.collect.connector.threads;

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
import io.tidemark.collect.connector.graph.Demographics;
import io.tidemark.collect.connector.graph.GraphCalls;
import io.tidemark.collect.connector.graph.GraphFaults;
import io.tidemark.collect.connector.graph.GraphRequest;
import io.tidemark.collect.connector.graph.GraphTime;
import io.tidemark.collect.connector.graph.Insights;
import io.tidemark.collect.connector.graph.RefusedMetrics;
import io.tidemark.ledger.AccountKey;
import io.tidemark.ledger.Alias;
import io.tidemark.metric.MetricValues;
import io.tidemark.metric.Platform;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// Reads accounts of Threads. Numbers of posts are asked for one post at a time: Threads has no call for several.
public final class ThreadsConnector implements Connector {
    private static final Duration BACKFILL = Duration.ofDays(365);
    private static final int PER_PAGE = 100;
    private static final int LOOK_BACK_DAYS = 3;
    private static final int MISSES = 3;
    private static final String POSTS = "posts";

    private final GraphCalls calls;
    private final GraphFaults faults;
    private final String fields;
    private final PostRoute numbers;
    private final ThreadsDays days;
    private final Demographics demographics;
    private final PictureHosts pictures;

    /// @param clock tells when limits end, which Meta states in minutes from now
    public ThreadsConnector(ConnectorSettings settings, InstantSource clock) {
        calls = new GraphCalls(settings, "https://graph.threads.net", "v1.0");
        faults = new GraphFaults(Platform.THREADS.title(), clock);
        fields = settings.text("media-fields", ThreadsPost.FIELDS);
        numbers = new PostRoute(POSTS, 1, settings.set("post-metrics", ThreadsNumbers.POST), _ -> true, null);
        days = new ThreadsDays(calls, settings);
        demographics = new Demographics(calls, settings, "country,city,age,gender", ThreadsDays.EDGE, Map.of());
        pictures = PictureHosts.of(settings, "cdninstagram.com,fbcdn.net");
    }

    @Override
    public String key() {
        return "threads";
    }

    @Override
    public Platform platform() {
        return Platform.THREADS;
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
        return new Traits(GraphTime.ZONE, LOOK_BACK_DAYS, BACKFILL, null, MISSES);
    }

    @Override
    public Page<FoundAccount> accounts(Api api, @Nullable String cursor) {
        GraphRequest request = GraphRequest.of("GET /me", "/me").with("fields", "id,username,name");
        JsonNode me = calls.get(api, null, request);
        String id = Numbers.id(me.path("id"));
        return new Page<>(List.of(new FoundAccount(new TrackedAccount(id, "", key(id, me), null), null, null)), null);
    }

    @Override
    public List<Listing> listings() {
        return List.of(Listing.posts(false));
    }

    @Override
    public Page<ListedPost> posts(
            Api api, TrackedAccount account, Listing listing, @Nullable Instant since, @Nullable String cursor) {
        GraphRequest request = GraphRequest.of("GET /{account}/threads", "/" + account.externalId() + "/threads")
                .with("fields", fields);
        GraphRequest asked = since == null ? request : request.with("since", since.getEpochSecond());
        Page<JsonNode> page = calls.page(api, account.token(), asked, PER_PAGE, cursor);
        List<ListedPost> posts = page.items().stream()
                .filter(ThreadsPost::isOwn)
                .map(ThreadsPost::listed)
                .toList();
        return new Page<>(posts, page.next());
    }

    @Override
    public List<PostRoute> postRoutes() {
        return List.of(numbers);
    }

    @Override
    public Map<String, PostReading> readPosts(
            Api api, TrackedAccount account, PostRoute route, List<PostRef> posts, Set<String> metrics) {
        String id = posts.getFirst().externalId();
        List<String> asked = List.copyOf(new TreeSet<>(metrics));
        GraphRequest request =
                GraphRequest.of("GET /{post}/insights", "/" + id + "/insights").with("metric", String.join(",", asked));
        try {
            JsonNode told = calls.get(api, account.token(), request);
            return Map.of(id, new PostReading.Values(ThreadsNumbers.OF_POSTS.read(Insights.of(told.path("data")))));
        } catch (CallFailed failed) {
            throw RefusedMetrics.named(failed, asked);
        }
    }

    @Override
    public AccountReading readAccount(Api api, TrackedAccount account) {
        GraphRequest request =
                GraphRequest.of("GET /{account}", "/" + account.externalId()).with("fields", "id,username,name");
        AccountKey key = key(account.externalId(), calls.get(api, account.token(), request));
        return new AccountReading(key, levels(api, account), demographics.read(api, account));
    }

    /// The name of the account is told without any permission for numbers.
    private MetricValues levels(Api api, TrackedAccount account) {
        GraphRequest request = GraphRequest.of(
                        "GET /{account}/threads_insights now",
                        "/%s/%s".formatted(account.externalId(), ThreadsDays.EDGE))
                .with("metric", ThreadsNumbers.LEVELS);
        try {
            JsonNode told = calls.get(api, account.token(), request);
            return ThreadsNumbers.OF_ACCOUNTS.read(Insights.of(told.path("data")));
        } catch (CallFailed failed) {
            if (Demographics.isNotTold(failed.fault())) {
                return MetricValues.NONE;
            }
            throw failed;
        }
    }

    @Override
    public List<DayRoute> dayRoutes() {
        return days.routes();
    }

    @Override
    public List<DayReading> readDays(
            Api api, TrackedAccount account, DayRoute route, LocalDate from, LocalDate to, Set<String> metrics) {
        return days.read(api, account, route, from, to, metrics);
    }

    @Override
    public @Nullable Fault fault(ApiResponse response) {
        return faults.of(response);
    }

    @Override
    public List<Allowance> allowances(ApiResponse response, Instant now) {
        return faults.allowances(response, now);
    }

    @Override
    public List<String> caveats() {
        return List.of(
                "Threads does not tell how often all posts were shown on a day, only how often the profile was looked at.",
                "Threads tells who the followers are once there are a hundred.");
    }

    /// By the id, which stays when the account is renamed.
    private static AccountKey key(String id, JsonNode account) {
        String handle = account.path("username").asString("");
        if (id.isEmpty() || handle.isBlank()) {
            throw new CallFailed(new Fault.Unreadable(Saying.nameless("Threads")));
        }
        List<Alias> aliases = new ArrayList<>();
        aliases.add(new Alias("threads:id", id));
        aliases.addAll(AccountKey.ofHandle(Platform.THREADS, handle).aliases());
        String name = account.path("name").asString("");
        return new AccountKey(Platform.THREADS, handle, name.isBlank() ? handle : name, aliases);
    }
}
