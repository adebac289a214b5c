package io.tidemark.collect.connector.youtube;

import io.tidemark.collect.connector.CallFailed;
import io.tidemark.collect.connector.Fault;
import io.tidemark.collect.connector.ListedPost;
import io.tidemark.collect.connector.Numbers;
import io.tidemark.collect.connector.PictureHosts;
import io.tidemark.collect.connector.PostRef;
import io.tidemark.collect.connector.Saying;
import io.tidemark.ledger.Alias;
import io.tidemark.ledger.PostVersion;
import io.tidemark.metric.Boosted;
import io.tidemark.metric.Format;
import io.tidemark.metric.Metric;
import io.tidemark.metric.MetricValues;
import io.tidemark.metric.Placement;
import java.net.URI;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// A video as an answer has it.
record Video(JsonNode json) {
    /// YouTube refuses nothing by what a video is: all are asked for together.
    static final String KIND = "video";

    /// Square and upright videos that were uploaded since are Shorts up to three minutes; before, up to one.
    private static final Instant LONG_SHORTS_SINCE =
            LocalDate.of(2024, 10, 15).atStartOfDay(YouTubeConnector.ZONE).toInstant();

    private static final Duration LONG_SHORT = Duration.ofMinutes(3);
    private static final Duration SHORT = Duration.ofMinutes(1);

    private static final Set<String> SEEN_BY_OTHERS = Set.of("public", "unlisted");
    private static final Set<String> NEVER_SHOWN = Set.of("failed", "rejected", "deleted");

    /// @throws CallFailed where it has no id
    static Video of(JsonNode json) {
        Video video = new Video(json);
        if (video.id().isEmpty()) {
            throw new CallFailed(new Fault.Unreadable(Saying.noPostId("YouTube")));
        }
        return video;
    }

    String id() {
        return Numbers.id(json.path("id"));
    }

    /// Whether others can watch it: neither private nor still to come.
    boolean isPublished() {
        JsonNode status = json.path("status");
        String privacy = status.path("privacyStatus").asString("public");
        String upload = status.path("uploadStatus").asString("");
        String broadcast = snippet().path("liveBroadcastContent").asString("");
        return SEEN_BY_OTHERS.contains(privacy) && !NEVER_SHOWN.contains(upload) && !broadcast.equals("upcoming");
    }

    /// Likes and comments are missing where the channel hides or does not take them.
    MetricValues counters() {
        JsonNode statistics = json.path("statistics");
        MetricValues.Builder values = MetricValues.builder();
        Numbers.put(values, Metric.VIDEO_VIEWS, statistics.path("viewCount"));
        Numbers.put(values, Metric.LIKES, statistics.path("likeCount"));
        Numbers.put(values, Metric.COMMENTS, statistics.path("commentCount"));
        return values.build();
    }

    ListedPost listed() {
        Instant published = publishedAt();
        Placement placement = placement(published);
        String page = placement == Placement.SHORT ? "shorts/" : "watch?v=";
        PostVersion version = new PostVersion(
                published,
                placement,
                Format.VIDEO,
                snippet().path("title").asString(""),
                "https://www.youtube.com/" + page + id(),
                Boosted.UNKNOWN,
                false);
        return new ListedPost(
                new PostRef(id(), KIND, published),
                List.of(new Alias("youtube:video", id())),
                version,
                MetricValues.NONE,
                thumbnail());
    }

    /// No field says that a video is a Short: its length and shape do.
    private Placement placement(Instant published) {
        if (json.path("liveStreamingDetails").isObject()) {
            return Placement.LIVE;
        }
        Duration longest = published.isBefore(LONG_SHORTS_SINCE) ? SHORT : LONG_SHORT;
        Duration length = length();
        boolean brief = length != null && length.compareTo(longest) <= 0;
        return brief && !isWide() ? Placement.SHORT : Placement.FEED;
    }

    /// Null where it is not told, as of what is live just now.
    private @Nullable Duration length() {
        try {
            Duration length =
                    Duration.parse(json.path("contentDetails").path("duration").asString(""));
            return length.isZero() ? null : length;
        } catch (DateTimeException _) {
            return null;
        }
    }

    /// Of a video whose shape is not told, its length alone has to do.
    private boolean isWide() {
        JsonNode player = json.path("player");
        OptionalDouble width = Numbers.read(player.path("embedWidth"));
        OptionalDouble height = Numbers.read(player.path("embedHeight"));
        return width.isPresent() && height.isPresent() && width.getAsDouble() > height.getAsDouble();
    }

    private Instant publishedAt() {
        try {
            return Instant.parse(snippet().path("publishedAt").asString(""));
        } catch (DateTimeException noTime) {
            throw new CallFailed(new Fault.Unreadable(Saying.noPostTime("YouTube", id())), noTime);
        }
    }

    /// The medium one is 320 pixels wide.
    private @Nullable URI thumbnail() {
        JsonNode all = snippet().path("thumbnails");
        return Stream.of("medium", "high", "default")
                .map(size -> PictureHosts.address(all.path(size).path("url")))
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    private JsonNode snippet() {
        return json.path("snippet");
    }
}
