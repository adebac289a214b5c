package io.tidemark.collect.connector.tiktok;

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
import io.tidemark.collect.connector.TrackedAccount;
import io.tidemark.ledger.AccountKey;
import io.tidemark.metric.Metric;
import io.tidemark.metric.MetricValues;
import io.tidemark.metric.Platform;
import io.tidemark.words.Said;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// Reads accounts of TikTok through the Display API: public videos with four counters, and followers.
public final class TikTokDisplay implements Connector {
    private static final Duration BACKFILL = Duration.ofDays(365);
    private static final int MISSES = 2;

    private static final String VIDEO_FIELDS =
            "id,create_time,cover_image_url,share_url,video_description,duration,title";
    private static final String BASIC = "open_id,union_id,display_name";
    private static final String PROFILE = "username";
    private static final String STATISTICS = "follower_count";

    private final DisplayCalls calls;
    private final DisplayFaults faults;
    private final URI base;
    private final PostRoute route;
    private final PictureHosts pictures;

    /// @param clock tells when limits end
    public TikTokDisplay(ConnectorSettings settings, InstantSource clock) {
        calls = new DisplayCalls(settings);
        faults = new DisplayFaults(clock);
        base = settings.address("base-url", DisplayCalls.BASE);
        pictures = TikTokPictures.hosts(settings);
        route = new PostRoute(
                "videos",
                DisplayCalls.VIDEOS_PER_CALL,
                settings.set("post-metrics", Names.DISPLAY.all()),
                kind -> true,
                null);
    }

    @Override
    public String key() {
        return "tiktok";
    }

    @Override
    public Platform platform() {
        return Platform.TIKTOK;
    }

    @Override
    public URI base() {
        return base;
    }

    @Override
    public Traits traits() {
        return new Traits(Platform.TIKTOK.bucketZone(), 0, BACKFILL, null, MISSES);
    }

    /// The account that signed in. Where TikTok does not tell its handle, the link of its newest video does.
    @Override
    public Page<FoundAccount> accounts(Api api, @Nullable String cursor) {
        JsonNode user = user(api);
        String handle = user.path("username").asString("");
        Said obstacle = null;
        try {
            JsonNode newest = calls.list(api, "id,share_url", 1, null).path("videos");
            if (handle.isEmpty() && !newest.isEmpty()) {
                handle = new Video(newest.path(0), Video.Words.DISPLAY).handle().orElse("");
            }
        } catch (CallFailed failed) {
            if (!(failed.fault() instanceof Fault.SignInGone)) {
                throw failed;
            }
            obstacle = failed.fault().said();
        }
        AccountKey key = Accounts.key(Numbers.id(user.path("open_id")), handle, user);
        TrackedAccount account = new TrackedAccount(key.aliases().getFirst().externalId(), "", key, null);
        return new Page<>(List.of(new FoundAccount(account, null, obstacle)), null);
    }

    @Override
    public List<Listing> listings() {
        return List.of(Listing.posts(true));
    }

    @Override
    public Page<ListedPost> posts(
            Api api, TrackedAccount account, Listing listing, @Nullable Instant since, @Nullable String cursor) {
        JsonNode answer = page(api, cursor);
        List<ListedPost> posts = answer.path("videos")
                .valueStream()
                .map(video -> new Video(video, Video.Words.DISPLAY).listed(Names.DISPLAY.read(video, route.metrics())))
                .toList();
        return new Page<>(posts, Cursors.next(answer));
    }

    /// Where TikTok refuses a counter the list comes without any: the route finds out which it is.
    private JsonNode page(Api api, @Nullable String cursor) {
        String counters = String.join(",", new TreeSet<>(route.metrics()));
        try {
            return calls.list(api, VIDEO_FIELDS + "," + counters, DisplayCalls.VIDEOS_PER_CALL, cursor);
        } catch (CallFailed failed) {
            if (!(failed.fault() instanceof Fault.MetricRefused)) {
                throw failed;
            }
        }
        return calls.list(api, VIDEO_FIELDS, DisplayCalls.VIDEOS_PER_CALL, cursor);
    }

    @Override
    public List<PostRoute> postRoutes() {
        return List.of(route);
    }

    @Override
    public Map<String, PostReading> readPosts(
            Api api, TrackedAccount account, PostRoute asked, List<PostRef> posts, Set<String> metrics) {
        List<String> ids = posts.stream().map(PostRef::externalId).toList();
        JsonNode answer = calls.query(api, "id," + String.join(",", new TreeSet<>(metrics)), ids);
        Map<String, PostReading> readings = new HashMap<>();
        for (JsonNode video : answer.path("videos")) {
            String id = new Video(video, Video.Words.DISPLAY).id();
            if (ids.contains(id)) {
                readings.put(id, new PostReading.Values(Names.DISPLAY.read(video, metrics)));
            }
        }
        Absent.add(
                readings,
                account,
                posts,
                () -> !calls.list(api, "id", 1, null).path("videos").isEmpty());
        return readings;
    }

    @Override
    public AccountReading readAccount(Api api, TrackedAccount account) {
        JsonNode user = user(api);
        String told = user.path("username").asString("");
        String handle = told.isEmpty() && hasHandle(account) ? account.key().handle() : told;
        AccountKey key = Accounts.key(Numbers.id(user.path("open_id")), handle, user);
        Accounts.check(key, account);
        MetricValues.Builder levels = MetricValues.builder();
        Numbers.put(levels, Metric.FOLLOWERS, user.path(STATISTICS));
        return new AccountReading(key, levels.build(), List.of());
    }

    private static boolean hasHandle(TrackedAccount account) {
        return account.key().aliases().stream().anyMatch(alias -> alias.scheme().equals("tiktok:handle"));
    }

    @Override
    public List<DayRoute> dayRoutes() {
        return List.of();
    }

    @Override
    public List<DayReading> readDays(
            Api api, TrackedAccount account, DayRoute asked, LocalDate from, LocalDate to, Set<String> metrics) {
        throw new IllegalArgumentException("The Display API keeps no daily series, so no " + asked.name());
    }

    @Override
    public @Nullable Fault fault(ApiResponse response) {
        return faults.of(response);
    }

    @Override
    public List<Allowance> allowances(ApiResponse response, Instant now) {
        return List.of();
    }

    @Override
    public List<String> caveats() {
        return List.of(
                "This sign-in tells of public videos alone: one that is made private counts as deleted until it is public again.");
    }

    @Override
    public PictureHosts pictureHosts() {
        return pictures;
    }

    /// One field that was not granted spoils the call, so that what needs a permission of its own is then asked for
    /// alone.
    private JsonNode user(Api api) {
        try {
            return calls.user(api, String.join(",", BASIC, PROFILE, STATISTICS));
        } catch (CallFailed failed) {
            if (!(failed.fault() instanceof Fault.NotPermitted)) {
                throw failed;
            }
        }
        ObjectNode user = calls.user(api, BASIC).deepCopy().asObject();
        for (String group : List.of(PROFILE, STATISTICS)) {
            try {
                calls.user(api, group).optional(group).ifPresent(told -> user.set(group, told));
            } catch (CallFailed failed) {
                if (!(failed.fault() instanceof Fault.NotPermitted)) {
                    throw failed;
                }
                // What was not granted stays missing.
            }
        }
        return user;
    }
}
