package io.tidemark.collect.sync.polling;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.stream.LongStream;

/// Measures what the adaptive policy is worth in simulated worlds, against fixed intervals and age tiers, and
/// prints tables for `docs/benchmarks.md`. The arguments `read`, `call` and `day` choose among them: `./mvnw -q
/// exec:java -Dexec.mainClass=io.tidemark.collect.sync.polling.PollingStudy -Dexec.classpathScope=test`.
final class PollingStudy {
    private static final int POSTS = 500;
    private static final int BATCH = 10;
    private static final Duration HORIZON = SimulatedWorld.HORIZON;
    private static final Simulation SIMULATION = new Simulation(7, 7, 3);

    private final List<SimulatedWorld> worlds = LongStream.rangeClosed(1, 2)
            .mapToObj(seed -> new SimulatedWorld(seed, POSTS, 17, 40))
            .toList();

    private PollingStudy() {}

    public static void main(String[] arguments) {
        PollingStudy study = new PollingStudy();
        List<String> wanted = arguments.length == 0 ? List.of("read", "call", "day") : List.of(arguments);
        if (wanted.contains("read")) {
            study.perRead();
        }
        if (wanted.contains("call")) {
            study.perCall();
        }
        if (wanted.contains("day")) {
            study.perDay();
        }
    }

    /// What something costs, and how long engagements stay unknown.
    private record Point(double cost, double hours, double slow) {}

    private void perRead() {
        Map<String, IntervalPolicy> fixed = new LinkedHashMap<>();
        fixed.put("hourly", IntervalPolicy.every(Duration.ofHours(1), HORIZON));
        fixed.put("every 6 h", IntervalPolicy.every(Duration.ofHours(6), HORIZON));
        fixed.put("every 12 h", IntervalPolicy.every(Duration.ofHours(12), HORIZON));
        fixed.put("daily", IntervalPolicy.every(Duration.ofDays(1), HORIZON));
        fixed.put("age tiers × 0.5", IntervalPolicy.ageTiers(0.5, HORIZON));
        fixed.put("age tiers", IntervalPolicy.ageTiers(1, HORIZON));
        fixed.put("age tiers × 2", IntervalPolicy.ageTiers(2, HORIZON));
        fixed.put("age tiers × 4", IntervalPolicy.ageTiers(4, HORIZON));
        compare(
                "Price per reading: readings of a post in a day",
                new Tariff.PerRead(),
                fixed,
                Simulation.Result::perPostDay,
                new double[] {0.4, 0.6, 0.8, 1, 1.4, 2, 2.8, 4, 6, 12, 24});
    }

    private void perCall() {
        Map<String, IntervalPolicy> fixed = new LinkedHashMap<>();
        fixed.put("all in turn, every 4 h", IntervalPolicy.every(Duration.ofHours(4), HORIZON));
        fixed.put("all in turn, every 12 h", IntervalPolicy.every(Duration.ofHours(12), HORIZON));
        fixed.put("age tiers, topped up", IntervalPolicy.ageTiers(1, HORIZON));
        fixed.put("age tiers × 4, topped up", IntervalPolicy.ageTiers(4, HORIZON));
        compare(
                "Price per call of ten posts: calls for a post in a day",
                new Tariff.PerCall(BATCH),
                fixed,
                result -> result.callsPerDay() / POSTS,
                new double[] {0.05, 0.1, 0.15, 0.2, 0.3, 0.4, 0.6, 0.8, 1.2});
    }

    private void perDay() {
        Map<String, IntervalPolicy> fixed = new LinkedHashMap<>();
        fixed.put("every day, once", IntervalPolicy.every(Duration.ofDays(1), HORIZON));
        fixed.put(
                "daily to 3 days, every second to 10, then weekly",
                new IntervalPolicy(List.of(
                        new IntervalPolicy.Tier(Duration.ofDays(3), Duration.ofDays(1)),
                        new IntervalPolicy.Tier(Duration.ofDays(10), Duration.ofDays(2)),
                        new IntervalPolicy.Tier(HORIZON, Duration.ofDays(7)))));
        compare(
                "Price per post and UTC day: share of the posts paid for in a day",
                new Tariff.PerUtcDay(),
                fixed,
                result -> result.paidPerDay() / POSTS,
                new double[] {0.15, 0.2, 0.3, 0.4, 0.6, 0.8, 1.1});
    }

    private void compare(
            String title,
            Tariff tariff,
            Map<String, IntervalPolicy> fixed,
            ToDoubleFunction<Simulation.Result> cost,
            double[] budgets) {
        List<Point> adaptive = frontier(tariff, cost, budgets, new AdaptivePolicy());
        List<Point> free = frontier(tariff, cost, budgets, new AdaptivePolicy(Floor.NONE));
        System.out.printf("%n%s%n%n", title);
        System.out.println("| fixed plan | cost | hours | slow account | adaptive | slow account | error saved |"
                + " cost saved | no midnights | error saved |");
        System.out.println("|---|---|---|---|---|---|---|---|---|---|");
        fixed.forEach((name, policy) -> {
            Point point = mean(cost, policy, Pool.of(tariff));
            double hours = between(adaptive, point.cost(), Point::cost, Point::hours);
            double slow = between(adaptive, point.cost(), Point::cost, Point::slow);
            double unbound = between(free, point.cost(), Point::cost, Point::hours);
            double same = between(adaptive.reversed(), point.hours(), Point::hours, Point::cost);
            System.out.printf(
                    "| %s | %.2f | %.2f | %.1f | %.2f | %.1f | %.0f %% | %.0f %% | %.2f | %.0f %% |%n",
                    name,
                    point.cost(),
                    point.hours(),
                    point.slow(),
                    hours,
                    slow,
                    100 * (1 - hours / point.hours()),
                    100 * (1 - same / point.cost()),
                    unbound,
                    100 * (1 - unbound / point.hours()));
        });
        System.out.println();
        adaptive.forEach(point -> System.out.printf("adaptive: costs %.3f, %.2f h%n", point.cost(), point.hours()));
    }

    private List<Point> frontier(
            Tariff tariff, ToDoubleFunction<Simulation.Result> cost, double[] budgets, PollingPolicy policy) {
        List<Point> points = new ArrayList<>();
        for (double budget : budgets) {
            points.add(mean(cost, policy, Simulation.pool(tariff, budget * POSTS)));
        }
        points.sort(Comparator.comparingDouble(Point::cost));
        return points;
    }

    private Point mean(ToDoubleFunction<Simulation.Result> cost, PollingPolicy policy, Pool pool) {
        double costs = 0;
        double hours = 0;
        double slow = 0;
        for (SimulatedWorld world : worlds) {
            Simulation.Result result = SIMULATION.run(world, policy, pool);
            costs += cost.applyAsDouble(result) / worlds.size();
            hours += result.hours() / worlds.size();
            slow += result.slowAccount() / worlds.size();
        }
        return new Point(costs, hours, slow);
    }

    /// Between measured points, on logarithms. Above the last one its value is a bound; `NaN` below the first.
    private static double between(
            List<Point> points, double x, ToDoubleFunction<Point> of, ToDoubleFunction<Point> wanted) {
        for (int i = 1; i < points.size(); i++) {
            double from = of.applyAsDouble(points.get(i - 1));
            double to = of.applyAsDouble(points.get(i));
            if (from <= x && x <= to) {
                double share = from == to ? 0 : Math.log(x / from) / Math.log(to / from);
                return Math.exp((1 - share) * Math.log(wanted.applyAsDouble(points.get(i - 1)))
                        + share * Math.log(wanted.applyAsDouble(points.get(i))));
            }
        }
        return x > of.applyAsDouble(points.getLast()) ? wanted.applyAsDouble(points.getLast()) : Double.NaN;
    }
}
