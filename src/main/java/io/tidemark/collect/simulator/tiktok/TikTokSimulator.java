package io.tidemark.collect.simulator.tiktok;

import io.tidemark.collect.simulator.AccountPlan;
import io.tidemark.collect.simulator.Answer;
import io.tidemark.collect.simulator.Call;
import io.tidemark.collect.simulator.SimulatedAccount;
import io.tidemark.collect.simulator.SimulatedPost;
import io.tidemark.collect.simulator.Simulator;
import io.tidemark.collect.simulator.TokenBook;
import io.tidemark.collect.simulator.TokenSeal;
import io.tidemark.collect.simulator.World;
import io.tidemark.metric.Metric;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// TikTok's two APIs and their sign-in.
public final class TikTokSimulator extends Simulator {
    /// All that apps of the Display API may ask for.
    public static final Set<String> DISPLAY =
            Set.of("user.info.basic", "user.info.profile", "user.info.stats", "video.list");
    /// All that apps of TikTok for Business may ask for.
    public static final Set<String> BUSINESS = Set.of(
            "user.info.basic",
            "user.info.username",
            "user.info.stats",
            "user.info.profile",
            "user.account.type",
            "user.insights",
            "video.list",
            "video.insights");

    static final Duration DISPLAY_RENEWAL = Duration.ofDays(180);
    static final Duration BUSINESS_RENEWAL = Duration.ofDays(365);

    private static final String API = "/open_api/v1.3";
    private static final String AUTHORIZE = "/v2/auth/authorize/";
    private static final int BAD_TOKEN = 40105;
    private static final int BAD_PATH = 40002;
    private static final int TOO_MANY = 40100;

    private final World world;
    private final TokenBook display;
    private final TokenBook business;
    private final TikTokSignIn signIn;
    private final MinuteQuota quota;
    private volatile Duration lag = Duration.ofDays(1);
    private volatile Duration updated = Duration.ofDays(365);

    public TikTokSimulator(World world, Clock clock) {
        this(world, clock, null);
    }

    /// @param seal by which tokens outlive the simulator; null where they do not
    public TikTokSimulator(World world, Clock clock, @Nullable TokenSeal seal) {
        this.world = world;
        display = new TokenBook(
                clock, Duration.ofHours(2), DISPLAY_RENEWAL, true, seal == null ? null : seal.of("display"));
        business = new TokenBook(
                clock, Duration.ofDays(1), BUSINESS_RENEWAL, true, seal == null ? null : seal.of("business"));
        signIn = new TikTokSignIn(world, display, business);
        quota = new MinuteQuota(clock);
    }

    /// Kinds of post with numbers as they are usual, for plans of accounts.
    public static List<AccountPlan.Kind> kinds() {
        return List.of(kind("video", 8, 2000, 7.2), kind(TikTokPosts.PHOTO, 2, 1200, 0));
    }

    public void registerDisplay(String clientKey, String clientSecret, String... redirects) {
        signIn.register(new TikTokSignIn.Client(clientKey, clientSecret, false, Set.of(redirects)));
    }

    public void registerBusiness(String clientId, String clientSecret, String... redirects) {
        signIn.register(new TikTokSignIn.Client(clientId, clientSecret, true, Set.of(redirects)));
    }

    public TokenBook displayTokens() {
        return display;
    }

    public TokenBook businessTokens() {
        return business;
    }

    /// What a person lets apps of the Display API read from now on.
    public void allowDisplay(String person, Set<String> scopes) {
        signIn.grant(false, person, scopes);
    }

    /// What a person lets apps of TikTok for Business read from now on.
    public void allowBusiness(String person, Set<String> scopes) {
        signIn.grant(true, person, scopes);
    }

    /// Insights are told at once from now on.
    public void tellInsightsAtOnce() {
        lag = Duration.ZERO;
    }

    /// Posts are updated however old they are, from now on.
    public void updateForever() {
        updated = Duration.ofDays(36_500);
    }

    /// @param calls of an endpoint in a minute
    public void limit(int calls) {
        quota.limit(calls);
    }

    /// How often a call came though its limit was reached.
    public long refusedByLimit() {
        return quota.refused();
    }

    public static String id(SimulatedPost post) {
        return TikTokPosts.id(post);
    }

    /// What a post is called.
    public static String id(Instant publishedAt, int number) {
        return TikTokPosts.id(publishedAt, number);
    }

    /// Whether people still watch a post, so that all of its numbers are told.
    public boolean isWatched(SimulatedPost post) {
        return numbers().isWatched(post);
    }

    @Override
    protected String endpoint(Call call) {
        return call.method() + " " + call.path();
    }

    @Override
    protected boolean mayBreak(Call call) {
        return !call.path().contains("oauth") && !call.path().equals(AUTHORIZE);
    }

    @Override
    protected Answer answer(Call call) {
        try {
            return switch (endpoint(call)) {
                case "GET " + AUTHORIZE -> signIn.ask(call);
                case "POST " + AUTHORIZE -> signIn.agree(call);
                case "POST /v2/oauth/token/" -> signIn.displayToken(call);
                case "POST /v2/oauth/revoke/" -> signIn.revoke(call);
                case "POST " + API + "/tt_user/oauth2/token/" -> signIn.businessToken(call, false);
                case "POST " + API + "/tt_user/oauth2/refresh_token/" -> signIn.businessToken(call, true);
                default -> call.path().startsWith(API) ? business(call) : display(call);
            };
        } catch (Refused refused) {
            return refused.answer();
        }
    }

    private Answer display(Call call) {
        String person = display.holder(call.token())
                .orElseThrow(() -> Refused.display(
                        401, "access_token_invalid", "The access token is invalid or not found in the request."));
        if (!quota.take(endpoint(call))) {
            throw Refused.display(429, "rate_limit_exceeded", "The API rate limit was exceeded.");
        }
        DisplayAnswers answers =
                new DisplayAnswers(account(person), signIn.granted(false, person), world.now(), pictures());
        return switch (endpoint(call)) {
            case "GET /v2/user/info/" -> answers.user(call);
            case "POST /v2/video/list/" -> answers.list(call);
            case "POST /v2/video/query/" -> answers.query(call);
            default -> throw Refused.display(404, "invalid_params", "Unsupported path.");
        };
    }

    private Answer business(Call call) {
        String person = business.holder(call.header("access-token").orElse(""))
                .orElseThrow(() -> Refused.business(BAD_TOKEN, "Access token is incorrect or has been revoked."));
        if (!quota.take(endpoint(call))) {
            throw Refused.business(TOO_MANY, "Too many requests. Please retry in some time.");
        }
        BusinessAnswers answers =
                new BusinessAnswers(account(person), signIn.granted(true, person), world.now(), numbers());
        String path = endpoint(call).replace(API, "");
        if (path.equals("POST /tt_user/token_info/get/")) {
            return answers.token();
        }
        if (!call.query("business_id").orElse("").equals(person)) {
            throw Refused.business(BAD_PATH, "business_id: is not the one of the access token");
        }
        return switch (path) {
            case "GET /business/get/" -> answers.account(call);
            case "GET /business/video/list/" -> answers.posts(call);
            default -> throw Refused.business(BAD_PATH, "Unsupported path.");
        };
    }

    private SimulatedAccount account(String person) {
        return world.find(person).orElseThrow();
    }

    private BusinessNumbers numbers() {
        return new BusinessNumbers(world.now(), lag, updated, pictures());
    }

    private static AccountPlan.Kind kind(String name, double share, double views, double secondsWatched) {
        Map<Metric, Double> typical = new EnumMap<>(Metric.class);
        typical.put(Metric.VIDEO_VIEWS, views);
        typical.put(Metric.REACH, views * 0.86);
        typical.put(Metric.LIKES, views * 0.05);
        typical.put(Metric.COMMENTS, views * 0.004);
        typical.put(Metric.SHARES, views * 0.003);
        typical.put(Metric.SAVES, views * 0.005);
        typical.put(Metric.LINK_CLICKS, views * 0.001);
        typical.put(Metric.PROFILE_VISITS, views * 0.009);
        typical.put(Metric.FOLLOWS, views * 0.002);
        if (secondsWatched > 0) {
            typical.put(Metric.WATCH_TIME_SECONDS, views * secondsWatched);
        }
        return new AccountPlan.Kind(name, share, 30, typical);
    }
}
