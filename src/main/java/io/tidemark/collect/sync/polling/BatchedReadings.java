package io.tidemark.collect.sync.polling;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.function.ToDoubleFunction;

/// A call takes several posts of a group for one price: it is always filled with those that gain most, and made when
/// together they gain enough. What is enough follows the level of the bucket.
final class BatchedReadings implements Counting {
    private static final double ENTITLED_FROM = 0.25;
    private static final double NEARLY_FULL = 0.9;
    private static final double HALF_FULL = 0.5;
    private static final double STEP = 0.05;
    private static final double TICKS_AN_HOUR = 6;
    private static final Duration SOONEST = Duration.ofMinutes(10);

    private final Tick tick;
    private final int batch;
    private final Map<String, List<Worth>> groups = new LinkedHashMap<>();
    private final double threshold;

    BatchedReadings(Tick tick, int batch) {
        this.tick = tick;
        this.batch = batch;
        tick.worths.stream()
                .sorted(Worth.LARGEST)
                .forEach(worth -> groups.computeIfAbsent(group(worth.post()), name -> new ArrayList<>())
                        .add(worth));
        double known = tick.pool.memory().threshold();
        threshold = Double.isNaN(known)
                ? first()
                : known * Math.exp(STEP * (HALF_FULL - tick.purse.fill()) * tick.hours * TICKS_AN_HOUR);
    }

    @Override
    public ToDoubleFunction<Due> costs() {
        Map<Together, Integer> counts = new HashMap<>();
        return due -> {
            if (due.candidate() instanceof TrackedPost post) {
                int before = counts.merge(new Together(group(post), due.by()), 1, Integer::sum) - 1;
                return before % batch == 0 ? 1 : 0;
            }
            return 1;
        };
    }

    /// What is due at the same time can be read in the same calls.
    private record Together(String group, Instant by) {}

    @Override
    public boolean readsMidnights() {
        return true;
    }

    @Override
    public boolean serve(Candidate candidate, Reason reason) {
        if (!tick.purse.pay(1)) {
            return false;
        }
        tick.read(candidate, reason);
        if (candidate instanceof TrackedPost post) {
            next(group(post), batch - 1).forEach(worth -> tick.read(worth.post(), Reason.ALONG));
        }
        return true;
    }

    @Override
    public Memory spend() {
        PriorityQueue<Call> calls =
                new PriorityQueue<>(Comparator.comparingDouble(Call::gain).reversed());
        Set<String> wanting = new HashSet<>();
        for (String group : groups.keySet()) {
            Call call = call(group);
            calls.add(call);
            if (call.gain() >= threshold * ENTITLED_FROM) {
                wanting.add(group);
            }
        }
        Shares shares = new Shares(tick.pool.memory().credits(), wanting, tick.purse.perHour(), tick.hours, 1);
        while (!calls.isEmpty()) {
            Call call = calls.remove();
            if (make(call, shares)) {
                calls.add(call(call.group()));
            }
        }
        return new Memory(
                tick.now,
                Double.NaN,
                threshold,
                shares.left(),
                tick.pool.memory().day());
    }

    @Override
    public Instant next() {
        return tick.now.plus(tick.worths.isEmpty() ? Duration.ofDays(1) : SOONEST);
    }

    private boolean make(Call call, Shares shares) {
        boolean entitled = call.gain() >= threshold * ENTITLED_FROM && shares.entitled(call.group(), 1);
        boolean surplus = tick.purse.fill() > NEARLY_FULL;
        boolean enough = call.gain() >= threshold;
        if (call.gain() <= 0 || !(enough || entitled || surplus) || !tick.purse.pay(1)) {
            return false;
        }
        shares.used(call.group(), 1);
        Reason reason = enough ? Reason.INDEX : entitled ? Reason.SHARE : Reason.SURPLUS;
        call.posts().forEach(worth -> tick.read(worth.post(), reason));
        return true;
    }

    private record Call(String group, List<Worth> posts) {
        double gain() {
            return posts.stream().mapToDouble(Worth::gain).sum();
        }
    }

    private Call call(String group) {
        return new Call(group, next(group, batch));
    }

    /// Those that are due, then those that gain most.
    private List<Worth> next(String group, int most) {
        return groups.getOrDefault(group, List.of()).stream()
                .filter(worth -> !tick.taken(worth.post()))
                .sorted(Comparator.comparing(worth -> !tick.due(worth.post())))
                .limit(most)
                .toList();
    }

    /// As if posts grew at constant rates and the quickest were always read together.
    private double first() {
        double demand = 0;
        for (List<Worth> posts : groups.values()) {
            List<Double> rates = posts.stream()
                    .map(worth -> worth.post().state().rate(tick.now))
                    .sorted(Comparator.reverseOrder())
                    .toList();
            for (int from = 0; from < rates.size(); from += batch) {
                double together = rates.subList(from, Math.min(rates.size(), from + batch)).stream()
                        .mapToDouble(Double::doubleValue)
                        .sum();
                demand += Math.sqrt(together / 2);
            }
        }
        return demand == 0 ? Double.NaN : Math.pow(demand / tick.purse.perHour(), 2);
    }

    private static String group(TrackedPost post) {
        return post.account().group();
    }
}
