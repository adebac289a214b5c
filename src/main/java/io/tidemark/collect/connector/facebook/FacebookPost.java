package io.tidemark.collect.connector.facebook;

import io.tidemark.collect.connector.ListedPost;
import io.tidemark.collect.connector.Numbers;
import io.tidemark.collect.connector.PictureHosts;
import io.tidemark.collect.connector.PostRef;
import io.tidemark.collect.connector.graph.GraphTime;
import io.tidemark.ledger.PostVersion;
import io.tidemark.metric.Boosted;
import io.tidemark.metric.Format;
import io.tidemark.metric.Metric;
import io.tidemark.metric.MetricValues;
import io.tidemark.metric.Placement;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// A post as Facebook's lists tell of it.
final class FacebookPost {
    /// Kinds, by which numbers are asked for and refusals remembered.
    static final String PLAIN = "post";

    static final String VIDEO = "video";
    static final String REEL = "reel";
    /// A reel of which Facebook does not name the post.
    static final String REEL_VIDEO = "reel-video";

    /// What is told of people's reactions; Facebook leaves shares out where there are none.
    static final String COUNTERS =
            "shares,reactions.summary(total_count).limit(0),comments.summary(total_count).limit(0).filter(stream)";

    static final String FIELDS = "id,message,created_time,permalink_url,full_picture,status_type,is_published,"
            + "attachments{media_type,type,target{id},subattachments{media_type}}," + COUNTERS;

    static final String REEL_FIELDS = "id,description,created_time,permalink_url,post_id";

    private static final String SITE = "https://www.facebook.com";

    private FacebookPost() {}

    static boolean isPublished(JsonNode post) {
        return post.path("is_published").asBoolean(true);
    }

    static ListedPost listed(JsonNode post, String page) {
        String address = address(post);
        String shown = FacebookId.videoIn(address);
        boolean reel = address.contains("/reel/");
        FacebookId id = new FacebookId(fullId(Numbers.id(post.path("id")), page), reel ? shown : null);
        Format format = reel ? Format.VIDEO : format(post);
        String kind = reel && shown != null ? REEL : format == Format.VIDEO ? VIDEO : PLAIN;
        boolean borrowed = post.path("status_type").asString("").equals("shared_story");
        Instant publishedAt = GraphTime.read(post.path("created_time"));
        PostVersion version = new PostVersion(
                publishedAt,
                reel ? Placement.REEL : Placement.FEED,
                format,
                text(post.path("message")),
                address.isEmpty() ? null : address,
                Boosted.UNKNOWN,
                false);
        return new ListedPost(
                new PostRef(id.external(), kind, publishedAt),
                id.aliases(page, borrowed ? null : shown),
                version,
                counters(post),
                PictureHosts.address(post.path("full_picture")));
    }

    static ListedPost reel(JsonNode reel, String page) {
        String video = Numbers.id(reel.path("id"));
        String post = Numbers.id(reel.path("post_id"));
        FacebookId id = new FacebookId(post.isEmpty() ? null : fullId(post, page), video);
        String address = address(reel);
        Instant publishedAt = GraphTime.read(reel.path("created_time"));
        PostVersion version = new PostVersion(
                publishedAt,
                Placement.REEL,
                Format.VIDEO,
                text(reel.path("description")),
                address.isEmpty() ? null : address,
                Boosted.UNKNOWN,
                false);
        return new ListedPost(
                new PostRef(id.external(), id.post() == null ? REEL_VIDEO : REEL, publishedAt),
                id.aliases(page, video),
                version,
                MetricValues.NONE,
                null);
    }

    static MetricValues counters(JsonNode post) {
        MetricValues.Builder values = MetricValues.builder();
        Numbers.put(
                values, Metric.REACTIONS, post.path("reactions").path("summary").path("total_count"));
        Numbers.put(
                values, Metric.COMMENTS, post.path("comments").path("summary").path("total_count"));
        if (post.has("shares")) {
            Numbers.put(values, Metric.SHARES, post.path("shares").path("count"));
        } else {
            values.put(Metric.SHARES, 0);
        }
        return values.build();
    }

    private static Format format(JsonNode post) {
        JsonNode attachment = post.path("attachments").path("data").path(0);
        return switch (attachment.path("media_type").asString("")) {
            case "photo" -> Format.IMAGE;
            case "video" -> Format.VIDEO;
            case "album" -> Format.CAROUSEL;
            case "link", "share" -> Format.LINK;
            case "" -> withoutAttachment(post);
            default -> Format.UNKNOWN;
        };
    }

    private static Format withoutAttachment(JsonNode post) {
        return switch (post.path("status_type").asString("")) {
            case "added_photos" -> Format.IMAGE;
            case "added_video" -> Format.VIDEO;
            case "shared_story" -> Format.LINK;
            default -> Format.TEXT;
        };
    }

    private static String fullId(String id, String page) {
        return id.contains("_") ? id : page + "_" + id;
    }

    /// Reels have theirs without the host.
    private static String address(JsonNode post) {
        String address = post.path("permalink_url").asString("");
        return address.startsWith("/") ? SITE + address : address;
    }

    private static @Nullable String text(JsonNode node) {
        String text = node.asString("");
        return text.isBlank() ? null : text;
    }
}
