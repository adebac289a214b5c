package io.tidemark.ledger;

import io.tidemark.frame.LabelKind;

/// A label that an import names for a post.
public record NamedLabel(LabelKind kind, String name, Alias post) {}
