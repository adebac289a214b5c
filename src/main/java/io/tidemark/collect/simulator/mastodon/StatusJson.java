package io.tidemark.collect.simulator.mastodon;

import io.tidemark.collect.simulator.ConsentPage;
import io.tidemark.collect.simulator.SimulatedAccount;
import io.tidemark.collect.simulator.SimulatedPictures;
import io.tidemark.collect.simulator.SimulatedPost;
import io.tidemark.metric.Metric;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// Accounts and posts as a server of a version writes them.
record StatusJson(Version version, Instant now, SimulatedPictures pictures) {
    private static final String OTHERS_ID = "109000000000000002";

    ObjectNode account(SimulatedAccount account) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        String name = name(account);
        json.put("id", id(account)).put("username", name).put("acct", name);
        json.put("display_name", account.name())
                .put("url", "https://" + account.handle().replaceFirst(".*@", "") + "/@" + name);
        json.put("followers_count", (long) account.followers(now)).put("following_count", 45);
        json.put("statuses_count", account.visible(now).size());
        if (account.hidden()) {
            json.put("suspended", true);
        }
        return json;
    }

    ObjectNode status(SimulatedAccount account, SimulatedPost post) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        String id = MastodonIds.id(post);
        json.put("id", id);
        json.put("created_at", written(post.publishedAt()));
        json.put("visibility", visibility(post)).put("spoiler_text", "");
        json.put("uri", account(account).path("url").stringValue() + "/statuses/" + id);
        json.put("url", account(account).path("url").stringValue() + "/" + id);
        json.put("content", html(post.text()));
        json.putNull("in_reply_to_id")
                .putNull("in_reply_to_account_id")
                .putNull("poll")
                .putNull("card");
        json.putNull("reblog").putNull("edited_at");
        put(json, "favourites_count", post, Metric.LIKES);
        put(json, "replies_count", post, Metric.COMMENTS);
        put(json, "reblogs_count", post, Metric.REPOSTS);
        if (version.countsQuotes()) {
            put(json, "quotes_count", post, Metric.QUOTES);
        }
        json.set("account", account(account));
        media(json.putArray("media_attachments"), post);
        extras(json, account, post);
        return json;
    }

    /// The id by which a server calls an account of its own.
    static String id(SimulatedAccount account) {
        return account.externalId().substring(account.externalId().indexOf('/') + 1);
    }

    static String name(SimulatedAccount account) {
        return account.handle().replaceFirst("@.*", "");
    }

    /// Whether others than those who are signed in see it.
    static boolean isOpen(SimulatedPost post) {
        return !List.of("private", "direct").contains(post.kind());
    }

    private static String visibility(SimulatedPost post) {
        return isOpen(post) ? "public" : post.kind();
    }

    private void extras(ObjectNode json, SimulatedAccount account, SimulatedPost post) {
        switch (post.kind()) {
            case "poll" -> json.putObject("poll").put("id", "34830").put("votes_count", 10);
            case "link" ->
                json.putObject("card").put("type", "link").put("url", "https://acme.example/" + post.number());
            case "reply" -> json.put("in_reply_to_id", "109000000000000001").put("in_reply_to_account_id", OTHERS_ID);
            case "thread" ->
                json.put("in_reply_to_id", "109000000000000003").put("in_reply_to_account_id", id(account));
            case "boost" -> json.putNull("url").putObject("reblog").put("id", "109000000000000004");
            default -> {}
        }
    }

    private void media(ArrayNode media, SimulatedPost post) {
        List<String> types = switch (post.kind()) {
            case "image", "video", "gifv", "audio" -> List.of(post.kind());
            case "carousel" -> List.of("image", "image", "image");
            default -> List.of();
        };
        types.forEach(type -> media.addObject().put("type", type).put("preview_url", pictures.address(post.number())));
    }

    private void put(ObjectNode json, String name, SimulatedPost post, Metric metric) {
        OptionalDouble value = post.value(metric, now);
        json.put(name, (long) value.orElse(0));
    }

    private static String written(Instant at) {
        return String.format(
                Locale.ROOT, "%tFT%<tT.%<tLZ", at.truncatedTo(ChronoUnit.MILLIS).atZone(ZoneOffset.UTC));
    }

    private static String html(String text) {
        return "<p>" + ConsentPage.escape(text).replace("\n\n", "</p><p>").replace("\n", "<br />") + "</p>";
    }
}
