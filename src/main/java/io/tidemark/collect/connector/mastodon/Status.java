package io.tidemark.collect.connector.mastodon;

import io.tidemark.collect.connector.CallFailed;
import io.tidemark.collect.connector.Fault;
import io.tidemark.collect.connector.ListedPost;
import io.tidemark.collect.connector.Numbers;
import io.tidemark.collect.connector.PictureHosts;
import io.tidemark.collect.connector.PostReading;
import io.tidemark.collect.connector.PostRef;
import io.tidemark.ledger.Absence;
import io.tidemark.ledger.Alias;
import io.tidemark.ledger.LivePost;
import io.tidemark.ledger.PostVersion;
import io.tidemark.metric.Boosted;
import io.tidemark.metric.Format;
import io.tidemark.metric.Metric;
import io.tidemark.metric.MetricValues;
import io.tidemark.metric.Placement;
import io.tidemark.words.Sentence;
import io.tidemark.words.Value;
import java.net.URI;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// A post as an answer has it.
record Status(JsonNode json) {
    private static final Sentence NO_ID =
            Sentence.of("mastodon_post_without_id", "The server lists a post without an id.");
    private static final Sentence NO_TIME =
            Sentence.of("mastodon_post_without_time", "The server does not say when post {post} was published.");

    /// All but replies are asked for together: they have the same counters.
    static final String KIND = "status";

    private static final Map<String, Metric> COUNTERS = Map.of(
            "favourites_count", Metric.LIKES,
            "replies_count", Metric.COMMENTS,
            "reblogs_count", Metric.REPOSTS,
            "quotes_count", Metric.QUOTES);
    /// Servers before 4.5 do not count them.
    private static final String QUOTES = "quotes_count";

    private static final Set<String> MOVING = Set.of("video", "gifv", "audio");

    /// @throws CallFailed where it has no id
    static Status of(JsonNode json) {
        Status status = new Status(json);
        if (!Home.isId(status.id())) {
            throw new CallFailed(new Fault.Unreadable(NO_ID.said()));
        }
        return status;
    }

    String id() {
        return Numbers.id(json.path("id"));
    }

    /// Whether it is a post of the account to others: no boost of another's post, and no message to those whom it
    /// mentions.
    boolean isPost() {
        return !json.path("reblog").isObject()
                && !json.path("visibility").asString("").equals("direct");
    }

    /// Also one that goes on with a post of the account's own.
    boolean isReply() {
        return !Numbers.id(json.path("in_reply_to_id")).isEmpty();
    }

    /// @param wanted by the names of fields
    MetricValues counters(Set<String> wanted) {
        MetricValues.Builder values = MetricValues.builder();
        COUNTERS.forEach((field, metric) -> {
            if (wanted.contains(field)) {
                Numbers.put(values, metric, json.path(field));
            }
        });
        return values.build();
    }

    PostReading.Values reading(Set<String> wanted) {
        boolean uncounted = wanted.contains(QUOTES) && !json.has(QUOTES);
        return new PostReading.Values(
                counters(wanted), uncounted ? Map.of(Metric.QUOTES, Absence.NOT_PROVIDED) : Map.of());
    }

    /// @param home of the account
    /// @param wanted counters, by the names of fields
    ListedPost listed(Home home, Set<String> wanted) {
        Instant published = publishedAt();
        Content content = new Content(json.path("content").asString(""));
        PostVersion version = new PostVersion(
                published,
                isReply() ? Placement.REPLY : Placement.FEED,
                format(content),
                text(content),
                url(home),
                Boosted.UNKNOWN,
                false);
        return new ListedPost(
                new PostRef(id(), isReply() ? LivePost.REPLY : KIND, published),
                List.of(new Alias("mastodon:post", home.server() + "/" + id())),
                version,
                counters(wanted),
                thumbnail());
    }

    private Format format(Content content) {
        if (json.path("poll").isObject()) {
            return Format.POLL;
        }
        JsonNode media = json.path("media_attachments");
        return switch (media.size()) {
            case 0 -> content.linksElsewhere() || json.path("card").isObject() ? Format.LINK : Format.TEXT;
            case 1 -> MOVING.contains(media.path(0).path("type").asString("")) ? Format.VIDEO : Format.IMAGE;
            default -> Format.CAROUSEL;
        };
    }

    /// Behind its warning, where it has one.
    private String text(Content content) {
        return Content.plain(json.path("spoiler_text").asString("") + "\n\n" + content.text());
    }

    /// An address that is none of a page is not shown to anybody.
    private String url(Home home) {
        String told = json.path("url").asString("");
        return told.startsWith("https://") ? told : home.page() + "/" + id();
    }

    private Instant publishedAt() {
        try {
            return Instant.parse(json.path("created_at").asString(""));
        } catch (DateTimeException noTime) {
            throw new CallFailed(new Fault.Unreadable(NO_TIME.said(Map.of("post", Value.name(id())))), noTime);
        }
    }

    private @Nullable URI thumbnail() {
        return json.path("media_attachments")
                .valueStream()
                .map(media -> PictureHosts.address(media.path("preview_url")))
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }
}
