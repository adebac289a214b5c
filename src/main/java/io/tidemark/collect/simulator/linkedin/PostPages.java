package io.tidemark.collect.simulator.linkedin;

import io.tidemark.collect.simulator.SimulatedAccount;
import io.tidemark.collect.simulator.SimulatedPost;
import java.time.Instant;
import java.util.List;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// The list of a page's posts. Pages are cut first, then what may not be shown is taken out of them, so that they are
/// short though more follow.
final class PostPages {
    private static final int LONGEST = 100;

    private PostPages() {}

    /// @param longest more are never on a page
    static ObjectNode page(SimulatedAccount account, RestLiQuery query, Instant now, int longest) {
        int start = query.number("start", 0);
        int asked = query.number("count", 10);
        if (asked < 1 || asked > LONGEST) {
            throw Refusal.badParameter("count is between 1 and 100");
        }
        int count = Math.min(asked, longest);
        List<SimulatedPost> created =
                account.published(Instant.EPOCH, now.plusNanos(1)).reversed();
        int end = Math.min(created.size(), start + count);
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        ArrayNode links = json.putObject("paging")
                .put("start", start)
                .put("count", count)
                .put("total", created.size())
                .putArray("links");
        if (end < created.size()) {
            links.addObject()
                    .put("rel", "next")
                    .put("type", "application/json")
                    .put(
                            "href",
                            "/rest/posts?author=%s&count=%d&q=author&start=%d"
                                    .formatted(account.externalId().replace(":", "%3A"), asked, end));
        }
        ArrayNode elements = json.putArray("elements");
        created.subList(Math.min(start, end), end).stream()
                .filter(post -> post.isVisible(now))
                .forEach(post -> elements.add(element(account, post)));
        return json;
    }

    private static ObjectNode element(SimulatedAccount account, SimulatedPost post) {
        boolean draft = post.kind().equals("draft");
        long millis = post.publishedAt().toEpochMilli();
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("id", PostUrns.of(post)).put("author", account.externalId());
        json.put("commentary", littleText(post.text())).put("visibility", "PUBLIC");
        json.put("lifecycleState", draft ? "DRAFT" : "PUBLISHED");
        json.put("createdAt", millis).put("lastModifiedAt", millis);
        if (!draft) {
            json.put("publishedAt", millis);
        }
        json.putObject("distribution").put("feedDistribution", post.kind().equals("ad") ? "NONE" : "MAIN_FEED");
        content(json, post);
        return json;
    }

    private static void content(ObjectNode json, SimulatedPost post) {
        String image = PostMedia.of(post, "image");
        switch (post.kind()) {
            case "image", "video", "document" ->
                json.putObject("content").putObject("media").put("id", PostMedia.of(post, post.kind()));
            case "carousel" -> {
                ArrayNode images =
                        json.putObject("content").putObject("multiImage").putArray("images");
                images.addObject().put("id", image);
                images.addObject().put("id", image + "-2");
            }
            case "link" ->
                json.putObject("content")
                        .putObject("article")
                        .put("source", "https://example.com/")
                        .put("thumbnail", image);
            case "poll" -> json.putObject("content").putObject("poll").put("question", "Which?");
            case "reshare" -> json.putObject("reshareContext").put("parent", "urn:li:share:6900000000000000001");
            default -> {}
        }
    }

    private static String littleText(String text) {
        return text.replaceAll("[|{}@\\[\\]()<>*_~\\\\]", "\\\\$0").replaceAll("#(\\w+)", "{hashtag|\\\\#|$1}");
    }
}
