package io.tidemark.collect.sync.polling;

import io.tidemark.metric.GrowthCurve;
import io.tidemark.metric.Platform;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/// Accounts and posts whose engagements follow other laws than the policy believes in: a seventh of them comes
/// by a power law, half-lives differ by account and by post, there are nights, bursts, posts that go viral, and
/// late revivals. The policy knows the platforms' half-lives and, within thirty percent, how many engagements
/// an account's posts come to.
final class SimulatedWorld {
    static final Instant BEGIN = Instant.parse("2026-03-01T00:00:00Z");
    static final Duration HORIZON = Duration.ofDays(30);

    private static final List<Platform> PLATFORMS =
            List.of(Platform.X, Platform.FACEBOOK, Platform.INSTAGRAM, Platform.LINKEDIN, Platform.YOUTUBE);
    private static final List<ZoneId> ZONES = List.of(
            ZoneId.of("Europe/Berlin"), ZoneId.of("America/New_York"), ZoneId.of("Asia/Tokyo"), ZoneId.of("UTC"));
    private static final double POWER = 0.15;
    private static final double NIGHT = 0.8 / 2.8;
    private static final double HOURS = 720;

    /// @param engagements when they happened, in hours since [#BEGIN], ascending
    record Post(Account account, double published, double[] engagements) {}

    /// @param typical what posts come to
    /// @param believed what the policy is told
    record Account(
            PolledAccount polled, Platform platform, double typical, double believed, double pace, double postsADay) {}

    final List<Account> accounts = new ArrayList<>();
    final List<Post> posts = new ArrayList<>();

    /// @param tracked how many posts are younger than the horizon at any time, about
    /// @param days after the beginning until which there are posts; before it there are those of a horizon
    SimulatedWorld(long seed, int tracked, int days, int accountCount) {
        SplittableRandom random = new SplittableRandom(seed);
        double each = tracked / (HOURS / 24) / accountCount;
        for (int i = 0; i < accountCount; i++) {
            Platform platform = PLATFORMS.get(i % PLATFORMS.size());
            double typical = Math.min(3000, 120 * Math.exp(1.2 * random.nextGaussian()));
            accounts.add(new Account(
                    new PolledAccount(i, platform.key(), ZONES.get(random.nextInt(ZONES.size())), HORIZON),
                    platform,
                    typical,
                    typical * Math.exp(0.3 * random.nextGaussian()),
                    Math.exp(0.4 * random.nextGaussian()),
                    each * Math.exp(0.6 * random.nextGaussian() - 0.18)));
        }
        accounts.forEach(account -> publish(account, days * 24.0, random));
    }

    Instant at(double hours) {
        return BEGIN.plus(Hours.duration(hours));
    }

    private void publish(Account account, double end, SplittableRandom random) {
        double at = -HOURS;
        while (true) {
            at -= Math.log(1 - random.nextDouble()) * 24 / account.postsADay();
            if (at > end) {
                return;
            }
            posts.add(new Post(account, at, engagements(account, at, random.split())));
        }
    }

    private static double[] engagements(Account account, double published, RandomGenerator random) {
        GrowthCurve growth = GrowthCurve.of(account.platform());
        double halfLife = growth.halfLifeHours() * account.pace() * Math.exp(0.35 * random.nextGaussian());
        GrowthCurve rise = new GrowthCurve(halfLife, growth.sigma(), 0);
        double total = account.typical() * Math.exp(0.8 * random.nextGaussian() - 0.32);
        if (random.nextDouble() < 0.02) {
            total *= 10;
        }
        double revival = random.nextDouble() < 0.04 ? 48 + random.nextDouble() * 550 : Double.POSITIVE_INFINITY;
        List<Double> times = new ArrayList<>();
        for (double from = 0; from < HOURS; ) {
            double to = from + (from < 2 ? 1.0 / 12 : from < 24 ? 0.5 : 2);
            double share = fraction(rise, halfLife, revival, to) - fraction(rise, halfLife, revival, from);
            double hour = published + (from + to) / 2;
            double level = (1 + NIGHT * Math.sin(2 * Math.PI * hour / 24)) * burst(random);
            double expected = total * share * level;
            double span = to - from;
            double start = published + from;
            random.doubles(poisson(expected, random)).sorted().forEach(part -> times.add(start + part * span));
            from = to;
        }
        return times.stream().mapToDouble(Double::doubleValue).toArray();
    }

    private static double fraction(GrowthCurve rise, double halfLife, double revival, double age) {
        double power = 1 - Math.pow(1 + age / halfLife, -0.8);
        double again = age > revival ? 0.5 * rise.fraction((age - revival) * 2) : 0;
        return (1 - POWER) * rise.fraction(age) + POWER * power + again;
    }

    /// Gamma with a mean of 1 and a shape of 2.
    private static double burst(RandomGenerator random) {
        return -0.5 * (Math.log(1 - random.nextDouble()) + Math.log(1 - random.nextDouble()));
    }

    private static int poisson(double mean, RandomGenerator random) {
        if (mean > 50) {
            return (int) Math.max(0, Math.round(mean + Math.sqrt(mean) * random.nextGaussian()));
        }
        int count = 0;
        for (double left = mean + Math.log(1 - random.nextDouble()); left > 0; count++) {
            left += Math.log(1 - random.nextDouble());
        }
        return count;
    }
}
