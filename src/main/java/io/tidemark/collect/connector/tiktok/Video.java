package io.tidemark.collect.connector.tiktok;

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
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// A post as either API tells it.
///
/// @param words the names of its fields
record Video(JsonNode json, Words words) {
    private static final String PHOTO = "photo";
    private static final String VIDEO = "video";
    private static final Pattern LINK = Pattern.compile("/@(?<handle>[\\w.]+)/(?<kind>video|photo)/");

    /// The upper half of an id is the second of its creation.
    private static final int SECONDS_IN_ID = 32;

    /// How an API calls what a post has.
    ///
    /// @param text the fields that may hold its text, the best first
    record Words(String id, List<String> text, String picture) {
        static final Words DISPLAY = new Words("id", List.of("video_description", "title"), "cover_image_url");
        static final Words BUSINESS = new Words("item_id", List.of("caption"), "thumbnail_url");

        Words {
            text = List.copyOf(text);
        }
    }

    String id() {
        String id = Numbers.id(json.path(words.id()));
        if (!id.matches("\\d{1,19}")) {
            throw new CallFailed(new Fault.Unreadable(Saying.noPostId("TikTok")));
        }
        return id;
    }

    /// Whose it is by its link; empty where it has none that says so.
    Optional<String> handle() {
        return Optional.of(link()).filter(Matcher::find).map(link -> link.group("handle"));
    }

    ListedPost listed(MetricValues values) {
        String kind = isPhoto() ? PHOTO : VIDEO;
        PostVersion version = new PostVersion(
                publishedAt(),
                Placement.FEED,
                isPhoto() ? Format.CAROUSEL : Format.VIDEO,
                text(),
                permalink(),
                boosted(),
                false);
        return new ListedPost(
                new PostRef(id(), kind, publishedAt()),
                List.of(new Alias("tiktok:video", id())),
                version,
                values,
                PictureHosts.address(json.path(words.picture())));
    }

    private Instant publishedAt() {
        OptionalDouble seconds = Numbers.read(json.path("create_time"));
        return Instant.ofEpochSecond(
                seconds.isPresent() ? (long) seconds.getAsDouble() : Long.parseLong(id()) >>> SECONDS_IN_ID);
    }

    private boolean isPhoto() {
        String type = json.path("media_type").asString("");
        Matcher link = link();
        return type.isEmpty() ? link.find() && link.group("kind").equals(PHOTO) : type.equalsIgnoreCase(PHOTO);
    }

    private Matcher link() {
        return LINK.matcher(json.path("share_url").asString(""));
    }

    private String text() {
        return words.text().stream()
                .map(field -> json.path(field).asString(""))
                .filter(text -> !text.isBlank())
                .findFirst()
                .orElse("");
    }

    /// Without what TikTok adds to see who follows it.
    private @Nullable String permalink() {
        String url = json.path("share_url").asString("").replaceFirst("[?#].*", "");
        return url.isBlank() ? null : url;
    }

    private Boosted boosted() {
        JsonNode ad = json.path("is_ad");
        return ad.isBoolean() ? ad.booleanValue() ? Boosted.YES : Boosted.NO : Boosted.UNKNOWN;
    }
}
