package io.tidemark.collect.simulator.meta;

import io.tidemark.collect.simulator.SimulatedPictures;
import io.tidemark.collect.simulator.SimulatedPost;
import io.tidemark.metric.Metric;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// Posts of an Instagram account as Instagram writes them.
final class InstagramPosts {
    static final Duration STORY_LIFE = Duration.ofHours(24);

    private static final int FEWEST_VIEWERS = 5;
    private static final Set<String> FIELDS = Set.of(
            "id",
            "caption",
            "media_type",
            "media_product_type",
            "permalink",
            "timestamp",
            "thumbnail_url",
            "media_url",
            "shortcode",
            "like_count",
            "comments_count",
            "is_shared_to_feed",
            "insights");

    private final MetaInsights insights;
    private final SimulatedPictures pictures;

    InstagramPosts(MetaInsights insights, SimulatedPictures pictures) {
        this.insights = insights;
        this.pictures = pictures;
    }

    /// How an account is set up.
    ///
    /// @param professionalSince posts from before have no numbers
    record Setup(boolean likesHidden, Instant professionalSince) {}

    static boolean isStory(SimulatedPost post) {
        return post.kind().equals(InstagramMetrics.STORY);
    }

    static boolean isLive(SimulatedPost story, Instant now) {
        return now.isBefore(story.publishedAt().plus(STORY_LIFE));
    }

    ObjectNode media(SimulatedPost post, MetaFields fields, Setup setup) {
        MetaErrors.check(fields, FIELDS);
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("id", MetaIds.media(post)).put("caption", post.text());
        json.put("media_type", type(post)).put("media_product_type", product(post));
        json.put("permalink", address(post)).put("timestamp", MetaInsights.time(post.publishedAt()));
        String picture = pictures.address(post.number());
        if (type(post).equals("VIDEO")) {
            json.put("media_url", picture.replace(".png", ".mp4")).put("thumbnail_url", picture);
        } else {
            json.put("media_url", picture);
        }
        if (!isStory(post)) {
            json.put("shortcode", MetaIds.code(post)).put("is_shared_to_feed", true);
            count(json, "comments_count", post, Metric.COMMENTS);
            if (!setup.likesHidden()) {
                count(json, "like_count", post, Metric.LIKES);
            }
        }
        if (fields.has("insights")) {
            refuse(post, setup);
            insights.check(
                    fields.metrics("insights"), InstagramMetrics.of(post.kind()).keySet());
            json.putObject("insights")
                    .set("data", insights.ofPost(post, fields.metrics("insights"), InstagramMetrics.of(post.kind())));
        }
        return fields.of(json);
    }

    private void refuse(SimulatedPost post, Setup setup) {
        if (post.publishedAt().isBefore(setup.professionalSince())) {
            throw new MetaRefusal(MetaErrors.of(
                    400, 100, 2_108_006, "Invalid parameter", "Media posted before business account conversion"));
        }
        if (isStory(post) && insights.value(post, Metric.REACH).orElse(0) < FEWEST_VIEWERS) {
            throw new MetaRefusal(MetaErrors.of(10, 0, "(#10) Not enough viewers for the media to show insights"));
        }
    }

    private void count(ObjectNode json, String name, SimulatedPost post, Metric metric) {
        insights.value(post, metric).ifPresent(value -> json.put(name, (long) value));
    }

    private static String type(SimulatedPost post) {
        return switch (post.kind()) {
            case InstagramMetrics.REELS -> "VIDEO";
            case InstagramMetrics.STORY -> "IMAGE";
            default -> post.kind();
        };
    }

    private static String product(SimulatedPost post) {
        return switch (post.kind()) {
            case InstagramMetrics.REELS, InstagramMetrics.STORY -> post.kind();
            default -> "FEED";
        };
    }

    private static String address(SimulatedPost post) {
        return switch (post.kind()) {
            case InstagramMetrics.STORY -> "https://www.instagram.com/stories/simulated/" + MetaIds.media(post);
            case InstagramMetrics.REELS -> "https://www.instagram.com/reel/" + MetaIds.code(post) + "/";
            default -> "https://www.instagram.com/p/" + MetaIds.code(post) + "/";
        };
    }
}
