package io.tidemark.collect.file;

import org.jspecify.annotations.Nullable;

/// Something in a row cannot be understood: the row is rejected, the rest goes on.
final class BadValue extends RuntimeException {
    private final @Nullable String column;
    private final String text;

    BadValue(@Nullable String column, String reason, String text) {
        super(reason, null, false, false);
        this.column = column;
        this.text = text;
    }

    @Nullable
    String column() {
        return column;
    }

    String reason() {
        return String.valueOf(getMessage());
    }

    String text() {
        return text;
    }
}
