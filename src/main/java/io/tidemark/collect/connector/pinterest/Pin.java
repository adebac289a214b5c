package io.tidemark.collect.connector.pinterest;

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
import io.tidemark.metric.MetricValues;
import io.tidemark.metric.Placement;
import java.net.URI;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAccessor;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// A pin as an answer has it.
record Pin(JsonNode json) {
    /// Kinds of pin, by what their analytics can be asked for.
    static final String VIDEO = "video";
    static final String PIN = "pin";

    private static final List<String> SIZES = List.of("400x300", "600x", "1200x", "150x150");

    String id() {
        return Numbers.id(json.path("id"));
    }

    /// Not one that was saved from another's.
    boolean isOwn() {
        return json.path("is_owner").asBoolean(true)
                && json.path("parent_pin_id").asString("").isEmpty();
    }

    /// @param counted with its counters
    ListedPost listed(boolean counted) {
        Instant created = createdAt();
        PostVersion version = new PostVersion(
                created,
                Placement.FEED,
                format(),
                text(),
                "https://www.pinterest.com/pin/" + id() + "/",
                boosted(),
                false);
        return new ListedPost(
                new PostRef(id(), format() == Format.VIDEO ? VIDEO : PIN, created),
                List.of(new Alias("pinterest:post", id())),
                version,
                counted ? PinNumbers.lifetime(json) : MetricValues.NONE,
                picture());
    }

    /// Without a zone, it is that of UTC.
    Instant createdAt() {
        String text = json.path("created_at").asString("");
        try {
            TemporalAccessor time = DateTimeFormatter.ISO_DATE_TIME.parseBest(text, Instant::from, LocalDateTime::from);
            return time instanceof LocalDateTime local ? local.toInstant(ZoneOffset.UTC) : Instant.from(time);
        } catch (DateTimeException noTime) {
            throw new CallFailed(new Fault.Unreadable(Saying.noPostTime("Pinterest", id())), noTime);
        }
    }

    private Format format() {
        return switch (media().path("media_type").asString("")) {
            case "image" -> Format.IMAGE;
            case "video" -> Format.VIDEO;
            case "multiple_images", "multiple_videos", "multiple_mixed" -> Format.CAROUSEL;
            default -> Format.UNKNOWN;
        };
    }

    /// The title stands above the description.
    private @Nullable String text() {
        String text = Stream.of("title", "description")
                .map(name -> json.path(name).asString("").strip())
                .filter(part -> !part.isEmpty())
                .distinct()
                .collect(Collectors.joining("\n\n"));
        return text.isEmpty() && !json.hasNonNull("title") && !json.hasNonNull("description") ? null : text;
    }

    private Boosted boosted() {
        JsonNode promoted = json.path("has_been_promoted");
        return promoted.isBoolean() ? promoted.booleanValue() ? Boosted.YES : Boosted.NO : Boosted.UNKNOWN;
    }

    /// Of several the first.
    private @Nullable URI picture() {
        JsonNode media = media();
        return Stream.of(media, media.path("items").path(0))
                .flatMap(part -> Stream.concat(
                        SIZES.stream()
                                .map(size -> part.path("images").path(size).path("url")),
                        Stream.of(part.path("cover_image_url"))))
                .map(PictureHosts::address)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    private JsonNode media() {
        return json.path("media");
    }
}
