package io.tidemark.collect.simulator.bluesky;

import io.tidemark.collect.simulator.SimulatedAccount;
import io.tidemark.collect.simulator.SimulatedPost;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// What others have written: answered, quoted and shown again by the accounts.
final class Strangers {
    private static final String DID = "did:plc:somebodyelse222222222222";
    private static final int EVERY_SO_MANY = 3;
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private Strangers() {}

    /// The post that an act of an account is about.
    static ObjectNode reference(SimulatedPost act) {
        return NODES.objectNode().put("uri", BlueskyIds.uri(DID, act)).put("cid", BlueskyIds.cid(act.number()));
    }

    /// Whether Bluesky leaves what was shown again out of pages: its author has blocked the account since.
    static boolean isLeftOut(SimulatedPost repost) {
        return repost.number() % EVERY_SO_MANY == 0;
    }

    /// What is shown again, with far larger numbers than the account's own.
    static ObjectNode reposted(SimulatedAccount by, SimulatedPost repost) {
        ObjectNode item = NODES.objectNode();
        ObjectNode post = item.putObject("post");
        post.setAll(reference(repost));
        post.putObject("author").put("did", DID).put("handle", "somebody.example");
        post.putObject("record")
                .put("$type", "app.bsky.feed.post")
                .put("text", "Said by somebody else")
                .put("createdAt", PostView.time(repost.publishedAt()));
        post.put("likeCount", 1_000_000).put("replyCount", 90_000).put("repostCount", 90_000);
        post.put("quoteCount", 90_000).put("bookmarkCount", 90_000);
        post.put("indexedAt", PostView.time(repost.publishedAt()));
        ObjectNode reason = item.putObject("reason").put("$type", "app.bsky.feed.defs#reasonRepost");
        reason.set("by", PostView.author(by));
        reason.put("indexedAt", PostView.time(repost.publishedAt()));
        return item;
    }
}
