package io.tidemark.collect.file.table;

import io.tidemark.words.Said;
import org.jspecify.annotations.Nullable;

/// Something in a row cannot be understood: the row is rejected, the rest goes on.
public final class BadValue extends RuntimeException {
    private final @Nullable String column;
    private final transient Said reason;
    private final String text;

    public BadValue(@Nullable String column, Said reason, String text) {
        super(reason.english(), null, false, false);
        this.reason = reason;
        this.column = column;
        this.text = text;
    }

    @Nullable
    public String column() {
        return column;
    }

    public Said reason() {
        return reason;
    }

    public String text() {
        return text;
    }
}
