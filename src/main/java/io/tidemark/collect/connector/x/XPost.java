package io.tidemark.collect.connector.x;

import io.tidemark.collect.connector.CallFailed;
import io.tidemark.collect.connector.Fault;
import io.tidemark.collect.connector.Numbers;
import io.tidemark.collect.connector.Saying;
import io.tidemark.ledger.Alias;
import io.tidemark.metric.Format;
import io.tidemark.metric.Placement;
import java.net.URI;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// A post as an answer has it. Each edit of a post has an id of its own: the post is known by the first and
/// read by the last.
record XPost(JsonNode json, List<XId> versions, List<XMedia> media) {
    /// A link of X to a post or to a part of the post itself is no link to elsewhere.
    private static final Pattern OWN_LINK =
            Pattern.compile("^https?://(?:\\w+\\.)?(?:x|twitter)\\.com/.+", Pattern.CASE_INSENSITIVE);

    /// @param included media of the answer, by key
    static XPost of(JsonNode json, Map<String, JsonNode> included) {
        String id = Numbers.id(json.path("id"));
        if (!XId.isOne(id)) {
            throw new CallFailed(new Fault.Unreadable(Saying.noPostId("X")));
        }
        List<XMedia> media = json.path("attachments")
                .path("media_keys")
                .valueStream()
                .map(key -> XMedia.of(Numbers.id(key), included))
                .toList();
        return new XPost(json, versions(json, id), media);
    }

    private static List<XId> versions(JsonNode json, String id) {
        List<XId> edits = Renamed.VERSIONS
                .in(json)
                .valueStream()
                .map(Numbers::id)
                .filter(XId::isOne)
                .map(XId::new)
                .toList();
        return edits.isEmpty() ? List.of(new XId(id)) : edits;
    }

    String id() {
        return Numbers.id(json.path("id"));
    }

    String newestId() {
        return versions.getLast().digits();
    }

    List<Alias> aliases() {
        return versions.stream().map(XId::alias).toList();
    }

    /// Another's post that was passed on: its numbers are the other's.
    boolean isRepost() {
        return refersTo("retweeted");
    }

    /// Of a conversation that another post began.
    Placement placement() {
        String conversation = Numbers.id(json.path("conversation_id"));
        boolean elsewhere = !conversation.isEmpty()
                && versions.stream().noneMatch(version -> version.digits().equals(conversation));
        boolean reply = elsewhere || refersTo("replied_to") || json.hasNonNull("in_reply_to_user_id");
        return reply ? Placement.REPLY : Placement.FEED;
    }

    Format format() {
        JsonNode attachments = json.path("attachments");
        if (!attachments.path("poll_ids").isEmpty()) {
            return Format.POLL;
        }
        return switch (media.size()) {
            case 0 -> linksElsewhere() ? Format.LINK : Format.TEXT;
            case 1 -> media.getFirst().isVideo() ? Format.VIDEO : Format.IMAGE;
            default -> Format.CAROUSEL;
        };
    }

    /// The whole text, with the characters that X escapes for HTML.
    String text() {
        String whole = Renamed.NOTE.in(json).path("text").asString("");
        return (whole.isEmpty() ? json.path("text").asString("") : whole)
                .replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&quot;", "\"")
                .replace("&#39;", "'")
                .replace("&amp;", "&");
    }

    /// When its first version was made, to the millisecond where the id says so, as in exported files.
    Instant publishedAt() {
        return versions.getFirst().createdAt().orElseGet(this::written);
    }

    /// The video whose views are those of this post. A video that was taken from another post has the views of
    /// all its posts.
    Optional<XMedia> ownVideo() {
        Set<String> sources = Stream.concat(Stream.of(id()), versions.stream().map(XId::digits))
                .collect(Collectors.toSet());
        boolean borrowed = json.path("attachments")
                .path("media_source_tweet_id")
                .valueStream()
                .anyMatch(source -> !sources.contains(Numbers.id(source)));
        return format() == Format.VIDEO && !borrowed ? Optional.of(media.getFirst()) : Optional.empty();
    }

    @Nullable
    URI thumbnail() {
        return media.stream()
                .flatMap(each -> each.picture().stream())
                .findFirst()
                .orElse(null);
    }

    private Instant written() {
        try {
            return Instant.parse(json.path("created_at").asString(""));
        } catch (DateTimeException noTime) {
            throw new CallFailed(new Fault.Unreadable(Saying.noPostTime("X", id())), noTime);
        }
    }

    private boolean refersTo(String how) {
        return Renamed.REFERENCES
                .in(json)
                .valueStream()
                .anyMatch(reference -> reference.path("type").asString("").equals(how));
    }

    private boolean linksElsewhere() {
        return Stream.of(json, Renamed.NOTE.in(json))
                .flatMap(part -> part.path("entities").path("urls").valueStream())
                .map(url -> url.path("expanded_url").asString(""))
                .anyMatch(address ->
                        !address.isEmpty() && !OWN_LINK.matcher(address).matches());
    }
}
