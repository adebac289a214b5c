package io.tidemark.collect.simulator.x;

import io.tidemark.collect.simulator.SimulatedAccount;
import io.tidemark.collect.simulator.SimulatedPictures;
import io.tidemark.collect.simulator.SimulatedPost;
import io.tidemark.metric.Metric;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// A version of a post in X's JSON.
///
/// @param id of the version
/// @param now when it is looked at
record XPostJson(
        XWords words,
        SimulatedAccount account,
        SimulatedPost post,
        String id,
        Instant now,
        SimulatedPictures pictures) {
    /// Of posts from before, X says zero impressions.
    private static final Instant COUNTED_SINCE = Instant.parse("2022-12-15T00:00:00Z");

    private static final int LONG_TEXT_EVERY = 7;
    private static final int SHOWN_OF_LONG_TEXT = 12;

    ObjectNode of(Set<String> fields) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("id", id).put("text", shortened());
        versions().forEach(json.putArray(words.versions())::add);
        if (fields.contains("created_at")) {
            json.put(
                    "created_at",
                    at().truncatedTo(ChronoUnit.SECONDS).toString().replace("Z", ".000Z"));
        }
        if (fields.contains("conversation_id")) {
            json.put(
                    "conversation_id",
                    is("reply") ? "1500000000000000001" : versions().getFirst());
        }
        if (fields.contains("public_metrics")) {
            json.set("public_metrics", publicMetrics());
        }
        if (fields.contains("non_public_metrics")) {
            json.set("non_public_metrics", privateMetrics());
        }
        if (fields.contains("attachments")) {
            attach(json);
        }
        if (fields.contains("entities")) {
            link(json);
        }
        if (fields.contains(words.references())) {
            refer(json);
        }
        if (fields.contains(words.note()) && isLong()) {
            json.putObject(words.note()).put("text", text());
        }
        return json;
    }

    List<String> mediaKeys() {
        return switch (post.kind()) {
            case "image" -> List.of("3_" + id);
            case "gif" -> List.of("16_" + id);
            case "video" -> List.of("7_" + id);
            case "carousel" -> List.of("3_" + id, "3_1" + id.substring(1));
            default -> List.of();
        };
    }

    ObjectNode media(String key, Set<String> fields) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        String type = key.startsWith("3_") ? "photo" : key.startsWith("7_") ? "video" : "animated_gif";
        json.put("media_key", key).put("type", type);
        json.put(type.equals("photo") ? "url" : "preview_image_url", pictures.address(post.number()));
        if (type.equals("video") && fields.contains("public_metrics")) {
            put(json.putObject("public_metrics"), "view_count", Metric.VIDEO_VIEWS);
        }
        return json;
    }

    private ObjectNode publicMetrics() {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        put(json, words.reposts(), Metric.REPOSTS);
        put(json, "reply_count", Metric.COMMENTS);
        put(json, "like_count", Metric.LIKES);
        put(json, "quote_count", Metric.QUOTES);
        put(json, "bookmark_count", Metric.SAVES);
        put(json, "impression_count", Metric.IMPRESSIONS);
        if (post.publishedAt().isBefore(COUNTED_SINCE)) {
            json.put("impression_count", 0);
        }
        return json;
    }

    private ObjectNode privateMetrics() {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        put(json, "impression_count", Metric.IMPRESSIONS);
        put(json, "url_link_clicks", Metric.LINK_CLICKS);
        put(json, "user_profile_clicks", Metric.PROFILE_VISITS);
        put(json, "engagements", Metric.NATIVE_ENGAGEMENTS);
        return json;
    }

    /// The counters of a version stand still once there is a newer one.
    private void put(ObjectNode json, String name, Metric metric) {
        Instant seen = versions().getLast().equals(id) ? now : XIds.editedAt(post);
        OptionalDouble value = post.value(metric, seen);
        if (value.isPresent()) {
            json.put(name, (long) value.getAsDouble());
        }
    }

    private void attach(ObjectNode json) {
        if (is("poll")) {
            json.putObject("attachments").putArray("poll_ids").add("9" + id);
        } else if (!mediaKeys().isEmpty()) {
            mediaKeys().forEach(json.putObject("attachments").putArray("media_keys")::add);
        }
    }

    private void link(ObjectNode json) {
        ArrayNode urls = JsonNodeFactory.instance.arrayNode();
        String own = "https://x.com/" + account.handle() + "/status/" + id;
        if (is("link")) {
            urls.addObject().put("url", "https://t.co/a").put("expanded_url", "https://acme.example/" + post.number());
        } else if (is("quote")) {
            urls.addObject()
                    .put("url", "https://t.co/b")
                    .put("expanded_url", "https://x.com/other/status/1500000000000000002");
        } else if (!mediaKeys().isEmpty()) {
            urls.addObject().put("url", "https://t.co/c").put("expanded_url", own + "/photo/1");
        }
        if (!urls.isEmpty()) {
            json.putObject("entities").set("urls", urls);
        }
    }

    private void refer(ObjectNode json) {
        String how = switch (post.kind()) {
            case "repost" -> "retweeted";
            case "quote" -> "quoted";
            case "reply" -> "replied_to";
            default -> "";
        };
        if (!how.isEmpty()) {
            json.putArray(words.references()).addObject().put("type", how).put("id", "1500000000000000002");
        }
    }

    private boolean is(String kind) {
        return post.kind().equals(kind);
    }

    private boolean isLong() {
        return post.number() % LONG_TEXT_EVERY == 0 && is("text");
    }

    private Instant at() {
        return versions().getFirst().equals(id) ? post.publishedAt() : XIds.editedAt(post);
    }

    private List<String> versions() {
        return XIds.versions(post, now);
    }

    private String shortened() {
        return isLong() ? text().substring(0, SHOWN_OF_LONG_TEXT) + "…" : text();
    }

    private String text() {
        return post.text().replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
