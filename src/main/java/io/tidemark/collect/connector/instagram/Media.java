package io.tidemark.collect.connector.instagram;

import io.tidemark.collect.connector.ListedPost;
import io.tidemark.collect.connector.Numbers;
import io.tidemark.collect.connector.PictureHosts;
import io.tidemark.collect.connector.PostRef;
import io.tidemark.collect.connector.graph.GraphTime;
import io.tidemark.ledger.Alias;
import io.tidemark.ledger.Marks;
import io.tidemark.ledger.PostVersion;
import io.tidemark.metric.Boosted;
import io.tidemark.metric.Format;
import io.tidemark.metric.Metric;
import io.tidemark.metric.MetricValues;
import io.tidemark.metric.Placement;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// A post as Instagram's lists tell of it.
final class Media {
    static final String REELS = "REELS";
    static final String STORY = "STORY";
    private static final String FEED = "FEED";
    private static final String AD = "AD";

    /// What is asked of posts. The lists of collaborators and of advertisements are read where they are asked
    /// for too.
    static final String FIELDS = "id,caption,media_type,media_product_type,permalink,timestamp,thumbnail_url,"
            + "media_url,shortcode,like_count,comments_count";

    static final String STORY_FIELDS =
            "id,caption,media_type,media_product_type,permalink,timestamp,thumbnail_url,media_url";

    /// Instagram counts views since then. Older posts have fewer numbers, so that what is refused for one of
    /// them says nothing of the others.
    private static final Instant VIEWS_SINCE = Instant.parse("2024-07-02T00:00:00Z");

    private static final String OLD = "/old";

    private Media() {}

    static boolean isPost(JsonNode media) {
        return !product(media).equals(AD);
    }

    static ListedPost listed(JsonNode media) {
        return listed(media, product(media));
    }

    /// The list says what they are; the posts in it may not.
    static ListedPost story(JsonNode media) {
        return listed(media, STORY);
    }

    private static ListedPost listed(JsonNode media, String product) {
        String id = Numbers.id(media.path("id"));
        Instant publishedAt = GraphTime.read(media.path("timestamp"));
        String type = media.path("media_type").asString("");
        String address = media.path("permalink").asString("");
        PostVersion version = new PostVersion(
                        publishedAt,
                        placement(product),
                        format(type),
                        media.hasNonNull("caption") ? media.path("caption").asString("") : null,
                        address.isEmpty() ? null : address,
                        boosted(media),
                        false)
                .marked(marks(media));
        return new ListedPost(
                new PostRef(id, kind(product, type, publishedAt), publishedAt),
                aliases(id, media.path("shortcode").asString("")),
                version,
                product.equals(STORY) ? MetricValues.NONE : counters(media),
                picture(media, type));
    }

    /// `REELS`, `STORY`, `FEED/IMAGE`, `FEED/VIDEO/old`.
    private static String kind(String product, String type, Instant publishedAt) {
        String kind = product.equals(REELS) || product.equals(STORY) ? product : FEED + "/" + type;
        return publishedAt.isBefore(VIEWS_SINCE) ? kind + OLD : kind;
    }

    static boolean isOf(String kind, String product) {
        return kind.startsWith(product);
    }

    private static String product(JsonNode media) {
        return media.path("media_product_type").asString("");
    }

    private static Placement placement(String product) {
        return switch (product) {
            case REELS -> Placement.REEL;
            case STORY -> Placement.STORY;
            default -> Placement.FEED;
        };
    }

    private static Format format(String type) {
        return switch (type) {
            case "IMAGE" -> Format.IMAGE;
            case "VIDEO" -> Format.VIDEO;
            case "CAROUSEL_ALBUM" -> Format.CAROUSEL;
            default -> Format.UNKNOWN;
        };
    }

    /// Under the names of exported files, of links and of other tools' tables.
    private static List<Alias> aliases(String id, String code) {
        List<Alias> aliases = new ArrayList<>();
        aliases.add(new Alias("instagram:post", id));
        if (!code.isBlank()) {
            aliases.add(new Alias("instagram:shortcode", code));
        }
        aliases.add(new Alias("instagram:media", id));
        return aliases;
    }

    /// Likes that the owner hides are left out.
    private static MetricValues counters(JsonNode media) {
        MetricValues.Builder values = MetricValues.builder();
        Numbers.put(values, Metric.LIKES, media.path("like_count"));
        Numbers.put(values, Metric.COMMENTS, media.path("comments_count"));
        return values.build();
    }

    private static Boosted boosted(JsonNode media) {
        JsonNode ads = media.path("boost_ads_list");
        JsonNode list = ads.isArray() ? ads : ads.path("data");
        if (!list.isArray()) {
            return Boosted.UNKNOWN;
        }
        return list.isEmpty() ? Boosted.NO : Boosted.YES;
    }

    /// Being shared to the feed of its own account makes a reel no crosspost.
    private static Marks marks(JsonNode media) {
        JsonNode others = media.path("collaborators").path("data");
        return new Marks(others.isArray() ? others.valueStream().anyMatch(Media::hasAccepted) : null, null);
    }

    private static boolean hasAccepted(JsonNode collaborator) {
        return collaborator.path("invite_status").asString("Accepted").equalsIgnoreCase("accepted");
    }

    private static @Nullable URI picture(JsonNode media, String type) {
        boolean none = media.path("thumbnail_url").asString("").isEmpty();
        return PictureHosts.address(media.path(none && !type.equals("VIDEO") ? "media_url" : "thumbnail_url"));
    }
}
