package io.tidemark.collect.connector.threads;

import io.tidemark.collect.connector.ListedPost;
import io.tidemark.collect.connector.Numbers;
import io.tidemark.collect.connector.PictureHosts;
import io.tidemark.collect.connector.PostRef;
import io.tidemark.collect.connector.graph.GraphTime;
import io.tidemark.ledger.Alias;
import io.tidemark.ledger.PostVersion;
import io.tidemark.metric.Boosted;
import io.tidemark.metric.Format;
import io.tidemark.metric.MetricValues;
import io.tidemark.metric.Placement;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// A post as the list of Threads tells of it. The list tells no counters.
final class ThreadsPost {
    static final String FIELDS = "id,media_product_type,media_type,media_url,permalink,username,text,timestamp,"
            + "shortcode,thumbnail_url,is_quote_post,link_attachment_url,poll_attachment";

    /// Another's post that was passed on: its numbers are the other's.
    private static final String REPOST = "REPOST_FACADE";

    private static final String TEXT = "TEXT_POST";
    private static final String VIDEO = "VIDEO";

    private ThreadsPost() {}

    static boolean isOwn(JsonNode post) {
        return !type(post).equals(REPOST);
    }

    static ListedPost listed(JsonNode post) {
        String id = Numbers.id(post.path("id"));
        Instant publishedAt = GraphTime.read(post.path("timestamp"));
        String address = post.path("permalink").asString("");
        PostVersion version = new PostVersion(
                publishedAt,
                Placement.FEED,
                format(post),
                post.hasNonNull("text") ? post.path("text").asString("") : null,
                address.isEmpty() ? null : address,
                Boosted.UNKNOWN,
                false);
        return new ListedPost(
                new PostRef(id, type(post), publishedAt),
                aliases(id, post.path("shortcode").asString("")),
                version,
                MetricValues.NONE,
                picture(post));
    }

    private static String type(JsonNode post) {
        return post.path("media_type").asString("");
    }

    /// Polls and links come as texts with something attached.
    private static Format format(JsonNode post) {
        return switch (type(post)) {
            case TEXT -> {
                if (post.hasNonNull("poll_attachment")) {
                    yield Format.POLL;
                }
                yield post.path("link_attachment_url").asString("").isEmpty() ? Format.TEXT : Format.LINK;
            }
            case "IMAGE" -> Format.IMAGE;
            case VIDEO -> Format.VIDEO;
            case "CAROUSEL_ALBUM" -> Format.CAROUSEL;
            default -> Format.UNKNOWN;
        };
    }

    /// Under the names of other tools' tables and of links.
    private static List<Alias> aliases(String id, String code) {
        List<Alias> aliases = new ArrayList<>();
        aliases.add(new Alias("threads:post", id));
        if (!code.isBlank()) {
            aliases.add(new Alias("threads:shortcode", code));
        }
        return aliases;
    }

    private static @Nullable URI picture(JsonNode post) {
        boolean none = post.path("thumbnail_url").asString("").isEmpty();
        return PictureHosts.address(post.path(none && !type(post).equals(VIDEO) ? "media_url" : "thumbnail_url"));
    }
}
