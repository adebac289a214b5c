package io.tidemark.collect.simulator.x;

import java.util.List;
import java.util.Set;

/// The names of parameters and fields, before and after X renamed them.
///
/// @param fields parameter by which fields of posts are asked for
record XWords(String fields, String references, String versions, String note, String reposts, String userPosts) {
    static final XWords TWEETS = new XWords(
            "tweet.fields",
            "referenced_tweets",
            "edit_history_tweet_ids",
            "note_tweet",
            "retweet_count",
            "tweet_count");
    static final XWords POSTS = new XWords(
            "post.fields", "referenced_posts", "edit_history_post_ids", "note_post", "repost_count", "post_count");

    private static final Set<String> FIELDS = Set.of(
            "attachments",
            "conversation_id",
            "created_at",
            "entities",
            "id",
            "lang",
            "non_public_metrics",
            "organic_metrics",
            "promoted_metrics",
            "public_metrics",
            "text");
    private static final List<String> PARAMETERS = List.of(
            "ids",
            "max_results",
            "pagination_token",
            "start_time",
            "end_time",
            "exclude",
            "expansions",
            "media.fields",
            "user.fields");

    boolean takes(String parameter) {
        return parameter.equals(fields) || PARAMETERS.contains(parameter);
    }

    /// What came to be an expansion can no longer be asked for as a field.
    boolean hasField(String field) {
        boolean former = this.equals(TWEETS)
                && Set.of(references, versions, "in_reply_to_user_id").contains(field);
        return former || FIELDS.contains(field) || field.equals(note);
    }
}
