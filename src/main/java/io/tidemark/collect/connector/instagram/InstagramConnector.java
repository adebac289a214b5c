package io.tidemark.collect.connector.instagram;

import io.tidemark.collect.connector.AccountReading;
import io.tidemark.collect.connector.Allowance;
import io.tidemark.collect.connector.Api;
import io.tidemark.collect.connector.ApiResponse;
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
import io.tidemark.collect.connector.TrackedAccount;
import io.tidemark.collect.connector.graph.Demographics;
import io.tidemark.collect.connector.graph.GraphCalls;
import io.tidemark.collect.connector.graph.GraphFaults;
import io.tidemark.collect.connector.graph.GraphRequest;
import io.tidemark.collect.connector.graph.GraphTime;
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
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// Reads professional accounts of Instagram.
public final class InstagramConnector implements Connector {
    /// Instagram keeps numbers for two years, and lists so many posts.
    private static final Duration KEPT = Duration.ofDays(730);

    private static final int LONGEST_LIST = 10_000;
    private static final int PER_PAGE = 50;
    private static final int LOOK_BACK_DAYS = 4;
    private static final int MISSES = 3;

    private static final Listing POSTS = Listing.posts(false);
    private static final Listing STORIES = new Listing("stories", false, false, true, false, false);

    private final AccountAccess access;
    private final GraphCalls calls;
    private final GraphFaults faults;
    private final String fields;
    private final MediaReadings readings;
    private final AccountDays days;
    private final Demographics demographics;
    private final PictureHosts pictures;

    private InstagramConnector(AccountAccess access, ConnectorSettings settings, InstantSource clock) {
        this.access = access;
        calls = new GraphCalls(settings, access.host());
        faults = new GraphFaults(Platform.INSTAGRAM.title(), clock);
        fields = settings.text("media-fields", Media.FIELDS);
        readings = new MediaReadings(calls, settings);
        days = new AccountDays(calls, settings);
        demographics = new Demographics(
                calls,
                settings,
                "country,city,age+gender",
                "insights",
                Map.of("period", "lifetime", "timeframe", "this_month", "metric_type", "total_value"));
        pictures = PictureHosts.of(settings, "cdninstagram.com,fbcdn.net");
    }

    /// Accounts that are linked to pages, by the sign-in of Facebook.
    ///
    /// @param clock tells when limits end, which Meta states in minutes from now
    public static InstagramConnector throughFacebook(ConnectorSettings settings, InstantSource clock) {
        return new InstagramConnector(AccountAccess.FACEBOOK, settings, clock);
    }

    /// The account that signs in itself.
    ///
    /// @param clock tells when limits end, which Meta states in minutes from now
    public static InstagramConnector direct(ConnectorSettings settings, InstantSource clock) {
        return new InstagramConnector(AccountAccess.INSTAGRAM, settings, clock);
    }

    @Override
    public String key() {
        return access.key();
    }

    @Override
    public Platform platform() {
        return Platform.INSTAGRAM;
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
        return access.accounts(calls, api, cursor);
    }

    @Override
    public List<Listing> listings() {
        return List.of(POSTS, STORIES);
    }

    @Override
    public Page<ListedPost> posts(
            Api api, TrackedAccount account, Listing listing, @Nullable Instant since, @Nullable String cursor) {
        return listing.name().equals(STORIES.name())
                ? stories(api, account, cursor)
                : media(api, account, since, cursor);
    }

    private Page<ListedPost> media(Api api, TrackedAccount account, @Nullable Instant since, @Nullable String cursor) {
        GraphRequest request = GraphRequest.of("GET /{account}/media", "/" + account.externalId() + "/media")
                .with("fields", fields);
        GraphRequest asked = since == null ? request : request.with("since", since.getEpochSecond());
        Page<JsonNode> page = calls.page(api, account.token(), asked, PER_PAGE, cursor);
        List<ListedPost> posts =
                page.items().stream().filter(Media::isPost).map(Media::listed).toList();
        return new Page<>(posts, page.next());
    }

    private Page<ListedPost> stories(Api api, TrackedAccount account, @Nullable String cursor) {
        GraphRequest request = GraphRequest.of("GET /{account}/stories", "/" + account.externalId() + "/stories")
                .with("fields", Media.STORY_FIELDS);
        Page<JsonNode> page = calls.page(api, account.token(), request, PER_PAGE, cursor);
        return new Page<>(page.items().stream().map(Media::story).toList(), page.next());
    }

    @Override
    public List<PostRoute> postRoutes() {
        return readings.routes();
    }

    @Override
    public Map<String, PostReading> readPosts(
            Api api, TrackedAccount account, PostRoute route, List<PostRef> posts, Set<String> metrics) {
        return readings.read(api, account, posts, metrics);
    }

    @Override
    public AccountReading readAccount(Api api, TrackedAccount account) {
        GraphRequest request = GraphRequest.of("GET /{account}", "/" + account.externalId())
                .with("fields", "username,name,followers_count");
        JsonNode told = calls.get(api, account.token(), request);
        MetricValues.Builder levels = MetricValues.builder();
        Numbers.put(levels, Metric.FOLLOWERS, told.path("followers_count"));
        return new AccountReading(
                AccountAccess.key(account.externalId(), told), levels.build(), demographics.read(api, account));
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
}
