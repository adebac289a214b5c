package io.tidemark.ledger;

import java.util.List;

/// Posts that a business does not have, or names that mean several of its posts.
public final class UnknownPosts extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient List<String> unknown;
    private final transient List<String> ambiguous;

    UnknownPosts(List<String> unknown, List<String> ambiguous) {
        super("Unknown: " + unknown.size() + ", ambiguous: " + ambiguous.size());
        this.unknown = List.copyOf(unknown);
        this.ambiguous = List.copyOf(ambiguous);
    }

    public List<String> unknown() {
        return unknown;
    }

    /// External ids that mean several posts: their schemes would tell which.
    public List<String> ambiguous() {
        return ambiguous;
    }
}
