package io.tidemark.collect.sync.polling;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;

/// Each reading has its price: that at which, in the long run, as much is read as the limits let through.
///
/// If posts grew at constant rates, each would be read every `sqrt(2 price cost / rate)` hours, so that the
/// price follows from the sum of the roots of rates; how full the bucket is corrects it. What guaranteed
/// readings take is not there for others.
final class SingleReadings implements Counting {
    private static final double DAY = 24;
    private static final double ENTITLED_FROM = 0.25;
    private static final double NEARLY_FULL = 0.9;
    private static final double HALF_FULL = 0.5;
    private static final Duration QUARTER = Duration.ofDays(90);
    private static final Duration SOONEST = Duration.ofMinutes(10);

    private final Tick tick;
    private final double demand;
    private double price = Double.POSITIVE_INFINITY;

    SingleReadings(Tick tick) {
        this.tick = tick;
        double known = tick.pool.memory().demand();
        double present = tick.worths.stream()
                .mapToDouble(worth -> Math.sqrt(
                        worth.post().state().rate(tick.now) * worth.post().cost() / 2))
                .sum();
        demand = Double.isNaN(known) ? present : known + (present - known) * tick.weight(DAY);
    }

    @Override
    public ToDoubleFunction<Due> costs() {
        return due -> due.candidate().cost();
    }

    @Override
    public boolean readsMidnights() {
        return true;
    }

    @Override
    public boolean serve(Candidate candidate, Reason reason) {
        boolean paid = tick.purse.pay(candidate.cost());
        if (paid) {
            tick.read(candidate, reason);
        }
        return paid;
    }

    @Override
    public Memory spend() {
        price = price(tick.pool.buckets());
        List<Worth> left = new ArrayList<>(tick.worths.stream()
                .filter(worth -> !tick.taken(worth.post()) && worth.forCost() >= price * ENTITLED_FROM)
                .sorted(Worth.LARGEST_FOR_COST)
                .toList());
        Shares shares = new Shares(
                tick.pool.memory().credits(),
                left.stream().map(SingleReadings::account).collect(Collectors.toSet()),
                tick.purse.perHour(),
                tick.hours,
                left.stream().mapToDouble(worth -> worth.post().cost()).max().orElse(0));
        left.removeIf(worth -> shares.entitled(account(worth), worth.post().cost()) && read(worth, shares));
        for (Worth worth : left) {
            if (worth.forCost() < price || !read(worth, shares)) {
                break;
            }
        }
        spendSurplus();
        return new Memory(
                tick.now, demand, Double.NaN, shares.left(), tick.pool.memory().day());
    }

    @Override
    public Instant next() {
        for (Duration ahead = SOONEST; ahead.compareTo(Duration.ofDays(1)) < 0; ahead = ahead.multipliedBy(2)) {
            Instant then = tick.now.plus(ahead);
            if (tick.worths.stream().anyMatch(worth -> worthIt(worth.post(), then))) {
                return then;
            }
        }
        return tick.now.plus(Duration.ofDays(1));
    }

    private boolean worthIt(TrackedPost post, Instant then) {
        double gain = tick.taken(post)
                ? post.state().afterRead(tick.now, null).index(then)
                : post.state().index(then);
        return gain >= price * post.cost();
    }

    private boolean read(Worth worth, Shares shares) {
        boolean paid = serve(worth.post(), worth.forCost() >= price ? Reason.INDEX : Reason.SHARE);
        if (paid) {
            shares.used(account(worth), worth.post().cost());
        }
        return paid;
    }

    /// A full bucket is of no use, and one that is half full has something for posts that have settled.
    private void spendSurplus() {
        if (tick.purse.fill() > NEARLY_FULL) {
            List<Worth> rest = tick.worths.stream()
                    .filter(worth -> !tick.taken(worth.post()) && worth.gain() > 0)
                    .sorted(Worth.LARGEST_FOR_COST)
                    .toList();
            spend(rest.stream().map(Worth::post).toList(), NEARLY_FULL, Reason.SURPLUS);
        }
        Instant old = tick.now.minus(QUARTER);
        List<TrackedPost> unread = tick.settled.stream()
                .filter(post -> !tick.taken(post) && lastRead(post).isBefore(old))
                .sorted(Comparator.comparing(SingleReadings::lastRead))
                .toList();
        spend(unread, HALF_FULL, Reason.QUARTERLY);
    }

    private void spend(List<TrackedPost> posts, double downTo, Reason reason) {
        for (TrackedPost post : posts) {
            if (tick.purse.fill() <= downTo || !serve(post, reason)) {
                return;
            }
        }
    }

    private double price(List<TokenBucket> buckets) {
        return buckets.stream()
                .mapToDouble(bucket -> Math.pow(demand / tick.purse.freePerHour(bucket), 2)
                        * Math.exp(2 * (HALF_FULL - bucket.fill())))
                .max()
                .orElse(0);
    }

    private static Instant lastRead(TrackedPost post) {
        Instant read = post.readAt();
        return read == null ? Instant.MIN : read;
    }

    private static String account(Worth worth) {
        return Long.toString(worth.post().account().id());
    }
}
