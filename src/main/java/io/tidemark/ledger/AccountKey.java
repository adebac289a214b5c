package io.tidemark.ledger;

import io.tidemark.metric.Platform;
import java.util.List;
import java.util.Locale;

/// Names an account by what a source knows about it; an unknown one becomes an unconnected account.
///
/// @param handle as people write it, without `@`
/// @param owned whether the source tells of it as the business's own; false for a public account of somebody else
public record AccountKey(Platform platform, String handle, String name, List<Alias> aliases, boolean owned) {
    public AccountKey {
        aliases = List.copyOf(aliases);
    }

    /// An account of the business itself.
    public AccountKey(Platform platform, String handle, String name, List<Alias> aliases) {
        this(platform, handle, name, aliases, true);
    }

    /// An account of which only the handle is known.
    public static AccountKey ofHandle(Platform platform, String handle) {
        String plain = handle.strip().replaceFirst("^@", "");
        Alias alias = new Alias(platform.key() + ":handle", plain.toLowerCase(Locale.ROOT));
        return new AccountKey(platform, plain, plain, List.of(alias));
    }

    /// The same account as one of somebody else, which is watched but never counts as the business's own.
    public AccountKey tracked() {
        return new AccountKey(platform, handle, name, aliases, false);
    }
}
