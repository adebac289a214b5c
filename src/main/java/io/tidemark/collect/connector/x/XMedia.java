package io.tidemark.collect.connector.x;

import io.tidemark.collect.connector.Numbers;
import io.tidemark.collect.connector.PictureHosts;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/// A picture or video of a post.
///
/// @param json a missing node where the answer does not tell more than its key
record XMedia(String key, JsonNode json) {
    /// What keys of videos begin with.
    private static final List<String> VIDEO_KEYS = List.of("7_", "13_");

    /// What an answer tells of media, by key.
    static Map<String, JsonNode> included(JsonNode answer) {
        return answer.path("includes")
                .path("media")
                .valueStream()
                .collect(Collectors.toMap(
                        media -> Numbers.id(media.path("media_key")), Function.identity(), (first, _) -> first));
    }

    static XMedia of(String key, Map<String, JsonNode> included) {
        return new XMedia(key, included.getOrDefault(key, MissingNode.getInstance()));
    }

    /// A moving picture without sound counts as a picture: X counts no views of it.
    boolean isVideo() {
        String type = json.path("type").asString("");
        return type.isEmpty() ? VIDEO_KEYS.stream().anyMatch(key::startsWith) : type.equals("video");
    }

    JsonNode views() {
        return json.path("public_metrics").path("view_count");
    }

    Optional<URI> picture() {
        return Stream.of(json.path("preview_image_url"), json.path("url"))
                .flatMap(node -> Stream.ofNullable(PictureHosts.address(node)))
                .findFirst();
    }
}
