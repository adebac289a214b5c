package io.tidemark.collect.simulator.linkedin;

import io.tidemark.collect.simulator.SimulatedAccount;
import io.tidemark.collect.simulator.SimulatedPictures;
import io.tidemark.collect.simulator.SimulatedPost;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// Images and videos of posts, by names that say nothing of where they lie.
final class PostMedia {
    private static final Set<String> IMAGES = Set.of("image", "carousel", "link");
    private static final String VIDEO = "video";
    private static final Duration ADDRESS_LIFE = Duration.ofHours(6);

    private final SimulatedPictures pictures;
    private final Instant now;

    PostMedia(SimulatedPictures pictures, Instant now) {
        this.pictures = pictures;
        this.now = now;
    }

    /// What a post shows, or shows first.
    static String of(SimulatedPost post, String type) {
        return "urn:li:%s:C5F%d".formatted(type, post.number());
    }

    /// What a person's pages show, as batches are answered.
    ObjectNode images(RestLiQuery query, List<SimulatedAccount> readable) {
        return answer(query, posts(readable, "image", IMAGES), (asset, address) -> asset.put("downloadUrl", address));
    }

    ObjectNode videos(RestLiQuery query, List<SimulatedAccount> readable) {
        return answer(
                query,
                posts(readable, VIDEO, Set.of(VIDEO)),
                (asset, address) -> asset.put("duration", 42_000)
                        .put("downloadUrl", address.replace(".png", ".mp4"))
                        .put("thumbnail", address));
    }

    private interface Described {
        void by(ObjectNode asset, String address);
    }

    private ObjectNode answer(RestLiQuery query, Map<String, SimulatedPost> posts, Described described) {
        if (!query.has("ids")) {
            throw Refusal.badParameter("Parameter ids is required");
        }
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        ObjectNode results = json.putObject("results");
        json.putObject("statuses");
        ObjectNode errors = json.putObject("errors");
        for (String urn : query.list("ids")) {
            SimulatedPost post = posts.get(urn);
            if (post == null) {
                errors.putObject(urn).put("status", 404);
            } else {
                ObjectNode asset = results.putObject(urn).put("id", urn).put("status", "AVAILABLE");
                long until = now.plus(ADDRESS_LIFE).toEpochMilli();
                asset.put("downloadUrlExpiresAt", until);
                described.by(asset, pictures.address(post.number()) + "?e=" + until);
            }
        }
        return json;
    }

    private Map<String, SimulatedPost> posts(List<SimulatedAccount> accounts, String type, Set<String> kinds) {
        Map<String, SimulatedPost> posts = new HashMap<>();
        accounts.stream()
                .flatMap(account -> account.visible(now).stream())
                .filter(post -> kinds.contains(post.kind()))
                .forEach(post -> posts.put(of(post, type), post));
        return posts;
    }
}
