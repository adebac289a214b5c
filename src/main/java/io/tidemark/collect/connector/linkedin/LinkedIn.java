package io.tidemark.collect.connector.linkedin;

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
import io.tidemark.collect.connector.TrackedAccount;
import io.tidemark.ledger.AccountKey;
import io.tidemark.metric.Metric;
import io.tidemark.metric.MetricValues;
import io.tidemark.metric.Platform;
import io.tidemark.words.Sentence;
import io.tidemark.words.Value;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Reads LinkedIn: pages of organizations, and people's own posts. A series or list of the one is empty for the
/// other.
public final class LinkedIn implements Connector {
    private static final Sentence OTHER_MEMBER = Sentence.of(
            "linkedin_other_member",
            "The sign-in is of {other}, not of {wanted}: LinkedIn tells people's numbers to themselves alone.");

    /// The last days are incomplete for about two days; five are read again.
    private static final Traits TRAITS = new Traits(Platform.LINKEDIN.bucketZone(), 5, Duration.ofDays(365), null, 2);

    private static final List<Listing> LISTINGS = List.of(Listing.posts(false));

    private final URI base;
    private final InstantSource clock;
    private final List<PostRoute> postRoutes;
    private final List<DayRoute> dayRoutes;
    private final LinkedInAccounts accounts;
    private final PagePosts pagePosts;
    private final MemberPosts memberPosts;
    private final ShareStatistics statistics;
    private final SocialMetadata metadata;
    private final VideoAnalytics video;
    private final MemberAnalytics members;
    private final PageDays pageDays;
    private final PageAudience audience;
    private final LinkedInPictures pictures;
    private final PictureHosts pictureHosts;

    /// @param clock by which LinkedIn's days end: its refusals do not say when
    public LinkedIn(ConnectorSettings settings, InstantSource clock) {
        LinkedInCalls calls = new LinkedInCalls(settings);
        this.clock = clock;
        base = settings.address("base-url", "https://api.linkedin.com");
        postRoutes = LinkedInRoutes.posts(settings);
        dayRoutes = LinkedInRoutes.days(settings);
        accounts = new LinkedInAccounts(calls, Set.copyOf(LinkedInLogin.scopes(settings)));
        pagePosts = new PagePosts(calls);
        memberPosts = new MemberPosts(settings);
        statistics = new ShareStatistics(calls);
        metadata = new SocialMetadata(calls);
        video = new VideoAnalytics(calls);
        members = new MemberAnalytics(calls);
        pageDays = new PageDays(calls);
        audience = new PageAudience(calls);
        pictures = new LinkedInPictures(calls);
        pictureHosts = PictureHosts.of(settings, "media.licdn.com");
    }

    @Override
    public String key() {
        return "linkedin";
    }

    @Override
    public Platform platform() {
        return Platform.LINKEDIN;
    }

    @Override
    public URI base() {
        return base;
    }

    @Override
    public Traits traits() {
        return TRAITS;
    }

    @Override
    public Page<FoundAccount> accounts(Api api, @Nullable String cursor) {
        return accounts.page(api, cursor);
    }

    @Override
    public List<Listing> listings() {
        return LISTINGS;
    }

    @Override
    public Page<ListedPost> posts(
            Api api, TrackedAccount account, Listing listing, @Nullable Instant since, @Nullable String cursor) {
        return isMember(account)
                ? new Page<>(memberPosts.of(account.externalId()), null)
                : pagePosts.page(api, account.externalId(), cursor);
    }

    @Override
    public List<PostRoute> postRoutes() {
        return postRoutes;
    }

    @Override
    public Map<String, PostReading> readPosts(
            Api api, TrackedAccount account, PostRoute route, List<PostRef> posts, Set<String> metrics) {
        return switch (route.name()) {
            case LinkedInRoutes.METADATA -> metadata.posts(api, posts);
            case LinkedInRoutes.STATISTICS -> statistics.posts(api, account.externalId(), posts);
            case LinkedInRoutes.VIDEO -> each(posts, post -> video.post(api, post.externalId(), metrics));
            default -> each(posts, post -> members.post(api, post.externalId(), metrics));
        };
    }

    @Override
    public AccountReading readAccount(Api api, TrackedAccount account) {
        if (isMember(account)) {
            return readMember(api, account);
        }
        AccountKey key = accounts.organization(api, account.externalId());
        MetricValues levels = followers(audience.followers(api, account.externalId()));
        return new AccountReading(key, levels, audience.parts(api, account.externalId()));
    }

    @Override
    public List<DayRoute> dayRoutes() {
        return dayRoutes;
    }

    @Override
    public List<DayReading> readDays(
            Api api, TrackedAccount account, DayRoute route, LocalDate from, LocalDate to, Set<String> metrics) {
        String page = account.externalId();
        if (isMember(account)) {
            return switch (route.name()) {
                case LinkedInRoutes.MEMBER_POSTS -> members.days(api, from, to, metrics);
                case LinkedInRoutes.MEMBER_FOLLOWS -> members.follows(api, from, to);
                default -> List.of();
            };
        }
        return switch (route.name()) {
            case LinkedInRoutes.PAGE_SHARES -> statistics.days(api, page, from, to);
            case LinkedInRoutes.PAGE_FOLLOWS -> pageDays.follows(api, page, from, to);
            case LinkedInRoutes.PAGE_VISITS -> pageDays.visits(api, page, from, to);
            default -> List.of();
        };
    }

    @Override
    public @Nullable Fault fault(ApiResponse response) {
        return LinkedInFaults.of(response, clock.instant());
    }

    @Override
    public PictureHosts pictureHosts() {
        return pictureHosts;
    }

    @Override
    public Map<URI, URI> pictures(Api api, Collection<URI> names) {
        return pictures.addresses(api, names);
    }

    /// LinkedIn's answers do not say what is left.
    @Override
    public List<Allowance> allowances(ApiResponse response, Instant now) {
        return List.of();
    }

    private static Map<String, PostReading> each(List<PostRef> posts, Function<PostRef, MetricValues> read) {
        Map<String, PostReading> readings = new LinkedHashMap<>();
        posts.forEach(post -> readings.put(post.externalId(), new PostReading.Values(read.apply(post))));
        return readings;
    }

    private AccountReading readMember(Api api, TrackedAccount account) {
        AccountKey key = accounts.member(api);
        if (!LinkedInAccounts.externalId(key).equals(account.externalId())) {
            throw new CallFailed(new Fault.NotPermitted(OTHER_MEMBER.said(Map.of(
                    "other",
                    Value.name(key.name()),
                    "wanted",
                    Value.name(account.key().name())))));
        }
        return new AccountReading(key, followers(members.followers(api)), List.of());
    }

    private static MetricValues followers(OptionalDouble count) {
        MetricValues.Builder levels = MetricValues.builder();
        count.ifPresent(followers -> levels.put(Metric.FOLLOWERS, followers));
        return levels.build();
    }

    private static boolean isMember(TrackedAccount account) {
        return account.kind().equals(LinkedInAccounts.MEMBER);
    }
}
