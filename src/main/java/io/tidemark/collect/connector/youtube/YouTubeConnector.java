package io.tidemark.collect.connector.youtube;

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
import io.tidemark.collect.connector.Page;
import io.tidemark.collect.connector.PictureHosts;
import io.tidemark.collect.connector.PostReading;
import io.tidemark.collect.connector.PostRef;
import io.tidemark.collect.connector.PostRoute;
import io.tidemark.collect.connector.Saying;
import io.tidemark.collect.connector.TrackedAccount;
import io.tidemark.metric.Platform;
import java.net.URI;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Reads channels of YouTube, each by a sign-in of its own.
public final class YouTubeConnector implements Connector {
    /// In which YouTube cuts days, those of quotas too.
    static final ZoneId ZONE = Platform.YOUTUBE.bucketZone();

    /// Though it could tell counters: a video that the list has read would not be asked for by the routes, of which one
    /// alone tells what the analytics know.
    private static final Listing VIDEOS = Listing.posts(false);
    /// A list of uploads ends there.
    private static final int LONGEST_LIST = 20_000;
    /// What happened on a day is revised for about a week.
    private static final int REVISED_DAYS = 7;
    private static final int DAYS_PER_CALL = 400;
    private static final int TWO_YEARS = 730;
    /// Two days after its end at the earliest, a day is told.
    private static final int NEWEST_DAY = 2;

    private final URI base;
    private final Clock clock;
    private final Uploads uploads;
    private final VideoNumbers numbers;
    private final Owned owned;
    private final YouTubeCalls calls;
    private final List<PostRoute> postRoutes;
    private final List<DayRoute> dayRoutes;
    private final PictureHosts pictures;

    /// @param clock that of the server, by which it is told when a day of quotas ends
    public YouTubeConnector(ConnectorSettings settings, Clock clock) {
        this.clock = clock;
        base = settings.address("base-url", YouTubeCalls.DATA);
        pictures = PictureHosts.of(settings, "ytimg.com");
        calls = new YouTubeCalls(settings);
        owned = new Owned(calls);
        uploads = new Uploads(calls, owned);
        numbers = new VideoNumbers(calls, owned);
        Set<String> ofVideos = settings.set("video-metrics", ReportMetric.OF_VIDEOS);
        postRoutes = Stream.concat(Stream.of(numbers.counters()), numbers.totals(ofVideos).stream())
                .toList();
        Set<String> ofDays = settings.set("day-metrics", ReportMetric.OF_DAYS);
        dayRoutes = ofDays.isEmpty()
                ? List.of()
                : List.of(new DayRoute("days", ofDays, DAYS_PER_CALL, TWO_YEARS, NEWEST_DAY));
    }

    @Override
    public String key() {
        return "youtube";
    }

    @Override
    public Platform platform() {
        return Platform.YOUTUBE;
    }

    @Override
    public URI base() {
        return base;
    }

    @Override
    public Traits traits() {
        return new Traits(ZONE, REVISED_DAYS, Duration.ofDays(365), LONGEST_LIST, 2);
    }

    @Override
    public Page<FoundAccount> accounts(Api api, @Nullable String cursor) {
        return new Page<>(
                Channel.in(calls.channel(api)).stream()
                        .map(channel -> new TrackedAccount(channel.id(), "", channel.key(), null))
                        .map(account -> new FoundAccount(account, null, null))
                        .toList(),
                null);
    }

    @Override
    public List<Listing> listings() {
        return List.of(VIDEOS);
    }

    @Override
    public Page<ListedPost> posts(
            Api api, TrackedAccount account, Listing listing, @Nullable Instant since, @Nullable String cursor) {
        return uploads.page(api, account, cursor);
    }

    @Override
    public List<PostRoute> postRoutes() {
        return postRoutes;
    }

    @Override
    public Map<String, PostReading> readPosts(
            Api api, TrackedAccount account, PostRoute route, List<PostRef> posts, Set<String> metrics) {
        return route.name().equals(VideoNumbers.COUNTERS)
                ? numbers.readCounters(api, account, posts)
                : numbers.readTotals(api, account, posts, metrics);
    }

    @Override
    public AccountReading readAccount(Api api, TrackedAccount account) {
        Channel channel = owned.channel(api, account);
        return new AccountReading(channel.key(), channel.levels(), List.of());
    }

    @Override
    public List<DayRoute> dayRoutes() {
        return dayRoutes;
    }

    /// Days that YouTube has not counted yet, and days on which nothing happened, are not among them.
    @Override
    public List<DayReading> readDays(
            Api api, TrackedAccount account, DayRoute route, LocalDate from, LocalDate to, Set<String> metrics) {
        String channel = account.externalId();
        ReportTable table =
                owned.report(api, account, () -> ReportTable.of(calls.days(api, channel, from, to, metrics)));
        return table.by("day").entrySet().stream()
                .map(day -> new DayReading(day(day.getKey()), day.getValue()))
                .toList();
    }

    @Override
    public @Nullable Fault fault(ApiResponse response) {
        return YouTubeFaults.of(response, clock.instant());
    }

    /// YouTube says nothing of the calls that are left.
    @Override
    public List<Allowance> allowances(ApiResponse response, Instant now) {
        return List.of();
    }

    @Override
    public PictureHosts pictureHosts() {
        return pictures;
    }

    private static LocalDate day(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException noDay) {
            throw new CallFailed(new Fault.Unreadable(Saying.noTime("YouTube", text)), noDay);
        }
    }
}
