package io.tidemark.collect.connector.bluesky;

import io.tidemark.collect.connector.CallFailed;
import io.tidemark.collect.connector.Fault;
import io.tidemark.collect.connector.ListedPost;
import io.tidemark.collect.connector.Numbers;
import io.tidemark.collect.connector.PictureHosts;
import io.tidemark.collect.connector.PostRef;
import io.tidemark.collect.connector.Saying;
import io.tidemark.ledger.Alias;
import io.tidemark.ledger.LivePost;
import io.tidemark.ledger.PostVersion;
import io.tidemark.metric.Boosted;
import io.tidemark.metric.Format;
import io.tidemark.metric.Metric;
import io.tidemark.metric.MetricValues;
import io.tidemark.metric.Placement;
import io.tidemark.words.Sentence;
import java.net.URI;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// A post as lists show it (`app.bsky.feed.defs#postView`).
///
/// @param author DID of whose it is
/// @param key its name among the records of its author
record FeedPost(JsonNode json, String author, String key) {
    private static final Sentence NO_TIME =
            Sentence.of("bluesky_post_without_time", "Bluesky lists a post without its time.");

    /// What every post is called, since all have the same numbers and go into one batch.
    static final String KIND = "post";

    private static final Pattern URI_OF_POST =
            Pattern.compile("at://(?<author>did:[^/]+)/app\\.bsky\\.feed\\.post/(?<key>[A-Za-z0-9._:~-]{1,512})");

    /// The time of a post is what the author's app says. Before there were such apps it says nothing.
    private static final Instant FIRST = Instant.parse("2000-01-01T00:00:00Z");

    private static final Map<String, Metric> COUNTERS = Map.of(
            "likeCount", Metric.LIKES,
            "replyCount", Metric.COMMENTS,
            "repostCount", Metric.REPOSTS,
            "quoteCount", Metric.QUOTES,
            "bookmarkCount", Metric.SAVES);

    /// @throws CallFailed where it has no name
    static FeedPost of(JsonNode json) {
        Matcher uri = URI_OF_POST.matcher(json.path("uri").asString(""));
        if (!uri.matches()) {
            throw new CallFailed(new Fault.Unreadable(Saying.noPostId("Bluesky")));
        }
        return new FeedPost(json, uri.group("author"), uri.group("key"));
    }

    String uri() {
        return json.path("uri").asString("");
    }

    /// What is left out is missing: only in practice does Bluesky write zeros.
    MetricValues values() {
        MetricValues.Builder values = MetricValues.builder();
        COUNTERS.forEach((name, metric) -> Numbers.put(values, metric, json.path(name)));
        return values.build();
    }

    ListedPost listed() {
        Instant published = publishedAt();
        PostVersion version = new PostVersion(
                published,
                isReply() ? Placement.REPLY : Placement.FEED,
                format(),
                json.path("record").path("text").asString(""),
                permalink(),
                Boosted.NO,
                false);
        return new ListedPost(
                new PostRef(uri(), isReply() ? LivePost.REPLY : KIND, published),
                List.of(new Alias("bluesky:post", uri()), new Alias("bluesky:key", key)),
                version,
                values(),
                thumbnail());
    }

    private boolean isReply() {
        return json.path("record").path("reply").isObject();
    }

    /// By which Bluesky sorts too: what the app of the author says, unless that was after the post was seen.
    private Instant publishedAt() {
        Instant seen = time(json.path("indexedAt")).orElse(null);
        Instant said = time(json.path("record").path("createdAt"))
                .filter(time -> !time.isBefore(FIRST))
                .orElse(seen);
        if (said == null) {
            throw new CallFailed(new Fault.Unreadable(NO_TIME.said()));
        }
        return seen != null && seen.isBefore(said) ? seen : said;
    }

    private static Optional<Instant> time(JsonNode told) {
        try {
            return told.isString()
                    ? Optional.of(OffsetDateTime.parse(told.stringValue()).toInstant())
                    : Optional.empty();
        } catch (DateTimeException _) {
            // Apps write what they like.
            return Optional.empty();
        }
    }

    private Format format() {
        JsonNode media = media();
        return switch (type(media)) {
            case "app.bsky.embed.images" -> pictures(media.path("images").size());
            case "app.bsky.embed.gallery" -> pictures(media.path("items").size());
            case "app.bsky.embed.video" -> Format.VIDEO;
            case "app.bsky.embed.external" -> Format.LINK;
            default -> Format.TEXT;
        };
    }

    private static Format pictures(int count) {
        return count > 1 ? Format.CAROUSEL : Format.IMAGE;
    }

    /// What is shown with the text. A quoted post is none of it; one may come with media of its own.
    private JsonNode media() {
        JsonNode embed = json.path("embed");
        return type(embed).equals("app.bsky.embed.recordWithMedia") ? embed.path("media") : embed;
    }

    private static String type(JsonNode embed) {
        return embed.path("$type").asString("").replaceFirst("#view$", "");
    }

    private @Nullable URI thumbnail() {
        JsonNode media = media();
        return Stream.of(
                        media.path("images").path(0).path("thumb"),
                        media.path("items").path(0).path("thumbnail"),
                        media.path("thumbnail"),
                        media.path("external").path("thumb"))
                .filter(JsonNode::isString)
                .findFirst()
                .map(PictureHosts::address)
                .orElse(null);
    }

    /// With the DID, so that it leads there after a change of the handle too.
    private String permalink() {
        return "https://bsky.app/profile/" + author + "/post/" + key;
    }
}
