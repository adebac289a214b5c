package io.tidemark.collect.demo;

/// What happens to one post of some accounts.
enum Incident {
    NONE,
    /// One read falls to zero and the next recovers.
    GLITCH,
    /// The platform takes views back for good.
    RESTATEMENT,
    /// The post is removed.
    DELETION
}
