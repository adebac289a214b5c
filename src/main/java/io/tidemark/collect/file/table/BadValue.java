package io.tidemark.collect.file.table;

import org.jspecify.annotations.Nullable;

/// Something in a row cannot be understood: the row is rejected, the rest goes on.
public final class BadValue extends RuntimeException {
    private final @Nullable String column;
    private final String text;

    public BadValue(@Nullable String column, String reason, String text) {
        super(reason, null, false, false);
        this.column = column;
        this.text = text;
    }

    @Nullable
    public String column() {
        return column;
    }

    public String reason() {
        return String.valueOf(getMessage());
    }

    public String text() {
        return text;
    }
}
