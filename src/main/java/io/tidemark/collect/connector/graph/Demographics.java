package io.tidemark.collect.connector.graph;

import io.tidemark.collect.connector.AccountReading;
import io.tidemark.collect.connector.Api;
import io.tidemark.collect.connector.CallFailed;
import io.tidemark.collect.connector.ConnectorSettings;
import io.tidemark.collect.connector.Fault;
import io.tidemark.collect.connector.Numbers;
import io.tidemark.collect.connector.TrackedAccount;
import io.tidemark.metric.Metric;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/// Who the followers are, under the names that exported files use. Accounts with few followers have none.
public final class Demographics {
    private static final String METRIC = "follower_demographics";

    private final GraphCalls calls;
    private final List<String> breakdowns;
    private final String edge;
    /// In an order that stays: the same is asked for in the same words.
    private final SortedMap<String, String> query;

    /// The setting `demographics` names what is asked for: `country`, `city`, `age+gender`; nothing where it is
    /// empty.
    ///
    /// @param shipped what is asked for unless the setting says otherwise
    /// @param edge of an account under which its insights are: `insights`
    /// @param query what goes along with the name of the metric
    public Demographics(
            GraphCalls calls, ConnectorSettings settings, String shipped, String edge, Map<String, String> query) {
        this.calls = calls;
        this.edge = edge;
        this.query = new TreeMap<>(query);
        breakdowns = settings.list("demographics", shipped);
    }

    public List<AccountReading.Part> read(Api api, TrackedAccount account) {
        List<AccountReading.Part> parts = new ArrayList<>();
        for (String breakdown : breakdowns) {
            try {
                parts.addAll(read(api, account, breakdown));
            } catch (CallFailed failed) {
                if (!isNotTold(failed.fault())) {
                    throw failed;
                }
            }
        }
        return parts;
    }

    private List<AccountReading.Part> read(Api api, TrackedAccount account, String breakdown) {
        GraphRequest request = new GraphRequest(
                        "GET /{account}/%s demographics".formatted(edge),
                        "/%s/%s".formatted(account.externalId(), edge),
                        query)
                .with("metric", METRIC)
                .with("breakdown", breakdown.replace('+', ','));
        Insights told = Insights.of(calls.get(api, account.token(), request).path("data"));
        List<AccountReading.Part> parts = new ArrayList<>();
        for (Insights.Part part : told.parts(METRIC)) {
            Numbers.read(part.value())
                    .ifPresent(value -> parts.add(new AccountReading.Part(
                            dimension(breakdown), key(breakdown, part.dimensions()), Metric.FOLLOWERS.key(), value)));
        }
        return parts;
    }

    /// Whether the rest of the account is told all the same.
    public static boolean isNotTold(Fault fault) {
        return fault instanceof Fault.NotPermitted
                || fault instanceof Fault.MetricRefused
                || fault instanceof Fault.Misconfigured;
    }

    private static String dimension(String breakdown) {
        return switch (breakdown) {
            case "country" -> "geography";
            default -> breakdown.replace('+', '_');
        };
    }

    private static String key(String breakdown, List<String> dimensions) {
        return switch (breakdown) {
            case "country" -> Locale.of("", dimensions.getFirst()).getDisplayCountry(Locale.ENGLISH);
            case "age+gender" -> gender(dimensions.getLast()) + " " + dimensions.getFirst();
            case "gender" -> gender(dimensions.getFirst());
            default -> String.join(", ", dimensions);
        };
    }

    private static String gender(String letter) {
        return switch (letter) {
            case "F" -> "Women";
            case "M" -> "Men";
            default -> "Unknown";
        };
    }
}
