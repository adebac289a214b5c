package io.tidemark.collect.connector.graph;

import io.tidemark.collect.connector.Api;
import io.tidemark.collect.connector.ApiRequest;
import io.tidemark.collect.connector.CallFailed;
import io.tidemark.collect.connector.ConnectorSettings;
import io.tidemark.collect.connector.Fault;
import io.tidemark.collect.connector.Page;
import io.tidemark.collect.connector.Saying;
import io.tidemark.collect.connector.Secret;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// Calls to one host of Graph. Tokens go in the header only.
public final class GraphCalls {
    /// So many objects Graph reads in one call.
    public static final int IDS_PER_CALL = 50;

    private static final Pattern AFTER = Pattern.compile("[?&]after=([^&]+)");

    private final URI base;
    private final String versioned;

    /// @param host where the API is reached unless `base-url` says otherwise
    public GraphCalls(ConnectorSettings settings, String host) {
        this(settings, host, "v26.0");
    }

    /// @param host where the API is reached unless `base-url` says otherwise
    /// @param version of the API unless `version` says otherwise
    public GraphCalls(ConnectorSettings settings, String host, String version) {
        base = settings.address("base-url", host);
        versioned = base + "/" + settings.text("version", version);
    }

    public URI base() {
        return base;
    }

    /// @param token null where the sign-in's own is meant
    public JsonNode get(Api api, @Nullable Secret token, GraphRequest request) {
        return api.call(
                ApiRequest.get(request.endpoint(), versioned + request.target()).token(token));
    }

    /// A page of a list. Where Graph finds the answer too large, a smaller page is asked for.
    public Page<JsonNode> page(
            Api api, @Nullable Secret token, GraphRequest request, int limit, @Nullable String cursor) {
        GraphRequest from = cursor == null ? request : request.with("after", cursor);
        int size = limit;
        while (true) {
            try {
                return page(get(api, token, from.with("limit", size)));
            } catch (CallFailed failed) {
                if (!(failed.fault() instanceof Fault.TooMuch) || size == 1) {
                    throw failed;
                }
                size /= 2;
            }
        }
    }

    /// Objects by id. One that is not there spoils the call.
    public Map<String, JsonNode> objects(
            Api api, @Nullable Secret token, String endpoint, List<String> ids, String fields) {
        if (ids.size() == 1) {
            String id = ids.getFirst();
            return Map.of(
                    id, get(api, token, GraphRequest.of(endpoint, "/" + id).with("fields", fields)));
        }
        GraphRequest request = GraphRequest.of(endpoint, "/")
                .with("ids", String.join(",", ids))
                .with("fields", fields);
        JsonNode answer = get(api, token, request);
        Map<String, JsonNode> objects = new LinkedHashMap<>();
        for (String id : ids) {
            if (answer.path(id).isObject()) {
                objects.put(id, answer.path(id));
            }
        }
        return objects;
    }

    /// The address of the next page holds a token, so of all of it only the cursor is kept.
    private static Page<JsonNode> page(JsonNode answer) {
        List<JsonNode> items = new ArrayList<>();
        answer.path("data").forEach(items::add);
        JsonNode paging = answer.path("paging");
        String next = paging.path("next").asString("");
        if (next.isEmpty()) {
            return new Page<>(items, null);
        }
        String after = paging.path("cursors").path("after").asString("");
        if (!after.isEmpty()) {
            return new Page<>(items, after);
        }
        Matcher inAddress = AFTER.matcher(next);
        if (!inAddress.find()) {
            throw new CallFailed(new Fault.Unreadable(Saying.noNext("Meta")));
        }
        return new Page<>(items, URLDecoder.decode(inAddress.group(1), StandardCharsets.UTF_8));
    }
}
