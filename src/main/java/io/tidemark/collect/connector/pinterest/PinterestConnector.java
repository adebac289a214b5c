package io.tidemark.collect.connector.pinterest;

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
import io.tidemark.collect.connector.Page;
import io.tidemark.collect.connector.PictureHosts;
import io.tidemark.collect.connector.PostReading;
import io.tidemark.collect.connector.PostRef;
import io.tidemark.collect.connector.PostRoute;
import io.tidemark.collect.connector.TrackedAccount;
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

/// Reads accounts of Pinterest.
public final class PinterestConnector implements Connector {
    private static final Duration BACKFILL = Duration.ofDays(730);
    private static final int MISSES = 3;
    /// The analytics reach ninety days back, today among them.
    private static final int DAYS_BACK = 89;
    /// As many days cost one call as few do, and some are settled late.
    private static final int LOOK_BACK_DAYS = 14;
    private static final String LISTED = "pins";

    private final URI base;
    private final PinterestFaults faults;
    /// Whether the app may ask for the analytics of several pins, to which Pinterest lets few in.
    private final boolean analytics;
    private final List<PostRoute> routes;
    private final DayRoute days;
    private final PictureHosts pictures;

    /// @param clock tells when limits end, which Pinterest states in seconds from now
    public PinterestConnector(ConnectorSettings settings, InstantSource clock) {
        base = settings.address("base-url", PinterestCalls.BASE);
        faults = new PinterestFaults(clock);
        PostRoute counters = new PostRoute(LISTED, PinterestCalls.PINS_PER_PAGE, Set.of(), _ -> true, null);
        analytics = settings.text("pin-analytics", "no").equals("yes");
        routes = analytics
                ? List.of(
                        counters,
                        analytics("analytics", settings.set("pin-metrics", PinNumbers.PINS), Pin.PIN),
                        analytics("video_analytics", settings.set("video-metrics", PinNumbers.VIDEOS), Pin.VIDEO))
                : List.of(counters);
        Set<String> ofDays = settings.set("day-metrics", PinNumbers.DAYS);
        days = new DayRoute("days", ofDays, DAYS_BACK + 1, DAYS_BACK, 1);
        pictures = PictureHosts.of(settings, "pinimg.com");
    }

    /// They count from a pin's creation as long as that lies within reach.
    private static PostRoute analytics(String name, Set<String> metrics, String of) {
        return new PostRoute(name, PinterestCalls.PINS_PER_CALL, metrics, of::equals, Duration.ofDays(DAYS_BACK));
    }

    @Override
    public String key() {
        return "pinterest";
    }

    @Override
    public Platform platform() {
        return Platform.PINTEREST;
    }

    @Override
    public URI base() {
        return base;
    }

    @Override
    public PictureHosts pictureHosts() {
        return pictures;
    }

    @Override
    public Traits traits() {
        return new Traits(Platform.PINTEREST.bucketZone(), LOOK_BACK_DAYS, BACKFILL, null, MISSES);
    }

    @Override
    public Page<FoundAccount> accounts(Api api, @Nullable String cursor) {
        Owner owner = Owner.in(api);
        TrackedAccount account = new TrackedAccount(owner.id(), "", owner.key(), null);
        return new Page<>(List.of(new FoundAccount(account, null, null)), null);
    }

    /// Where there is more to read of a pin than the list tells, a page of the list is no reading of its pins.
    @Override
    public List<Listing> listings() {
        return List.of(Listing.posts(!analytics));
    }

    /// The list is of whoever has signed in, so that it is made sure first who that is.
    @Override
    public Page<ListedPost> posts(
            Api api, TrackedAccount account, Listing listing, @Nullable Instant since, @Nullable String cursor) {
        if (cursor == null) {
            Owner.in(api, account);
        }
        Page<JsonNode> page = PinterestCalls.pins(api, cursor);
        List<ListedPost> pins = page.items().stream()
                .map(Pin::new)
                .filter(Pin::isOwn)
                .map(pin -> pin.listed(!analytics))
                .toList();
        return new Page<>(pins, page.next());
    }

    @Override
    public List<PostRoute> postRoutes() {
        return routes;
    }

    @Override
    public Map<String, PostReading> readPosts(
            Api api, TrackedAccount account, PostRoute route, List<PostRef> posts, Set<String> metrics) {
        return route.name().equals(LISTED)
                ? PinReadings.counters(api, account, posts)
                : PinReadings.totals(api, account, posts, metrics);
    }

    @Override
    public AccountReading readAccount(Api api, TrackedAccount account) {
        Owner owner = Owner.in(api, account);
        return new AccountReading(owner.key(), owner.levels(), List.of());
    }

    @Override
    public List<DayRoute> dayRoutes() {
        return List.of(days);
    }

    @Override
    public List<DayReading> readDays(
            Api api, TrackedAccount account, DayRoute route, LocalDate from, LocalDate to, Set<String> metrics) {
        JsonNode told = Owner.asking(api, account, () -> PinterestCalls.days(api, from, to, metrics));
        return Day.readings(told, from, to);
    }

    @Override
    public @Nullable Fault fault(ApiResponse response) {
        return faults.of(response);
    }

    @Override
    public List<Allowance> allowances(ApiResponse response, Instant now) {
        return RateHeaders.allowances(response, now);
    }

    @Override
    public List<String> caveats() {
        return List.of(
                "Days and analytics are told of business accounts alone, a day or two late.",
                "Of pins from before 20 March 2023 totals are told only where they are videos or idea pins.");
    }
}
