package io.tidemark.collect.sync.polling;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToDoubleFunction;

/// A post is paid for once in a UTC day, and then read as often as one likes: what is decided is which posts
/// are worth their day. A day that is left out is not lost but waits, so what counts is how much longer than
/// until today one would wait.
final class DayReadings implements Counting {
    private static final Duration SOONEST = Duration.ofMinutes(10);
    private static final int HOURS = 24;
    private static final int PARTS = 4;
    private static final double FORGETTING_DAYS = 2;
    private static final double LARGEST_STEP = 4;

    private final Tick tick;
    private final LocalDate today;
    private final Memory.DayPrice before;

    /// @param value of paying today
    private record Offer(TrackedPost post, double value) {}

    DayReadings(Tick tick) {
        this.tick = tick;
        today = LocalDate.ofInstant(tick.now, ZoneOffset.UTC);
        before = begun(tick.pool.memory().day());
        tick.worths.stream().map(Worth::post).filter(tick::paidToday).forEach(post -> tick.read(post, Reason.ALONG));
    }

    @Override
    public ToDoubleFunction<Due> costs() {
        return due -> cost(due.candidate());
    }

    @Override
    public boolean readsMidnights() {
        return false;
    }

    @Override
    public boolean serve(Candidate candidate, Reason reason) {
        boolean can = tick.purse.pay(cost(candidate));
        if (can) {
            tick.read(candidate, reason);
        }
        return can;
    }

    @Override
    public Memory spend() {
        List<Offer> offers = tick.worths.stream()
                .map(Worth::post)
                .filter(post -> !tick.taken(post))
                .map(post -> new Offer(post, value(post)))
                .sorted(Comparator.comparingDouble(Offer::value).reversed())
                .toList();
        double price = Double.isNaN(before.price()) ? first(offers) : before.price();
        for (Offer offer : offers) {
            if (offer.value() < price || !serve(offer.post(), Reason.INDEX)) {
                break;
            }
        }
        Memory.DayPrice day = new Memory.DayPrice(today, price, before.spent() + tick.purse.spent(), before.mean());
        return new Memory(tick.now, Double.NaN, Double.NaN, tick.pool.memory().credits(), day);
    }

    @Override
    public Instant next() {
        boolean reading = tick.worths.stream().anyMatch(worth -> tick.taken(worth.post()));
        return reading ? tick.now.plus(SOONEST) : midnight(today.plusDays(1));
    }

    private double cost(Candidate candidate) {
        return tick.paidToday(candidate) ? 0 : candidate.cost();
    }

    /// The discrete Whittle index: of the days since the last one that was paid for, today's delay as often as
    /// there are days, less what was suffered on them.
    private double value(TrackedPost post) {
        Instant read = post.readAt();
        if (read == null) {
            return Double.POSITIVE_INFINITY;
        }
        LocalDate last = LocalDate.ofInstant(read, ZoneOffset.UTC);
        long days = today.toEpochDay() - last.toEpochDay();
        double suffered = 0;
        for (long day = 1; day < days; day++) {
            suffered += delay(post.state(), midnight(last.plusDays(day)));
        }
        return (days * delay(post.state(), midnight(today)) - suffered) / post.cost();
    }

    /// Unseen engagements times hours over a day that is not paid for.
    private static double delay(PollState state, Instant begin) {
        double sum = 0;
        for (int part = 0; part < PARTS; part++) {
            double hour = (part + 0.5) * HOURS / PARTS;
            double age = state.age(begin) + hour;
            sum += state.curve().unseen(state.readAge(), age) * HOURS / PARTS;
        }
        return state.expected() / state.typical() * sum;
    }

    /// Where nothing is known of the price, it is what the first day's money reaches down to; `NaN`, so that all is
    /// spent by rank, while it does not even reach for posts that were never read.
    private double first(List<Offer> offers) {
        double money = tick.purse.perHour() * HOURS;
        double last = Double.NaN;
        for (Offer offer : offers) {
            money -= offer.post().cost();
            if (money < 0) {
                break;
            }
            last = offer.value();
        }
        return Double.isInfinite(last) ? Double.NaN : last;
    }

    /// With yesterday closed where a day has begun: more was spent than comes, so a day must bring more, and
    /// the other way round.
    private Memory.DayPrice begun(Memory.DayPrice day) {
        if (today.equals(day.day())) {
            return day;
        }
        if (day.day() == null) {
            return new Memory.DayPrice(today, day.price(), 0, day.mean());
        }
        double mean =
                Double.isNaN(day.mean()) ? day.spent() : day.mean() + (day.spent() - day.mean()) / FORGETTING_DAYS;
        double budget = tick.purse.perHour() * HOURS;
        double step = Math.clamp(mean / Math.max(budget, Double.MIN_NORMAL), 1 / LARGEST_STEP, LARGEST_STEP);
        return new Memory.DayPrice(today, day.price() * step, 0, mean);
    }

    private static Instant midnight(LocalDate day) {
        return day.atStartOfDay(ZoneOffset.UTC).toInstant();
    }
}
