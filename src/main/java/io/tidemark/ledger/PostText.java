package io.tidemark.ledger;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a post says and where it is found.
///
/// @param deleted whether it was gone when it was last looked at
/// @param aliases its names on its platform, ordered by scheme
public record PostText(
        long postId, @Nullable String text, @Nullable String url, boolean deleted, Marks marks, List<Alias> aliases) {
    public PostText {
        aliases = List.copyOf(aliases);
    }
}
