package io.tidemark.collect.simulator.youtube;

import io.tidemark.collect.simulator.AccountPlan;
import io.tidemark.collect.simulator.Answer;
import io.tidemark.collect.simulator.Call;
import io.tidemark.collect.simulator.SimulatedPost;
import io.tidemark.collect.simulator.Simulator;
import io.tidemark.collect.simulator.TokenBook;
import io.tidemark.collect.simulator.TokenSeal;
import io.tidemark.collect.simulator.WindowQuota;
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

/// YouTube's Data and Analytics APIs, and Google's sign-in. Channels are named `UC…`.
public final class YouTubeSimulator extends Simulator {
    private static final Duration ACCESS_LIFE = Duration.ofHours(1);
    /// Tokens for renewal of an app in production do not end.
    private static final Duration ENDLESS = Duration.ofDays(36_500);
    private static final Duration TESTING = Duration.ofDays(7);
    private static final int REPORTS_A_MINUTE = 720;

    private final World world;
    private final TokenBook tokens;
    private final GoogleSignIn signIn;
    private final Units units;
    private final Clock clock;
    private volatile WindowQuota reports;
    private volatile boolean notConfigured;
    private volatile boolean subscribersHidden;

    public YouTubeSimulator(World world, Clock clock) {
        this(world, clock, null);
    }

    /// @param seal by which tokens outlive the simulator; null where they do not
    public YouTubeSimulator(World world, Clock clock, @Nullable TokenSeal seal) {
        this(world, clock, seal, null);
    }

    private YouTubeSimulator(World world, Clock clock, @Nullable TokenSeal seal, @Nullable Duration testing) {
        this.world = world;
        this.clock = clock;
        tokens = new TokenBook(clock, ACCESS_LIFE, testing == null ? ENDLESS : testing, false, seal);
        signIn = new GoogleSignIn(world, tokens, testing);
        units = new Units(clock);
        reports = new WindowQuota(clock, REPORTS_A_MINUTE, Duration.ofMinutes(1));
    }

    /// One whose app's consent screen is in testing: tokens for renewal end after seven days.
    public static YouTubeSimulator inTesting(World world, Clock clock) {
        return new YouTubeSimulator(world, clock, null, TESTING);
    }

    /// Kinds of video with numbers as they are usual, for plans of accounts: clips are brief and wide, quiet ones hide
    /// likes and take no comments, premieres are announced for an hour.
    public static List<AccountPlan.Kind> kinds() {
        return List.of(
                kind("video", 6, 900, 190),
                kind("short", 5, 1_500, 18),
                kind("clip", 1, 300, 25),
                kind("live", 1, 500, 600),
                kind("quiet", 1, 400, 150),
                kind("premiere", 1, 700, 210),
                kind("private", 1, 5, 60));
    }

    public void register(String clientId, String clientSecret, String... redirects) {
        signIn.register(new GoogleSignIn.Client(clientId, clientSecret, Set.of(redirects)));
    }

    public TokenBook tokens() {
        return tokens;
    }

    /// How many units the app has in a day of California.
    public void units(int limit) {
        units.limit(limit);
    }

    /// How many units were used on the day on which most were.
    public int mostUnitsInADay() {
        return units.most();
    }

    /// How many reports may be asked for in a minute.
    public void reportsInAMinute(int limit) {
        reports = new WindowQuota(clock, limit, Duration.ofMinutes(1));
    }

    /// Whether the app's project has the APIs switched off.
    public void switchOff(boolean whether) {
        notConfigured = whether;
    }

    /// The owner of a channel has not ticked the permission to see its analytics.
    public void withholdAnalytics(String channel) {
        signIn.tick(channel, GoogleSignIn.DATA);
    }

    public void hideSubscribers(boolean whether) {
        subscribersHidden = whether;
    }

    /// How often a call came though its limit was reached.
    public long refusedByLimit() {
        return units.refused() + reports.refused();
    }

    /// What a video is called.
    public static String id(Instant publishedAt, int number) {
        return VideoIds.id(publishedAt, number);
    }

    public static String id(SimulatedPost post) {
        return VideoIds.id(post.publishedAt(), post.number());
    }

    /// The end of what the analytics have counted at an instant.
    public static Instant countedUntil(Instant now) {
        return ReportAnswers.countedUntil(now);
    }

    /// How many subscribers are told of so many.
    public static double subscribers(double whole) {
        return DataAnswers.rounded(whole);
    }

    /// Whether anybody but the owner can watch it.
    public static boolean isPublished(SimulatedPost post, Instant now) {
        return !VideoJson.isPrivate(post) && !VideoJson.isUpcoming(post, now);
    }

    @Override
    protected String endpoint(Call call) {
        return call.method() + " " + call.path();
    }

    @Override
    protected boolean mayBreak(Call call) {
        return call.method().equals("GET") && !call.path().equals(GoogleSignIn.AUTHORIZE);
    }

    @Override
    protected Answer answer(Call call) {
        return switch (call.method() + " " + call.path()) {
            case "GET " + GoogleSignIn.AUTHORIZE -> signIn.ask(call);
            case "POST " + GoogleSignIn.AUTHORIZE -> signIn.agree(call);
            case "POST /token" -> signIn.token(call);
            case "POST /revoke" -> signIn.revoke(call);
            default -> read(call);
        };
    }

    private Answer read(Call call) {
        try {
            return admitted(call);
        } catch (GoogleRefusal refusal) {
            return refusal.answer();
        }
    }

    private Answer admitted(Call call) {
        String person = tokens.holder(call.token()).orElseThrow(GoogleRefusal::token);
        if (notConfigured) {
            throw GoogleRefusal.notConfigured();
        }
        boolean report = call.path().equals("/v2/reports");
        if (!signIn.allows(person, report ? GoogleSignIn.ANALYTICS : GoogleSignIn.DATA)) {
            throw GoogleRefusal.scope();
        }
        if (report && !reports.take()) {
            throw GoogleRefusal.tooFast();
        }
        if (!report && !units.take()) {
            throw GoogleRefusal.quota();
        }
        DataAnswers data = new DataAnswers(world, pictures(), call, person, subscribersHidden);
        return switch (endpoint(call)) {
            case "GET /youtube/v3/channels" -> data.channels();
            case "GET /youtube/v3/playlistItems" -> data.uploads();
            case "GET /youtube/v3/videos" -> data.videos();
            case "GET /v2/reports" ->
                new ReportAnswers(world, call, world.find(person).orElseThrow()).answer();
            default -> Answer.html("<!doctype html><title>Error 404 (Not Found)</title>");
        };
    }

    private static AccountPlan.Kind kind(String name, double share, double views, double secondsWatched) {
        Map<Metric, Double> typical = new EnumMap<>(Metric.class);
        typical.put(Metric.VIDEO_VIEWS, views);
        typical.put(Metric.ENGAGED_VIEWS, views * 0.7);
        typical.put(Metric.WATCH_TIME_SECONDS, views * secondsWatched);
        typical.put(Metric.LIKES, views * 0.035);
        typical.put(Metric.COMMENTS, views * 0.004);
        typical.put(Metric.SHARES, views * 0.005);
        typical.put(Metric.FOLLOWS, views * 0.003);
        return new AccountPlan.Kind(name, share, 20, typical);
    }
}
