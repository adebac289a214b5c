package io.tidemark.collect.connector.x;

import io.tidemark.collect.connector.Api;
import io.tidemark.collect.connector.ApiRequest;
import io.tidemark.collect.connector.CallFailed;
import io.tidemark.collect.connector.ConnectorSettings;
import io.tidemark.collect.connector.Query;
import java.util.Collection;
import java.util.Set;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;

/// The calls, in the spelling that X took last.
final class XCalls {
    static final String ME = "GET /2/users/me";
    static final String TIMELINE = "GET /2/users/:id/tweets";
    static final String LOOKUP = "GET /2/tweets";

    /// Those that answer with data; the others get tokens.
    static final Set<String> READING = Set.of(ME, TIMELINE, LOOKUP);

    private static final int SMALLEST_PAGE = 5;
    private static final int LARGEST_PAGE = 100;

    private final String base;
    private final int pageSize;
    private volatile Spelling spelling;

    XCalls(ConnectorSettings settings) {
        base = settings.text("base-url", XConnector.BASE);
        pageSize = pageSize(settings);
        spelling = Spelling.of(settings.text("post-fields-parameter", "tweet.fields"));
    }

    JsonNode me(Api api) {
        Query query = new Query(base + "/2/users/me").add("user.fields", "public_metrics");
        return api.call(ApiRequest.get(ME, query.toString()).resources(1));
    }

    /// @param exclude what X leaves out: `replies`, `retweets`
    JsonNode timeline(Api api, String user, Stretch stretch, Collection<String> exclude, Groups groups) {
        return spelled(api, spelled -> {
            Query query = new Query(base + "/2/users/" + user + "/tweets")
                    .add("max_results", Integer.toString(pageSize))
                    .add("exclude", exclude);
            stretch.ask(query);
            spelled.ask(query, groups);
            return ApiRequest.get(TIMELINE, query.toString()).resources(pageSize);
        });
    }

    JsonNode posts(Api api, Collection<String> ids, Groups groups) {
        return spelled(api, spelled -> {
            Query query = new Query(base + "/2/tweets").add("ids", ids);
            spelled.ask(query, groups);
            return ApiRequest.get(LOOKUP, query.toString()).resources(ids.size());
        });
    }

    private JsonNode spelled(Api api, Function<Spelling, ApiRequest> request) {
        Spelling first = spelling;
        try {
            return api.call(request.apply(first));
        } catch (CallFailed refused) {
            if (!first.isRefusedBy(refused.fault())) {
                throw refused;
            }
        }
        JsonNode answer = api.call(request.apply(first.other()));
        spelling = first.other();
        return answer;
    }

    private static int pageSize(ConnectorSettings settings) {
        String written = settings.text("page-size", Integer.toString(LARGEST_PAGE));
        try {
            int size = Integer.parseInt(written);
            if (size >= SMALLEST_PAGE && size <= LARGEST_PAGE) {
                return size;
            }
        } catch (NumberFormatException _) {
            // Refused below like any other size that X does not take.
        }
        throw new IllegalArgumentException("The setting page-size is a number from %d to %d, not %s"
                .formatted(SMALLEST_PAGE, LARGEST_PAGE, written));
    }
}
