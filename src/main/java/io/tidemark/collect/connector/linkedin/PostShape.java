package io.tidemark.collect.connector.linkedin;

import io.tidemark.metric.Format;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/// What a post consists of.
///
/// @param name stable: kinds of posts are remembered by it
record PostShape(String name, Format format) {
    private static final PostShape TEXT = new PostShape("text", Format.TEXT);
    private static final PostShape OTHER = new PostShape("other", Format.UNKNOWN);
    private static final Map<String, PostShape> MEDIA = Map.of(
            "image", new PostShape("image", Format.IMAGE),
            "video", new PostShape("video", Format.VIDEO),
            "document", new PostShape("document", Format.DOCUMENT));
    private static final Map<String, PostShape> CONTENT = Map.of(
            "multiImage", new PostShape("carousel", Format.CAROUSEL),
            "carousel", new PostShape("carousel", Format.CAROUSEL),
            "article", new PostShape("link", Format.LINK),
            "poll", new PostShape("poll", Format.POLL));

    static PostShape of(JsonNode content) {
        if (content.isEmpty()) {
            return TEXT;
        }
        if (content.has("media")) {
            return Urn.parse(content.path("media").path("id").asString(""))
                    .map(media -> MEDIA.getOrDefault(media.kind(), OTHER))
                    .orElse(OTHER);
        }
        return content.propertyNames().stream()
                .filter(CONTENT::containsKey)
                .findFirst()
                .map(CONTENT::get)
                .orElse(OTHER);
    }
}
