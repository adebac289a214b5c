package io.tidemark.collect.connector.x;

import tools.jackson.databind.JsonNode;

/// Fields of answers that X's API description of August 2026 spells in another way. An answer may have either.
enum Renamed {
    REFERENCES("referenced_tweets", "referenced_posts"),
    VERSIONS("edit_history_tweet_ids", "edit_history_post_ids"),
    NOTE("note_tweet", "note_post"),
    REPOST_COUNT("retweet_count", "repost_count");

    private final String former;
    private final String present;

    Renamed(String former, String present) {
        this.former = former;
        this.present = present;
    }

    String former() {
        return former;
    }

    String present() {
        return present;
    }

    /// A missing node where neither is there.
    JsonNode in(JsonNode parent) {
        JsonNode node = parent.path(present);
        return node.isMissingNode() || node.isNull() ? parent.path(former) : node;
    }
}
