package io.tidemark.collect.connector.linkedin;

import io.tidemark.collect.connector.Api;
import io.tidemark.collect.connector.PictureHosts;
import io.tidemark.words.Sentence;
import java.net.URI;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// Pictures of posts. Posts name them by URN; where they lie is asked for apart, and holds for a while only.
final class LinkedInPictures {
    private static final Sentence NO_RESULTS =
            Sentence.of("linkedin_no_pictures", "The pictures of posts have no results");

    private static final String IMAGE = "image";
    private static final String VIDEO = "video";

    private final LinkedInCalls calls;

    LinkedInPictures(LinkedInCalls calls) {
        this.calls = calls;
    }

    /// The name of what is seen of a post first; null where that is no picture. Documents have none that LinkedIn
    /// tells of.
    static @Nullable URI of(JsonNode content) {
        return Stream.of(
                        content.path("media").path("id"),
                        content.path("multiImage").path("images").path(0).path("id"),
                        content.path("article").path("thumbnail"),
                        content.path("carousel")
                                .path("cards")
                                .path(0)
                                .path("media")
                                .path("id"))
                .map(id -> Urn.parse(id.asString("")))
                .flatMap(Optional::stream)
                .filter(urn -> urn.kind().equals(IMAGE) || urn.kind().equals(VIDEO))
                .findFirst()
                .map(urn -> URI.create(urn.toString()))
                .orElse(null);
    }

    /// @param names all of images, or all of videos
    Map<URI, URI> addresses(Api api, Collection<URI> names) {
        Map<URI, URI> addresses = new HashMap<>();
        if (names.isEmpty()) {
            return addresses;
        }
        boolean videos = names.iterator().next().toString().startsWith(new Urn(VIDEO, "").toString());
        JsonNode results = calls.get(
                        api,
                        videos ? LinkedInCalls.VIDEOS : LinkedInCalls.IMAGES,
                        "?ids=" + RestLi.list(names.stream().map(URI::toString).toList()))
                .path("results");
        if (!results.isObject()) {
            throw Unreadable.of(NO_RESULTS);
        }
        for (URI name : names) {
            JsonNode told = results.path(name.toString());
            URI address = PictureHosts.address(told.path(videos ? "thumbnail" : "downloadUrl"));
            if (address != null) {
                addresses.put(name, address);
            }
        }
        return addresses;
    }
}
