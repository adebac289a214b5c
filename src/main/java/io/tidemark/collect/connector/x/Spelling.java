package io.tidemark.collect.connector.x;

import io.tidemark.collect.connector.Fault;
import java.util.List;

/// How posts are asked for. Which of the two X understands is known only once it has refused one.
enum Spelling {
    TWEET(
            "tweet.fields",
            List.of(
                    Renamed.NOTE.former(),
                    Renamed.REFERENCES.former(),
                    Renamed.VERSIONS.former(),
                    "in_reply_to_user_id"),
            List.of()),
    /// Here references and the author of what is answered are expansions, which bring (and bill) other people's posts
    /// and users. They are left out: a post of another conversation is a reply, and reposts are excluded by X.
    POST("post.fields", List.of(Renamed.NOTE.present()), List.of(Renamed.VERSIONS.present()));

    private static final List<String> FIELDS = List.of("attachments", "conversation_id", "created_at", "entities");

    private final String parameter;
    private final List<String> fields;
    private final List<String> expansions;

    Spelling(String parameter, List<String> fields, List<String> expansions) {
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
        return fault instanceof Fault.Misconfigured && fault.said().contains(parameter);
    }

    /// Adds what is asked of posts.
    ///
    /// @param groups of numbers
    void ask(Query query, Groups groups) {
        query.add(parameter, FIELDS, fields, groups.ofPosts());
        query.add("expansions", expansions, groups.withMedia() ? List.of("attachments.media_keys") : List.of());
        if (groups.withMedia()) {
            query.add("media.fields", List.of("type", "url", "preview_image_url"), groups.ofMedia());
        }
    }
}
