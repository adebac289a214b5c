package io.tidemark.collect.connector.tiktok;

import io.tidemark.collect.connector.Api;
import io.tidemark.collect.connector.ApiRequest;
import io.tidemark.collect.connector.ConnectorSettings;
import java.util.Collection;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// The three calls of the Display API.
final class DisplayCalls {
    static final String BASE = "https://open.tiktokapis.com";
    static final String USER = "GET /v2/user/info/";
    static final String LIST = "POST /v2/video/list/";
    static final String QUERY = "POST /v2/video/query/";

    /// So many videos a call takes.
    static final int VIDEOS_PER_CALL = 20;

    private final String base;

    DisplayCalls(ConnectorSettings settings) {
        base = settings.text("base-url", BASE);
    }

    /// The person who signed in.
    JsonNode user(Api api, String fields) {
        return api.call(ApiRequest.get(USER, base + "/v2/user/info/?fields=" + fields))
                .path("data")
                .path("user");
    }

    /// Videos of the person who signed in, newest first.
    ///
    /// @param cursor where the page begins; null for the newest
    /// @return with `videos`, `cursor` and `has_more`
    JsonNode list(Api api, String fields, int count, @Nullable String cursor) {
        ObjectNode body = JsonNodeFactory.instance.objectNode().put("max_count", count);
        if (cursor != null) {
            body.put("cursor", Long.parseLong(cursor));
        }
        return post(api, LIST, "/v2/video/list/?fields=" + fields, body);
    }

    /// @return with `videos`, among which are none that the person does not show
    JsonNode query(Api api, String fields, Collection<String> ids) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        ids.forEach(body.putObject("filters").putArray("video_ids")::add);
        return post(api, QUERY, "/v2/video/query/?fields=" + fields, body);
    }

    private JsonNode post(Api api, String endpoint, String target, ObjectNode body) {
        return api.call(ApiRequest.get(endpoint, base + target).posting(body.toString()))
                .path("data");
    }
}
