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
import io.tidemark.collect.connector.Saying;
import io.tidemark.collect.connector.TrackedAccount;
import io.tidemark.ledger.AccountKey;
import io.tidemark.metric.Metric;
import io.tidemark.metric.MetricValues;
import io.tidemark.metric.Platform;
import io.tidemark.words.Said;
import io.tidemark.words.Sentence;
import java.net.URI;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// Reads accounts of TikTok through the Accounts API of TikTok for Business: posts with reach, watch time and what
/// people did, days of the account, and followers.
public final class TikTokBusiness implements Connector {
    private static final Sentence NO_VIDEO_LIST = Sentence.of(
            "tiktok_without_video_list",
            "The permission video.list was not given, without which TikTok tells of no video: sign in again and leave it on.");
    private static final Sentence NO_DAY =
            Sentence.of("tiktok_without_day", "TikTok tells numbers of a day without saying which.");

    /// TikTok updates a post for so long.
    private static final Duration BACKFILL = Duration.ofDays(365);

    private static final int MISSES = 2;
    /// A day is told one or two days after it has ended.
    private static final int LOOK_BACK_DAYS = 4;
    private static final int KEPT_DAYS = 60;
    private static final int DAYS_PER_CALL = 30;
    private static final String FOLLOWERS = "followers_count";
    private static final List<String> ACCOUNT_FIELDS = List.of("username", "display_name", FOLLOWERS);

    private final URI base;
    private final BusinessCalls calls;
    private final BusinessFaults faults;
    private final BusinessPosts posts;
    private final DayRoute days;
    private final PictureHosts pictures;

    /// @param app id of the app, which TikTok wants to know when it is asked whose a token is
    /// @param clock tells when limits end
    public TikTokBusiness(ConnectorSettings settings, String app, InstantSource clock) {
        base = settings.address("base-url", BusinessCalls.BASE);
        calls = new BusinessCalls(settings, app);
        faults = new BusinessFaults(settings, clock);
        posts = new BusinessPosts(calls, settings);
        days = new DayRoute("days", settings.set("day-metrics", Names.DAYS.all()), DAYS_PER_CALL, KEPT_DAYS, 1);
        pictures = TikTokPictures.hosts(settings);
    }

    @Override
    public String key() {
        return "tiktok_business";
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
        return new Traits(Platform.TIKTOK.bucketZone(), LOOK_BACK_DAYS, BACKFILL, null, MISSES);
    }

    @Override
    public Page<FoundAccount> accounts(Api api, @Nullable String cursor) {
        JsonNode token = calls.token(api);
        String id = Stream.of("open_id", "creator_id", "business_id")
                .map(name -> Numbers.id(token.path(name)))
                .filter(text -> !text.isEmpty())
                .findFirst()
                .orElse("");
        if (id.isEmpty()) {
            throw new CallFailed(new Fault.Unreadable(Saying.noOwner("TikTok")));
        }
        AccountKey key = key(id, calls.account(api, id, ACCOUNT_FIELDS));
        Set<String> granted =
                Set.copyOf(Arrays.asList(token.path("scope").asString("").split("[,\\s]+", -1)));
        Said obstacle = granted.contains("video.list") || granted.equals(Set.of("")) ? null : NO_VIDEO_LIST.said();
        return new Page<>(List.of(new FoundAccount(new TrackedAccount(id, "", key, null), null, obstacle)), null);
    }

    @Override
    public List<Listing> listings() {
        return List.of(Listing.posts(true));
    }

    @Override
    public Page<ListedPost> posts(
            Api api, TrackedAccount account, Listing listing, @Nullable Instant since, @Nullable String cursor) {
        return posts.page(api, account, cursor);
    }

    @Override
    public List<PostRoute> postRoutes() {
        return List.of(posts.route());
    }

    @Override
    public Map<String, PostReading> readPosts(
            Api api, TrackedAccount account, PostRoute route, List<PostRef> asked, Set<String> metrics) {
        return posts.read(api, account, asked, metrics);
    }

    @Override
    public AccountReading readAccount(Api api, TrackedAccount account) {
        JsonNode told = calls.account(api, account.externalId(), ACCOUNT_FIELDS);
        MetricValues.Builder levels = MetricValues.builder();
        Numbers.put(levels, Metric.FOLLOWERS, told.path(FOLLOWERS));
        return new AccountReading(key(account.externalId(), told), levels.build(), List.of());
    }

    @Override
    public List<DayRoute> dayRoutes() {
        return List.of(days);
    }

    @Override
    public List<DayReading> readDays(
            Api api, TrackedAccount account, DayRoute route, LocalDate from, LocalDate to, Set<String> metrics) {
        JsonNode answer = calls.days(api, account.externalId(), new TreeSet<>(metrics), from, to);
        List<DayReading> readings = new ArrayList<>();
        for (JsonNode told : answer.path("metrics")) {
            LocalDate day = day(told);
            MetricValues values = Names.DAYS.read(told, metrics);
            if (!values.isEmpty() && !day.isBefore(from) && !day.isAfter(to)) {
                readings.add(new DayReading(day, values));
            }
        }
        return readings;
    }

    private static LocalDate day(JsonNode told) {
        try {
            return LocalDate.parse(told.path("date").asString(""));
        } catch (DateTimeException noDay) {
            throw new CallFailed(new Fault.Unreadable(NO_DAY.said()), noDay);
        }
    }

    private static AccountKey key(String id, JsonNode told) {
        return Accounts.key(id, told.path("username").asString(""), told);
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
                "TikTok tells reach and watch time of a post only while people watch it: after a week without views they are missing, never 0, and what was read before stays.",
                "TikTok no longer updates a post a year after its publication, and tells a day one or two days after it has ended.");
    }

    @Override
    public PictureHosts pictureHosts() {
        return pictures;
    }
}
