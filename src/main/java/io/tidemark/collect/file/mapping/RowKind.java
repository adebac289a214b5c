package io.tidemark.collect.file.mapping;

import io.tidemark.words.Sentence;
import io.tidemark.words.Value;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/// What a row of a mapped table is about.
public enum RowKind {
    /// A post with its counters to date.
    POSTS,
    /// A day of an account.
    ACCOUNT_DAYS,
    /// A day of a post.
    POST_DAYS,
    /// The level of an account, such as its followers, at a moment.
    ACCOUNT_LEVELS;

    static final List<Sentence> SENTENCES =
            Arrays.stream(values()).map(rows -> rows.word).toList();

    @SuppressWarnings("ImmutableEnumChecker") // A record of texts.
    private final Sentence word;

    RowKind() {
        String key = name().toLowerCase(Locale.ROOT);
        this.word = Sentence.of("rows_" + key, key);
    }

    /// As sentences name it.
    Value word() {
        return Value.clause(word.said());
    }

    boolean ofPosts() {
        return this == POSTS || this == POST_DAYS;
    }
}
