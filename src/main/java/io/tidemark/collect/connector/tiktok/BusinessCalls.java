package io.tidemark.collect.connector.tiktok;

import io.tidemark.collect.connector.Api;
import io.tidemark.collect.connector.ApiRequest;
import io.tidemark.collect.connector.ConnectorSettings;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// The calls of the Accounts API. Lists in queries are JSON.
final class BusinessCalls {
    static final String BASE = "https://business-api.tiktok.com";
    static final String TOKEN = "POST /tt_user/token_info/get/";
    static final String ACCOUNT = "GET /business/get/";
    static final String LIST = "GET /business/video/list/";
    static final String QUERY = "GET /business/video/list/ by id";

    /// So many posts a call takes.
    static final int POSTS_PER_CALL = 20;

    private static final String HEADER = "Access-Token";

    private final String root;
    private final String app;

    /// @param app id of the app
    BusinessCalls(ConnectorSettings settings, String app) {
        root = root(settings);
        this.app = app;
    }

    /// The address below which everything lies.
    static String root(ConnectorSettings settings) {
        return settings.text("base-url", BASE) + "/open_api/" + settings.text("version", "v1.3");
    }

    /// Whose the token is, and what it allows.
    JsonNode token(Api api) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.put("app_id", app).put("access_token", ApiRequest.TOKEN);
        return call(
                api, ApiRequest.get(TOKEN, root + "/tt_user/token_info/get/").posting(body.toString()));
    }

    JsonNode account(Api api, String business, Collection<String> fields) {
        return call(api, ApiRequest.get(ACCOUNT, about("/business/get/", business, fields)));
    }

    /// @param from both ends included
    JsonNode days(Api api, String business, Collection<String> fields, LocalDate from, LocalDate to) {
        String address = about("/business/get/", business, fields) + "&start_date=" + from + "&end_date=" + to;
        return call(api, ApiRequest.get(ACCOUNT, address));
    }

    /// Posts, newest first.
    ///
    /// @param cursor where the page begins; null for the newest
    JsonNode list(Api api, String business, Collection<String> fields, int count, @Nullable String cursor) {
        String address = about("/business/video/list/", business, fields) + "&max_count=" + count;
        return call(api, ApiRequest.get(LIST, cursor == null ? address : address + "&cursor=" + cursor));
    }

    /// Posts by their ids, without those that the account does not show.
    JsonNode query(Api api, String business, Collection<String> fields, List<String> ids) {
        ObjectNode filters = JsonNodeFactory.instance.objectNode();
        ids.forEach(filters.putArray("video_ids")::add);
        String address = about("/business/video/list/", business, fields) + "&max_count=" + POSTS_PER_CALL + "&filters="
                + encoded(filters.toString());
        return call(api, ApiRequest.get(QUERY, address));
    }

    private String about(String path, String business, Collection<String> fields) {
        ArrayNode list = JsonNodeFactory.instance.arrayNode();
        fields.forEach(list::add);
        return root + path + "?business_id=" + encoded(business) + "&fields=" + encoded(list.toString());
    }

    private static JsonNode call(Api api, ApiRequest request) {
        return api.call(request.tokenIn(HEADER)).path("data");
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
