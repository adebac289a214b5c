package io.tidemark.collect.connector.x;

import io.tidemark.collect.connector.Fault;
import io.tidemark.collect.connector.Query;
import java.util.List;
import java.util.stream.Stream;

/// How posts are asked for. Which of the two X understands is known only once it has refused one.
enum Spelling {
    TWEET(
            "tweet.fields",
            String.join(
                    ",",
                    Renamed.NOTE.former(),
                    Renamed.REFERENCES.former(),
                    Renamed.VERSIONS.former(),
                    "in_reply_to_user_id"),
            ""),
    /// Here references and the author of what is answered are expansions, which bring (and bill) other people's posts
    /// and users. They are left out: a post of another conversation is a reply, and reposts are excluded by X.
    POST("post.fields", Renamed.NOTE.present(), Renamed.VERSIONS.present());

    private static final String FIELDS = "attachments,conversation_id,created_at,entities";

    private final String parameter;
    private final String fields;
    private final String expansions;

    Spelling(String parameter, String fields, String expansions) {
        this.parameter = parameter;
        this.fields = fields;
        this.expansions = expansions;
    }

    /// By the name of its parameter.
    static Spelling of(String parameter) {
        for (Spelling spelling : values()) {
            if (spelling.parameter.equals(parameter)) {
                return spelling;
            }
        }
        throw new IllegalArgumentException("The setting post-fields-parameter is " + TWEET.parameter + " or "
                + POST.parameter + ", not " + parameter);
    }

    Spelling other() {
        return this == TWEET ? POST : TWEET;
    }

    boolean isRefusedBy(Fault fault) {
        return fault instanceof Fault.Misconfigured && fault.said().english().contains(parameter);
    }

    /// Adds what is asked of posts.
    ///
    /// @param groups of numbers
    void ask(Query query, Groups groups) {
        query.add(parameter, all(FIELDS, fields, groups.ofPosts()));
        query.add("expansions", all(expansions, groups.withMedia() ? "attachments.media_keys" : ""));
        if (groups.withMedia()) {
            query.add("media.fields", all("type,url,preview_image_url", groups.ofMedia()));
        }
    }

    private static List<String> all(String... lists) {
        return Stream.of(lists).filter(list -> !list.isEmpty()).toList();
    }
}
