package io.tidemark.collect.connector.tiktok;

import io.tidemark.collect.connector.CallFailed;
import io.tidemark.collect.connector.Fault;
import io.tidemark.collect.connector.Numbers;
import io.tidemark.collect.connector.Saying;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// Where lists go on. A page may be short, even empty, and not the last.
final class Cursors {
    private Cursors() {}

    /// @return null after the last page
    static @Nullable String next(JsonNode answer) {
        if (!answer.path("has_more").asBoolean(false)) {
            return null;
        }
        String cursor = Numbers.id(answer.path("cursor"));
        if (!cursor.matches("\\d{1,18}")) {
            throw new CallFailed(new Fault.Unreadable(Saying.noNext("TikTok")));
        }
        return cursor;
    }
}
