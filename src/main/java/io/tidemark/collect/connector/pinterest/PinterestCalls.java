package io.tidemark.collect.connector.pinterest;

import io.tidemark.collect.connector.Api;
import io.tidemark.collect.connector.ApiRequest;
import io.tidemark.collect.connector.Page;
import io.tidemark.collect.connector.Query;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// What is asked of Pinterest, and in which words.
final class PinterestCalls {
    static final String BASE = "https://api.pinterest.com/v5";
    /// So many pins a page of the list holds.
    static final int PINS_PER_PAGE = 250;
    /// Of so many pins the analytics are told in a call.
    static final int PINS_PER_CALL = 100;

    private PinterestCalls() {}

    /// The account that has signed in.
    static JsonNode account(Api api) {
        return get(api, "GET /user_account", new Query("/user_account"));
    }

    /// A page of the account's pins with their counters, without those that it saved from others.
    static Page<JsonNode> pins(Api api, @Nullable String bookmark) {
        Query query = new Query("/pins")
                .add("page_size", Integer.toString(PINS_PER_PAGE))
                .add("pin_metrics", "true")
                .add("pin_filter", "exclude_repins");
        JsonNode answer = get(api, "GET /pins", bookmark == null ? query : query.add("bookmark", bookmark));
        String next = answer.path("bookmark").asString("");
        List<JsonNode> items = answer.path("items").valueStream().toList();
        return new Page<>(items, next.isEmpty() ? null : next);
    }

    static JsonNode pin(Api api, String id) {
        return get(api, "GET /pins/{pin}", new Query("/pins/" + id).add("pin_metrics", "true"));
    }

    /// Days of the account, both ends included.
    static JsonNode days(Api api, LocalDate from, LocalDate to, Collection<String> metrics) {
        Query query = between(new Query("/user_account/analytics"), from, to);
        return get(api, "GET /user_account/analytics", query.add("metric_types", new TreeSet<>(metrics)));
    }

    /// Days of several pins, both ends included.
    static JsonNode pinDays(Api api, List<String> pins, LocalDate from, LocalDate to, Collection<String> metrics) {
        Query query = between(new Query("/pins/analytics").add("pin_ids", pins), from, to);
        return get(api, "GET /pins/analytics", query.add("metric_types", new TreeSet<>(metrics)));
    }

    private static Query between(Query query, LocalDate from, LocalDate to) {
        return query.add("start_date", from.toString()).add("end_date", to.toString());
    }

    private static JsonNode get(Api api, String endpoint, Query query) {
        return api.call(ApiRequest.get(endpoint, query.toString()));
    }
}
