package io.tidemark.ledger;

import org.jspecify.annotations.Nullable;

/// What sets a post apart when numbers are compared; null where nobody said.
///
/// @param collab whether it was published together with another account, whose audience it reached too
/// @param crosspost whether it is also shown by another account or on a sister platform, whose numbers may be in its
///     own
public record Marks(@Nullable Boolean collab, @Nullable Boolean crosspost) {
    public static final Marks UNKNOWN = new Marks(null, null);

    /// What a later source says, with what it leaves open taken from this one.
    Marks then(Marks later) {
        return new Marks(
                later.collab != null ? later.collab : collab, later.crosspost != null ? later.crosspost : crosspost);
    }
}
