package io.tidemark.collect.simulator.youtube;

import io.tidemark.collect.simulator.SimulatedAccount;
import io.tidemark.collect.simulator.SimulatedPictures;
import io.tidemark.collect.simulator.SimulatedPost;
import io.tidemark.metric.Metric;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.OptionalDouble;
import java.util.Set;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// A video in YouTube's JSON.
///
/// @param now when it is looked at
record VideoJson(SimulatedAccount account, SimulatedPost post, Instant now, SimulatedPictures pictures) {
    private static final Duration ANNOUNCED = Duration.ofHours(1);
    private static final int WIDE = 16;
    private static final int UPRIGHT = 9;

    ObjectNode of(Set<String> parts, int height) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("kind", "youtube#video").put("id", VideoIds.id(post.publishedAt(), post.number()));
        if (parts.contains("snippet")) {
            json.set("snippet", snippet());
        }
        if (parts.contains("contentDetails")) {
            json.putObject("contentDetails").put("duration", duration()).put("definition", "hd");
        }
        if (parts.contains("status")) {
            json.putObject("status")
                    .put("uploadStatus", "processed")
                    .put("privacyStatus", isPrivate(post) ? "private" : "public");
        }
        if (parts.contains("statistics")) {
            json.set("statistics", statistics());
        }
        if (parts.contains("liveStreamingDetails") && isLive()) {
            json.putObject("liveStreamingDetails").put("scheduledStartTime", at());
        }
        if (parts.contains("player")) {
            json.set("player", player(height));
        }
        return json;
    }

    static boolean isPrivate(SimulatedPost post) {
        return post.kind().equals("private");
    }

    /// Whether it is announced and cannot be watched yet.
    static boolean isUpcoming(SimulatedPost post, Instant now) {
        return post.kind().equals("premiere") && now.isBefore(post.publishedAt().plus(ANNOUNCED));
    }

    private ObjectNode snippet() {
        ObjectNode snippet = JsonNodeFactory.instance.objectNode();
        snippet.put("publishedAt", at()).put("channelId", account.externalId());
        snippet.put("title", post.text()).put("description", "More of it at https://acme.example/");
        String picture = pictures.address(post.number());
        ObjectNode thumbnails = snippet.putObject("thumbnails");
        thumbnails.putObject("default").put("url", picture).put("width", 120).put("height", 90);
        thumbnails.putObject("medium").put("url", picture).put("width", 320).put("height", 180);
        snippet.put("liveBroadcastContent", isUpcoming(post, now) ? "upcoming" : "none");
        return snippet;
    }

    /// Counters are texts. A channel may hide likes, and take no comments.
    private ObjectNode statistics() {
        ObjectNode statistics = JsonNodeFactory.instance.objectNode();
        put(statistics, "viewCount", Metric.VIDEO_VIEWS);
        if (!post.kind().equals("quiet")) {
            put(statistics, "likeCount", Metric.LIKES);
            put(statistics, "commentCount", Metric.COMMENTS);
        }
        return statistics.put("favoriteCount", "0");
    }

    private void put(ObjectNode json, String name, Metric metric) {
        OptionalDouble value = post.value(metric, now);
        if (value.isPresent()) {
            json.put(name, Long.toString((long) value.getAsDouble()));
        }
    }

    private ObjectNode player(int height) {
        ObjectNode player = JsonNodeFactory.instance.objectNode();
        boolean upright = post.kind().equals("short");
        long width = upright ? (long) height * UPRIGHT / WIDE : (long) height * WIDE / UPRIGHT;
        return player.put("embedHtml", "<iframe></iframe>")
                .put("embedHeight", Integer.toString(height))
                .put("embedWidth", Long.toString(width));
    }

    private String duration() {
        if (isUpcoming(post, now)) {
            return "P0D";
        }
        return switch (post.kind()) {
            case "short" -> "PT%dS".formatted(15 + post.number() % 45);
            case "clip" -> "PT%dS".formatted(20 + post.number() % 40);
            case "live" -> "PT1H12M3S";
            default -> "PT%dM%dS".formatted(4 + post.number() % 20, post.number() % 60);
        };
    }

    private boolean isLive() {
        return post.kind().equals("live") || post.kind().equals("premiere");
    }

    private String at() {
        return post.publishedAt().truncatedTo(ChronoUnit.SECONDS).toString();
    }
}
