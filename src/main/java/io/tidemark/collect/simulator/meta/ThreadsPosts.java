package io.tidemark.collect.simulator.meta;

import io.tidemark.collect.simulator.SimulatedAccount;
import io.tidemark.collect.simulator.SimulatedPictures;
import io.tidemark.collect.simulator.SimulatedPost;
import java.util.Set;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// Posts of an account as Threads writes them in its list.
record ThreadsPosts(SimulatedPictures pictures) {
    private static final Set<String> FIELDS = Set.of(
            "id",
            "media_product_type",
            "media_type",
            "media_url",
            "permalink",
            "username",
            "text",
            "timestamp",
            "shortcode",
            "thumbnail_url",
            "is_quote_post",
            "link_attachment_url",
            "poll_attachment");

    ObjectNode post(SimulatedAccount account, SimulatedPost post, MetaFields fields) {
        MetaErrors.check(fields, FIELDS);
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        String code = MetaIds.code(post);
        json.put("id", MetaIds.media(post)).put("media_product_type", "THREADS");
        json.put("media_type", type(post)).put("shortcode", code).put("username", account.handle());
        json.put("permalink", "https://www.threads.net/@%s/post/%s".formatted(account.handle(), code));
        json.put("timestamp", MetaInsights.time(post.publishedAt())).put("is_quote_post", false);
        if (!post.kind().equals(ThreadsMetrics.REPOST)) {
            json.put("text", post.text());
        }
        attach(json, post);
        return fields.of(json);
    }

    private void attach(ObjectNode json, SimulatedPost post) {
        String picture = pictures.address(post.number());
        switch (post.kind()) {
            case ThreadsMetrics.POLL ->
                json.putObject("poll_attachment").put("option_a", "Filter").put("option_b", "Espresso");
            case ThreadsMetrics.LINK -> json.put("link_attachment_url", "https://harbour-coffee.example/");
            case ThreadsMetrics.IMAGE, ThreadsMetrics.CAROUSEL -> json.put("media_url", picture);
            case ThreadsMetrics.VIDEO ->
                json.put("media_url", picture.replace(".png", ".mp4")).put("thumbnail_url", picture);
            default -> {
                // Nothing but words, or another's post.
            }
        }
    }

    /// Polls and links come as texts.
    private static String type(SimulatedPost post) {
        return switch (post.kind()) {
            case ThreadsMetrics.IMAGE -> "IMAGE";
            case ThreadsMetrics.CAROUSEL -> "CAROUSEL_ALBUM";
            case ThreadsMetrics.VIDEO -> "VIDEO";
            case ThreadsMetrics.REPOST -> "REPOST_FACADE";
            default -> "TEXT_POST";
        };
    }
}
