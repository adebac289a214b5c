package io.tidemark.collect.demo;

import io.tidemark.collect.OperatorSettings;
import io.tidemark.collect.connection.SignIns;
import io.tidemark.collect.simulator.Call;
import io.tidemark.collect.simulator.Faults;
import io.tidemark.collect.simulator.Simulator;
import io.tidemark.collect.simulator.TokenSeal;
import io.tidemark.collect.simulator.bluesky.BlueskySimulator;
import io.tidemark.collect.simulator.linkedin.LinkedInSimulator;
import io.tidemark.collect.simulator.mastodon.MastodonSimulator;
import io.tidemark.collect.simulator.mastodon.Version;
import io.tidemark.collect.simulator.meta.GraphSimulator;
import io.tidemark.collect.simulator.meta.ThreadsSimulator;
import io.tidemark.collect.simulator.pinterest.PinterestSimulator;
import io.tidemark.collect.simulator.tiktok.TikTokSimulator;
import io.tidemark.collect.simulator.x.XSimulator;
import io.tidemark.collect.simulator.youtube.YouTubeSimulator;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/// The platforms of the demonstration, simulated on this machine. With the same key and beginning they are the same
/// whenever they are started: accounts, posts, and the tokens that they gave out before.
public final class DemoPlatforms implements AutoCloseable {
    private static final String LINKEDIN = "linkedin";
    private static final String X = "x";
    private static final String FACEBOOK = "facebook";
    private static final String INSTAGRAM = "instagram_login";
    private static final String YOUTUBE = "youtube";
    private static final String TIKTOK = "tiktok";
    private static final String TIKTOK_BUSINESS = "tiktok_business";
    private static final String THREADS = "threads";
    private static final String PINTEREST = "pinterest";
    private static final String MASTODON = "mastodon";
    private static final String BLUESKY = "bluesky";
    private static final String BLUESKY_SERVER = "https://bsky.social";

    /// Id and secret of our app, which open nothing but simulators.
    private static final String APP = "demonstration";

    private static final Set<String> LINKEDIN_SCOPES =
            Set.of("r_basicprofile", "rw_organization_admin", "r_organization_social", "r_organization_social_feed");

    /// How long after the start it is settled what accounts post.
    private static final Duration REACH = Duration.ofDays(120);

    private static final long SEED_OF_FAULTS = 71;
    private static final double SHARE_OF_FAULTS = 1 / 200.0;
    private static final Set<String> MAY_BREAK = Set.of(
            "insights",
            "tweets",
            "Statistics",
            "socialMetadata",
            "reports",
            "business/video",
            "v1/statuses?",
            "getPosts");

    /// So many calls a minute.
    private static final int CALLS_OF_PINTEREST = 1_000;

    /// Facebook does not tell it of our pages.
    private static final String NOT_TOLD = "page_video_view_time";

    private final LinkedInSimulator linkedIn;
    private final XSimulator x;
    private final GraphSimulator graph;
    private final YouTubeSimulator youTube;
    private final TikTokSimulator tikTok;
    private final ThreadsSimulator threads;
    private final PinterestSimulator pinterest;
    private final MastodonSimulator mastodon;
    private final BlueskySimulator bluesky;
    private final Visitor visitor = new Visitor();

    private DemoPlatforms(DemoWorlds worlds, Clock clock, TokenSeal seal) {
        linkedIn = new LinkedInSimulator(worlds.linkedIn(), clock, seal.of(LINKEDIN));
        x = new XSimulator(worlds.x(), clock, seal.of(X));
        graph = new GraphSimulator(clock, seal.of("meta"));
        youTube = new YouTubeSimulator(worlds.youTube(), clock, seal.of(YOUTUBE));
        worlds.meta(graph);
        graph.grantAll();
        graph.retire(NOT_TOLD);
        tikTok = new TikTokSimulator(worlds.tikTok(), clock, seal.of(TIKTOK));
        // What was collected before was neither late nor ended.
        tikTok.tellInsightsAtOnce();
        tikTok.updateForever();
        threads = new ThreadsSimulator(clock, seal.of(THREADS));
        worlds.threads(threads);
        threads.grantAll();
        pinterest = new PinterestSimulator(worlds.pinterest(), clock, seal.of(PINTEREST));
        pinterest.standardAccess(CALLS_OF_PINTEREST);
        mastodon = new MastodonSimulator(worlds.mastodon(), clock, seal.of(MASTODON));
        // Whose quotes were not told before either.
        mastodon.version(Version.V4_4);
        bluesky = new BlueskySimulator(worlds.bluesky(), clock, seal.of(BLUESKY));
        bluesky.moveHome(URI.create(BLUESKY_SERVER));
        bluesky.issuer(URI.create(BLUESKY_SERVER));
    }

    /// @param collectedAt when the history was collected, after which the platforms go on
    /// @param key by which they know their tokens
    public static DemoPlatforms start(Instant collectedAt, Clock clock, byte[] key) {
        Instant now = clock.instant();
        Window collected = new Window(collectedAt);
        Instant end = (now.isAfter(collectedAt) ? now : collectedAt).plus(REACH);
        DemoPlatforms platforms = new DemoPlatforms(new DemoWorlds(clock, collected, end), clock, new TokenSeal(key));
        platforms.simulators().forEach(Simulator::start);
        return platforms;
    }

    /// What is to be collected through one sign-in.
    ///
    /// @param person who signs in, where the platform has several
    /// @param told what the person tells first, by the names of the login's fields
    /// @param accounts by the names that the platform gives them
    public record Share(String login, String person, Map<String, String> told, Set<String> accounts) {
        public Share {
            told = Map.copyOf(told);
            accounts = Set.copyOf(accounts);
        }

        Share telling(Map<String, String> what) {
            return new Share(login, person, what, accounts);
        }
    }

    /// The accounts whose history was collected before.
    public static List<Share> shares() {
        return List.of(
                share(LINKEDIN, LivePlatform.LINKEDIN),
                share(X, LivePlatform.X),
                share(FACEBOOK, LivePlatform.FACEBOOK, LivePlatform.INSTAGRAM),
                share(YOUTUBE, LivePlatform.YOUTUBE),
                share(TIKTOK_BUSINESS, LivePlatform.TIKTOK),
                share(THREADS, LivePlatform.THREADS),
                share(PINTEREST, LivePlatform.PINTEREST),
                share(MASTODON, LivePlatform.MASTODON),
                share(BLUESKY, LivePlatform.BLUESKY)
                        .telling(Map.of(
                                "handle",
                                LivePlatform.BLUESKY.externalId(),
                                "app_password",
                                BlueskySimulator.APP_PASSWORD)));
    }

    /// Our apps, which know no addresses but those of the simulators.
    public OperatorSettings settings() {
        Map<String, String> settings = new HashMap<>();
        for (String login :
                List.of(LINKEDIN, X, FACEBOOK, INSTAGRAM, YOUTUBE, TIKTOK, TIKTOK_BUSINESS, THREADS, PINTEREST)) {
            settings.put(login + ".client-id", APP);
            settings.put(login + ".client-secret", APP);
        }
        settings.put("linkedin.base-url", linkedIn.address().toString());
        settings.put("linkedin.authorize-url", linkedIn.address() + "/oauth/v2/authorization");
        settings.put("linkedin.token-url", linkedIn.address() + "/oauth/v2/accessToken");
        settings.put("x.base-url", x.address().toString());
        settings.put("x.authorize-url", x.address() + "/i/oauth2/authorize");
        settings.put("facebook.base-url", graph.address() + GraphSimulator.GRAPH_FACEBOOK);
        settings.put("facebook.dialog-url", graph.address() + GraphSimulator.WWW_FACEBOOK);
        settings.put("instagram_login.base-url", graph.address() + GraphSimulator.GRAPH_INSTAGRAM);
        settings.put(
                "instagram_login.authorize-url", graph.address() + GraphSimulator.WWW_INSTAGRAM + "/oauth/authorize");
        settings.put(
                "instagram_login.token-url", graph.address() + GraphSimulator.API_INSTAGRAM + "/oauth/access_token");
        settings.put("youtube.base-url", youTube.address().toString());
        settings.put("youtube.analytics-url", youTube.address().toString());
        settings.put("youtube.authorize-url", youTube.address() + "/o/oauth2/v2/auth");
        settings.put("youtube.token-url", youTube.address() + "/token");
        for (String login : List.of(TIKTOK, TIKTOK_BUSINESS)) {
            settings.put(login + ".base-url", tikTok.address().toString());
            settings.put(login + ".authorize-url", tikTok.address() + "/v2/auth/authorize/");
            settings.put(login + ".picture-hosts", tikTok.address().toString());
        }
        settings.put("threads.base-url", threads.address().toString());
        settings.put("threads.authorize-url", threads.address() + "/oauth/authorize");
        settings.put("threads.picture-hosts", threads.address().toString());
        settings.put("pinterest.base-url", pinterest.address() + "/v5");
        settings.put("pinterest.authorize-url", pinterest.address() + "/oauth/");
        settings.put("pinterest.picture-hosts", pinterest.address().toString());
        settings.put(
                "mastodon.account-hint",
                "Such as @harbourroastery@" + DemoWorlds.MASTODON + ", which waits to be connected.");
        settings.put("mastodon.servers", "https://" + DemoWorlds.MASTODON + "=" + mastodon.address());
        settings.put("bluesky.servers", BLUESKY_SERVER + "=" + bluesky.address());
        settings.put("bluesky.public-url", bluesky.open().toString());
        settings.put("bluesky.plc-url", bluesky.directory().toString());
        settings.put("bluesky.handle-hint", "Such as " + DemoWorlds.BLUESKY_SISTER + ", which waits to be connected.");
        settings.put("bluesky.password-hint", "Of the demonstration: " + BlueskySimulator.APP_PASSWORD);
        // Pictures of posts come from the simulators too.
        settings.put("bluesky.picture-hosts", bluesky.address().toString());
        settings.put("linkedin.picture-hosts", linkedIn.address().toString());
        settings.put("x.picture-hosts", x.address().toString());
        settings.put("mastodon.picture-hosts", mastodon.address().toString());
        settings.put("youtube.picture-hosts", youTube.address().toString());
        settings.put("facebook.picture-hosts", graph.address().toString());
        settings.put("instagram_login.picture-hosts", graph.address().toString());
        return OperatorSettings.ofSimulators(settings);
    }

    /// Registers our apps with the platforms.
    ///
    /// @param origins under which Tidemark is reached, such as `http://localhost:8003`
    public void register(Set<String> origins) {
        linkedIn.register(APP, APP, Set.of(redirects(LINKEDIN, origins)), LINKEDIN_SCOPES);
        x.register(APP, APP, redirects(X, origins));
        youTube.register(APP, APP, redirects(YOUTUBE, origins));
        graph.registerFacebook(APP, APP, redirects(FACEBOOK, origins));
        graph.registerInstagram(APP, APP, redirects(INSTAGRAM, origins));
        tikTok.registerDisplay(APP, APP, redirects(TIKTOK, origins));
        tikTok.registerBusiness(APP, APP, redirects(TIKTOK_BUSINESS, origins));
        threads.register(APP, APP, redirects(THREADS, origins));
        pinterest.register(APP, APP, redirects(PINTEREST, origins));
    }

    /// Signs in as a person does, through the platform's screens.
    ///
    /// @param authorization where Tidemark sends a person who wants to connect
    /// @return what the platform sends the person back with
    public SignIns.Answer signIn(URI authorization, String person) {
        if (simulators().stream().noneMatch(platform -> isOf(authorization, platform))) {
            throw new IllegalArgumentException("Not a platform of the demonstration: " + authorization.getHost());
        }
        Map<String, String> answer = query(visitor.agree(authorization, person));
        return new SignIns.Answer(
                answer.getOrDefault("state", ""), answer.get("code"), answer.get("error"), answer.get("iss"));
    }

    /// From now on an answer is late or missing now and then, as platforms have it.
    public void haveMildFaults() {
        for (Simulator platform : simulators()) {
            platform.breakBy(Faults.mild(SEED_OF_FAULTS, SHARE_OF_FAULTS), DemoPlatforms::mayBreak);
        }
    }

    /// What nobody waits for.
    private static boolean mayBreak(Call call) {
        String asked = call.path() + "?" + call.rawQuery();
        return MAY_BREAK.stream().anyMatch(asked::contains);
    }

    private List<Simulator> simulators() {
        return List.of(linkedIn, x, graph, youTube, tikTok, threads, pinterest, mastodon, bluesky);
    }

    private static boolean isOf(URI address, Simulator platform) {
        return address.getAuthority().equals(platform.address().getAuthority());
    }

    private static String[] redirects(String login, Set<String> origins) {
        return origins.stream()
                .map(origin -> origin + "/oauth/" + login + "/callback")
                .toArray(String[]::new);
    }

    private static Map<String, String> query(URI address) {
        return Arrays.stream(address.getRawQuery().split("&", -1))
                .map(pair -> pair.split("=", 2))
                .collect(Collectors.toMap(pair -> pair[0], pair -> URLDecoder.decode(pair[1], StandardCharsets.UTF_8)));
    }

    private static Share share(String login, LivePlatform... platforms) {
        Set<String> accounts =
                Arrays.stream(platforms).map(LivePlatform::externalId).collect(Collectors.toSet());
        return new Share(login, platforms[0].externalId(), Map.of(), accounts);
    }

    @Override
    public void close() {
        visitor.close();
        simulators().forEach(Simulator::close);
    }
}
