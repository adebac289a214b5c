package io.tidemark.collect.file.mapping;

import io.tidemark.words.Sentence;
import io.tidemark.words.Value;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/// What a column of a mapped table holds.
public enum Role {
    /// The platform's id of the post. Several columns make one id together.
    POST_ID(true),
    PERMALINK(true),
    TEXT(true),
    PUBLISHED_AT(true),
    /// The time of day, where it stands beside the day of publication.
    PUBLISHED_TIME(true),
    /// Words such as "Photo" or "Reel".
    CONTENT_TYPE(true),
    DAY(false),
    /// When the tool read the numbers of the row.
    OBSERVED_AT(false),
    PLATFORM(false),
    ACCOUNT(false),
    /// A metric of the dictionary. Columns of one metric that adds are added up.
    METRIC(false),
    /// A number that only this tool knows: kept as a breakdown, never added to a metric.
    NATIVE(false),
    IGNORED(false);

    static final List<Sentence> SENTENCES =
            Arrays.stream(values()).map(role -> role.word).toList();

    private final boolean describesPost;

    @SuppressWarnings("ImmutableEnumChecker") // A record of texts.
    private final Sentence word;

    Role(boolean describesPost) {
        String key = name().toLowerCase(Locale.ROOT);
        this.describesPost = describesPost;
        this.word = Sentence.of("role_" + key, key);
    }

    /// As sentences name it.
    Value word() {
        return Value.clause(word.said());
    }

    boolean describesPost() {
        return describesPost;
    }

    boolean repeats() {
        return this == POST_ID || this == METRIC || this == NATIVE || this == IGNORED;
    }
}
