package io.tidemark.collect.simulator.meta;

import io.tidemark.collect.simulator.SimulatedAccount;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Who follows an account of Instagram or Threads. Only accounts with some followers have it.
record MetaAudience(Clock clock) {
    static final String METRIC = "follower_demographics";

    private static final int FEWEST_FOLLOWERS = 100;
    private static final Map<String, List<String>> PARTS = Map.of(
            "country", List.of("DE", "US"),
            "city", List.of("Berlin, Berlin", "Hamburg, Hamburg"),
            "age", List.of("25-34", "35-44"),
            "gender", List.of("F", "M"),
            "age,gender", List.of("25-34,F", "35-44,M"));

    boolean isSmall(SimulatedAccount account) {
        return account.followers(clock.instant()) < FEWEST_FOLLOWERS;
    }

    /// Says nothing of a small account, nor by what it does not know.
    void tell(ArrayNode data, SimulatedAccount account, String breakdown) {
        List<String> parts = PARTS.getOrDefault(breakdown, List.of());
        if (parts.isEmpty() || isSmall(account)) {
            return;
        }
        ArrayNode results = results(data, METRIC, List.of(breakdown.split(",", -1)));
        long followers = (long) account.followers(clock.instant());
        boolean pairs = breakdown.contains(",");
        for (int i = 0; i < parts.size(); i++) {
            List<String> values = pairs ? List.of(parts.get(i).split(",", -1)) : List.of(parts.get(i));
            result(results, values, followers / (i + 2));
        }
    }

    /// Where the parts of a number go.
    static ArrayNode results(ArrayNode data, String name, List<String> dimensions) {
        ObjectNode told = data.addObject().put("name", name);
        ObjectNode breakdown =
                told.putObject("total_value").putArray("breakdowns").addObject();
        ArrayNode keys = breakdown.putArray("dimension_keys");
        dimensions.forEach(keys::add);
        return breakdown.putArray("results");
    }

    static void result(ArrayNode results, List<String> dimensions, long value) {
        ObjectNode result = results.addObject();
        ArrayNode values = result.putArray("dimension_values");
        dimensions.forEach(values::add);
        result.put("value", value);
    }
}
