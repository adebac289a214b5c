package io.tidemark.collect.simulator.bluesky;

import io.tidemark.collect.simulator.SimulatedAccount;
import io.tidemark.collect.simulator.SimulatedPictures;
import io.tidemark.collect.simulator.SimulatedPost;
import io.tidemark.metric.Metric;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.OptionalDouble;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// A post as Bluesky shows it.
record PostView(SimulatedAccount account, SimulatedPost post, Instant now, SimulatedPictures pictures) {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSSXXX");
    private static final Map<String, Metric> COUNTERS = Map.of(
            "likeCount", Metric.LIKES,
            "replyCount", Metric.COMMENTS,
            "repostCount", Metric.REPOSTS,
            "quoteCount", Metric.QUOTES,
            "bookmarkCount", Metric.SAVES);

    /// Of so many posts one comes from an app whose clock is ahead, and one from an app that writes another zone.
    private static final int EVERY_SO_MANY = 7;
    private static final Duration AHEAD = Duration.ofDays(3);
    private static final Duration SEEN_AFTER = Duration.ofMillis(700);

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    ObjectNode json() {
        ObjectNode view = NODES.objectNode();
        view.put("uri", BlueskyIds.uri(account.externalId(), post)).put("cid", BlueskyIds.cid(post.number()));
        view.set("author", author(account));
        view.set("record", record());
        if (!embed().isEmpty()) {
            view.set("embed", embed());
        }
        COUNTERS.forEach((name, metric) -> {
            OptionalDouble value = post.value(metric, now);
            if (value.isPresent()) {
                view.put(name, (long) value.getAsDouble());
            }
        });
        view.put(
                "indexedAt",
                time(isAhead() ? post.publishedAt() : post.publishedAt().plus(SEEN_AFTER)));
        view.putArray("labels");
        return view;
    }

    static ObjectNode author(SimulatedAccount account) {
        ObjectNode author = NODES.objectNode();
        author.put("did", account.externalId()).put("handle", account.handle()).put("displayName", account.name());
        author.putArray("labels");
        return author;
    }

    private boolean isAhead() {
        return post.number() % EVERY_SO_MANY == 1;
    }

    private ObjectNode record() {
        Instant created = isAhead() ? post.publishedAt().plus(AHEAD) : post.publishedAt();
        boolean elsewhere = post.number() % EVERY_SO_MANY == 2;
        ObjectNode record = NODES.objectNode();
        record.put("$type", "app.bsky.feed.post").put("text", post.text());
        record.put("createdAt", elsewhere ? TIME.format(created.atOffset(ZoneOffset.ofHours(2))) : time(created));
        record.putArray("langs").add("en");
        if (post.kind().equals("reply")) {
            ObjectNode reply = record.putObject("reply");
            reply.set("root", Strangers.reference(post));
            reply.set("parent", Strangers.reference(post));
        }
        return record;
    }

    private ObjectNode embed() {
        return switch (post.kind()) {
            case "image" -> pictures("app.bsky.embed.images#view", "images", "thumb", 1);
            case "carousel" -> pictures("app.bsky.embed.images#view", "images", "thumb", 3);
            case "gallery" -> pictures("app.bsky.embed.gallery#view", "items", "thumbnail", 5);
            case "video" ->
                typed("app.bsky.embed.video#view")
                        .put("cid", BlueskyIds.cid(post.number()))
                        .put("playlist", "https://video.bsky.app/watch/playlist.m3u8")
                        .put("thumbnail", pictures.address(post.number()));
            case "link" -> link();
            case "quote" -> quote();
            case "quoteWithImage" -> {
                ObjectNode both = typed("app.bsky.embed.recordWithMedia#view");
                both.set("record", quote());
                both.set("media", pictures("app.bsky.embed.images#view", "images", "thumb", 1));
                yield both;
            }
            default -> NODES.objectNode();
        };
    }

    private ObjectNode pictures(String type, String list, String thumb, int count) {
        ObjectNode embed = typed(type);
        for (int i = 0; i < count; i++) {
            embed.withArray(list)
                    .addObject()
                    .put(thumb, pictures.address(post.number()))
                    .put("fullsize", pictures.address(post.number()))
                    .put("alt", "");
        }
        return embed;
    }

    private ObjectNode link() {
        ObjectNode embed = typed("app.bsky.embed.external#view");
        embed.putObject("external")
                .put("uri", "https://example.com/" + post.number())
                .put("title", "More")
                .put("description", "")
                .put("thumb", pictures.address(post.number()));
        return embed;
    }

    private ObjectNode quote() {
        ObjectNode embed = typed("app.bsky.embed.record#view");
        JsonNode quoted = Strangers.reference(post);
        embed.putObject("record")
                .put("$type", "app.bsky.embed.record#viewNotFound")
                .put("uri", quoted.path("uri").asString())
                .put("notFound", true);
        return embed;
    }

    private static ObjectNode typed(String type) {
        return NODES.objectNode().put("$type", type);
    }

    static String time(Instant at) {
        return TIME.format(at.atOffset(ZoneOffset.UTC));
    }
}
