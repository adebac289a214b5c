package io.tidemark.ledger;

import io.tidemark.metric.Platform;
import java.util.List;
import java.util.Locale;

/// Names an account by what a source knows about it; an unknown one becomes an unconnected account.
///
/// @param handle as people write it, without `@`
public record AccountKey(Platform platform, String handle, String name, List<Alias> aliases) {
    public AccountKey {
        aliases = List.copyOf(aliases);
    }

    /// An account of which only the handle is known.
    public static AccountKey ofHandle(Platform platform, String handle) {
        String plain = handle.strip().replaceFirst("^@", "");
        Alias alias = new Alias(platform.key() + ":handle", plain.toLowerCase(Locale.ROOT));
        return new AccountKey(platform, plain, plain, List.of(alias));
    }
}
