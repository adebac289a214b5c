package io.tidemark.collect.alert;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// A notice as a webhook gets it.
final class NoticeJson {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private NoticeJson() {}

    static byte[] of(Notice notice) {
        ObjectNode body = JSON.createObjectNode();
        body.put("business_id", notice.business().id());
        body.put("business", notice.business().name());
        body.put("at", notice.at().toString());
        body.put("subject", notice.subject());
        body.put("text", notice.text());
        body.put("url", notice.page() == null ? null : notice.page().toString());
        ArrayNode alerts = body.putArray("alerts");
        for (Notice.Item item : notice.items()) {
            alerts.addObject()
                    .put("kind", item.kind())
                    .put("key", item.key())
                    .put("connection_id", item.connectionId())
                    .put("account_id", item.accountId())
                    .put("happened", item.happened())
                    .put("since", text(item.since()))
                    .put("advice", item.advice());
        }
        return JSON.writeValueAsBytes(body);
    }

    private static @Nullable String text(@Nullable Instant instant) {
        return instant == null ? null : instant.toString();
    }
}
