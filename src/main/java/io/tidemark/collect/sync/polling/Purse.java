package io.tidemark.collect.sync.polling;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;

/// A pool's tokens while a choice is made: what is spent, and what is kept back for readings that must be made
/// within a day.
final class Purse {
    private static final Duration DAY = Duration.ofDays(1);
    private static final double LEAST_FREE = 0.2;

    private final List<TokenBucket> buckets;
    private final Instant now;
    private final double[] tokens;
    private final double[] kept;
    private double owed;
    private double spent;

    Purse(Pool pool, Instant now) {
        buckets = pool.buckets();
        this.now = now;
        tokens = buckets.stream().mapToDouble(TokenBucket::tokens).toArray();
        kept = new double[tokens.length];
    }

    /// Whether all of it could be paid for by its time, the buckets being full before, and without living on
    /// what they hold from day to day.
    boolean covers(List<Due> dues, Supplier<ToDoubleFunction<Due>> costs) {
        for (TokenBucket bucket : buckets) {
            double sum = 0;
            ToDoubleFunction<Due> cost = costs.get();
            for (Due due : dues) {
                if (due.foreseen(now)) {
                    sum += cost.applyAsDouble(due);
                    if (sum - bucket.comes(due.by()) > bucket.capacity()) {
                        return false;
                    }
                }
            }
            if (sum > Math.max(bucket.capacity(), bucket.comes(now.plus(DAY)))) {
                return false;
            }
        }
        return true;
    }

    /// Spends, unless that would take from what is kept.
    boolean pay(double cost) {
        for (int i = 0; i < tokens.length; i++) {
            if (tokens[i] - cost < kept[i]) {
                return false;
            }
        }
        for (int i = 0; i < tokens.length; i++) {
            tokens[i] -= cost;
        }
        spent += cost;
        return true;
    }

    /// Keeps back what will not have come until it is needed. To be told in the order of deadlines.
    void owe(double cost, Instant by) {
        owed += cost;
        for (int i = 0; i < kept.length; i++) {
            TokenBucket bucket = buckets.get(i);
            double missing = Math.min(bucket.capacity(), owed - bucket.comes(by));
            kept[i] = Math.max(kept[i], missing);
        }
    }

    /// Keeps back so much more.
    void keep(double cost) {
        for (int i = 0; i < kept.length; i++) {
            kept[i] = Math.min(buckets.get(i).capacity(), kept[i] + cost);
        }
    }

    /// Share of the fullest that the emptiest bucket holds; a half, where all is well, without any.
    double fill() {
        double fill = tokens.length == 0 ? 0.5 : Double.POSITIVE_INFINITY;
        for (int i = 0; i < tokens.length; i++) {
            fill = Math.min(fill, tokens[i] / buckets.get(i).capacity());
        }
        return fill;
    }

    /// What comes in an hour through the tightest limit.
    double perHour() {
        return buckets.stream().mapToDouble(TokenBucket::perHour).min().orElse(Double.POSITIVE_INFINITY);
    }

    /// What of it is left for readings that are not guaranteed, or a fifth, since guaranteed readings take the
    /// place of others.
    double freePerHour(TokenBucket bucket) {
        return Math.max(bucket.perHour() * LEAST_FREE, bucket.perHour() - owed / Hours.of(DAY));
    }

    double spent() {
        return spent;
    }

    List<TokenBucket> left() {
        List<TokenBucket> left = new ArrayList<>();
        buckets.forEach(bucket -> left.add(bucket.spent(spent)));
        return left;
    }
}
