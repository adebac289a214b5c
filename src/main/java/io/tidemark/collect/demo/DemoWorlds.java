package io.tidemark.collect.demo;

import io.tidemark.collect.simulator.AccountPlan;
import io.tidemark.collect.simulator.SimulatedAccount;
import io.tidemark.collect.simulator.World;
import io.tidemark.collect.simulator.bluesky.BlueskySimulator;
import io.tidemark.collect.simulator.linkedin.LinkedInSimulator;
import io.tidemark.collect.simulator.mastodon.MastodonSimulator;
import io.tidemark.collect.simulator.meta.GraphSimulator;
import io.tidemark.collect.simulator.meta.ThreadsSimulator;
import io.tidemark.collect.simulator.pinterest.PinterestSimulator;
import io.tidemark.collect.simulator.tiktok.TikTokSimulator;
import io.tidemark.collect.simulator.x.XSimulator;
import io.tidemark.collect.simulator.youtube.YouTubeSimulator;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/// The truth behind the simulated platforms of the demonstration: on each the account whose history was collected
/// before, and a sister of it that nobody has connected yet.
///
/// @param collected what was collected before
/// @param end as far as it is settled what happens
record DemoWorlds(Clock clock, Window collected, Instant end) {
    /// The server of Mastodon on which both accounts are.
    static final String MASTODON = "social.example";

    /// Nobody can choose it from a list: a person says its name.
    static final String BLUESKY_SISTER = "harbourroastery.example";

    private static final String SISTER = "Harbour Coffee Roastery (demonstration)";
    private static final long SEED = 7_116_105;
    private static final Duration SISTERS_PAST = Duration.ofDays(60);
    /// Posts of sisters are numbered from there.
    private static final int SISTERS_POSTS = 100_000;

    World linkedIn() {
        World world = world(LivePlatform.LINKEDIN);
        world.add(known(LivePlatform.LINKEDIN));
        world.add(sister("urn:li:organization:90000002", "harbour-roastery-demo", 900, LinkedInSimulator.kinds()));
        return world;
    }

    World x() {
        World world = world(LivePlatform.X);
        world.add(known(LivePlatform.X));
        world.add(sister("1790000000000000002", "hrbrroast_demo", 640, XSimulator.kinds()));
        return world;
    }

    World youTube() {
        World world = world(LivePlatform.YOUTUBE);
        world.add(known(LivePlatform.YOUTUBE));
        world.add(sister("UCdemoharbourcoffee00002", "harbourroastery-demo", 480, YouTubeSimulator.kinds()));
        return world;
    }

    World tikTok() {
        World world = world(LivePlatform.TIKTOK);
        world.add(known(LivePlatform.TIKTOK));
        world.add(sister("harbourroastery-0002", "harbourroastery.demo", 1_100, TikTokSimulator.kinds()));
        return world;
    }

    World bluesky() {
        World world = world(LivePlatform.BLUESKY);
        world.add(known(LivePlatform.BLUESKY));
        world.add(sister("did:plc:harbourroasterydemonstra", BLUESKY_SISTER, 210, BlueskySimulator.kinds()));
        return world;
    }

    World mastodon() {
        World world = world(LivePlatform.MASTODON);
        world.add(known(LivePlatform.MASTODON));
        world.add(sister(
                MASTODON + "/109300000000000002", "harbourroastery@" + MASTODON, 310, MastodonSimulator.kinds()));
        return world;
    }

    /// Pages of Facebook, each with an account of Instagram behind it.
    void meta(GraphSimulator graph) {
        World world = world(LivePlatform.FACEBOOK);
        graph.page(
                world.add(known(LivePlatform.FACEBOOK)),
                world.add(known(LivePlatform.INSTAGRAM)),
                GraphSimulator.ALL_TASKS);
        graph.page(
                world.add(sister("102900000000002", "harbourroastery.demo", 1_700, GraphSimulator.pageKinds())),
                world.add(sister("17841400000000002", "harbourroastery.demo", 2_300, GraphSimulator.instagramKinds())),
                GraphSimulator.ALL_TASKS);
    }

    World pinterest() {
        World world = world(LivePlatform.PINTEREST);
        world.add(known(LivePlatform.PINTEREST));
        world.add(sister("902100000000000003", "harbourroastery_demo", 540, PinterestSimulator.kinds()));
        return world;
    }

    void threads(ThreadsSimulator threads) {
        World world = world(LivePlatform.THREADS);
        threads.add(world.add(known(LivePlatform.THREADS)));
        threads.add(world.add(sister("902100000000000002", "harbourroastery.demo", 760, ThreadsSimulator.kinds())));
    }

    private World world(LivePlatform platform) {
        return new World(SEED + platform.ordinal(), clock, collected.now(), end, SISTERS_POSTS);
    }

    private SimulatedAccount known(LivePlatform platform) {
        Profile profile = Profiles.ALL.stream()
                .filter(one -> one.platform() == platform.platform())
                .findFirst()
                .orElseThrow();
        return new Continuation(profile, platform, collected, end).account();
    }

    private static AccountPlan sister(
            String externalId, String handle, double followers, List<AccountPlan.Kind> kinds) {
        return new AccountPlan(externalId, handle, SISTER, 0.4, SISTERS_PAST, followers, kinds);
    }
}
