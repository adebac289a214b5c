package io.tidemark.collect.file.format;

import io.tidemark.metric.Platform;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/// Whose numbers a file holds.
public sealed interface Accounts {
    /// The platforms that they may be on; never empty.
    Set<Platform> platforms();

    /// All rows are of one account.
    ///
    /// @param platforms several where the file leaves it open, which is asked then
    /// @param handle as the file or its name gives it
    record One(Set<Platform> platforms, Optional<String> handle) implements Accounts {
        public One {
            platforms = EnumSet.copyOf(platforms);
        }

        public One(Platform platform, Optional<String> handle) {
            this(Set.of(platform), handle);
        }
    }

    /// All rows are of one account that the file calls by a name which is not its handle, such as a person's. What the
    /// user says goes before it.
    record Called(Platform platform, String name) implements Accounts {
        @Override
        public Set<Platform> platforms() {
            return Set.of(platform);
        }
    }

    /// Every row names its account.
    record Each(Set<Platform> platforms) implements Accounts {
        public Each {
            platforms = EnumSet.copyOf(platforms);
        }
    }
}
