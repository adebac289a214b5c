package io.tidemark.collect.simulator.meta;

import io.tidemark.collect.simulator.SimulatedAccount;
import io.tidemark.collect.simulator.SimulatedPictures;
import io.tidemark.collect.simulator.SimulatedPost;
import io.tidemark.metric.Metric;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// Posts and reels of a page as Facebook writes them.
final class PagePosts {
    private static final Set<String> FIELDS = Set.of(
            "id",
            "message",
            "created_time",
            "permalink_url",
            "full_picture",
            "status_type",
            "is_published",
            "attachments",
            "shares",
            "reactions",
            "comments",
            "insights");
    private static final Set<String> REEL_FIELDS =
            Set.of("id", "description", "created_time", "permalink_url", "post_id", "length", "video_insights");

    private final MetaInsights insights;
    private final SimulatedPictures pictures;

    PagePosts(MetaInsights insights, SimulatedPictures pictures) {
        this.insights = insights;
        this.pictures = pictures;
    }

    /// Some reels stand among the posts, some in their own list only.
    static boolean isListed(SimulatedPost post) {
        return !isReel(post) || post.number() % 2 == 0;
    }

    static boolean isReel(SimulatedPost post) {
        return post.kind().equals(PageMetrics.REEL);
    }

    /// Of some reels Facebook does not name the post.
    static boolean isNamed(SimulatedPost reel) {
        return isListed(reel) || reel.number() % 3 != 0;
    }

    ObjectNode post(SimulatedAccount page, SimulatedPost post, MetaFields fields) {
        MetaErrors.check(fields, FIELDS);
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("id", MetaIds.post(page, post)).put("message", post.text());
        json.put("created_time", MetaInsights.time(post.publishedAt())).put("is_published", true);
        json.put("permalink_url", address(page, post)).put("status_type", status(post));
        if (!post.kind().equals(PageMetrics.TEXT)) {
            json.put("full_picture", pictures.address(post.number()));
            attach(json.putObject("attachments").putArray("data").addObject(), post);
        }
        insights.value(post, Metric.SHARES).ifPresent(shares -> {
            if (shares > 0) {
                json.putObject("shares").put("count", (long) shares);
            }
        });
        summary(json, "reactions", post, Metric.REACTIONS);
        summary(json, "comments", post, Metric.COMMENTS);
        if (fields.has("insights")) {
            insights.check(fields.metrics("insights"), PageMetrics.OF_POSTS.keySet());
            json.putObject("insights")
                    .set("data", byKind(insights.ofPost(post, fields.metrics("insights"), PageMetrics.OF_POSTS)));
        }
        return fields.of(json);
    }

    ObjectNode reel(SimulatedAccount page, SimulatedPost post, MetaFields fields) {
        MetaErrors.check(fields, REEL_FIELDS);
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("id", MetaIds.video(post)).put("description", post.text()).put("length", 21.5);
        json.put("created_time", MetaInsights.time(post.publishedAt()));
        json.put("permalink_url", "/reel/" + MetaIds.video(post) + "/");
        if (isNamed(post)) {
            json.put("post_id", MetaIds.post(page, post));
        }
        if (fields.has("video_insights")) {
            json.putObject("video_insights").set("data", ofReel(post));
        }
        return fields.of(json);
    }

    private ArrayNode ofReel(SimulatedPost post) {
        ArrayNode data = insights.ofPost(
                post, PageMetrics.OF_REELS.keySet().stream().sorted().toList(), PageMetrics.OF_REELS);
        insights.value(post, Metric.REACTIONS)
                .ifPresent(reactions -> kinds(data, "post_video_likes_by_reaction_type")
                        .put("REACTION_LIKE", (long) reactions - (long) reactions / 4)
                        .put("REACTION_LOVE", (long) reactions / 4));
        ObjectNode social = kinds(data, "post_video_social_actions");
        insights.value(post, Metric.COMMENTS).ifPresent(comments -> social.put("COMMENT", (long) comments));
        insights.value(post, Metric.SHARES).ifPresent(shares -> social.put("SHARE", (long) shares));
        return data;
    }

    private static ObjectNode kinds(ArrayNode data, String name) {
        return data.addObject()
                .put("name", name)
                .put("period", "lifetime")
                .putArray("values")
                .addObject()
                .putObject("value");
    }

    /// What Facebook tells by its kinds: clicks and reactions.
    private static ArrayNode byKind(ArrayNode data) {
        data.forEach(told -> {
            ObjectNode holder = (ObjectNode) told.path("values").path(0);
            long value = holder.path("value").asLong();
            switch (told.path("name").asString("")) {
                case PageMetrics.CLICKS_BY_KIND ->
                    holder.putObject("value").put("link clicks", value).put("other clicks", 3);
                case PageMetrics.REACTIONS_BY_KIND ->
                    holder.putObject("value").put("like", value - value / 5).put("love", value / 5);
                default -> {
                    // All others are told as one.
                }
            }
        });
        return data;
    }

    private void summary(ObjectNode json, String name, SimulatedPost post, Metric metric) {
        ObjectNode list = json.putObject(name);
        list.putArray("data");
        insights.value(post, metric)
                .ifPresent(count -> list.putObject("summary").put("total_count", (long) count));
    }

    private static void attach(ObjectNode attachment, SimulatedPost post) {
        attachment.put("media_type", isReel(post) ? PageMetrics.VIDEO : post.kind());
        if (post.kind().equals(PageMetrics.ALBUM)) {
            ArrayNode parts = attachment.putObject("subattachments").putArray("data");
            parts.addObject().put("media_type", "photo");
            parts.addObject().put("media_type", "photo");
        }
        if (isReel(post) || post.kind().equals(PageMetrics.VIDEO)) {
            attachment.putObject("target").put("id", MetaIds.video(post));
        }
    }

    private static String address(SimulatedAccount page, SimulatedPost post) {
        return switch (post.kind()) {
            case PageMetrics.REEL -> "https://www.facebook.com/reel/" + MetaIds.video(post) + "/";
            case PageMetrics.VIDEO ->
                "https://www.facebook.com/" + page.externalId() + "/videos/" + MetaIds.video(post) + "/";
            default -> "https://www.facebook.com/" + MetaIds.post(page, post).replace("_", "/posts/");
        };
    }

    private static String status(SimulatedPost post) {
        return Map.of(
                        PageMetrics.TEXT, "mobile_status_update",
                        PageMetrics.LINK, "shared_story",
                        PageMetrics.VIDEO, "added_video",
                        PageMetrics.REEL, "added_video")
                .getOrDefault(post.kind(), "added_photos");
    }
}
