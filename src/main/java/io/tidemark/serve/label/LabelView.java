package io.tidemark.serve.label;

import io.tidemark.frame.LabelKind;
import io.tidemark.ledger.LabelDetails;
import io.tidemark.ledger.label.LabelRule;
import java.time.Instant;
import java.util.List;

/// A label as answers show it.
record LabelView(
        long labelId, LabelKind kind, String name, List<LabelRule> rules, LabelDetails.Posts posts, Instant createdAt) {
    static LabelView of(LabelDetails details) {
        return new LabelView(
                details.label().id(),
                details.label().kind(),
                details.label().name(),
                details.rules(),
                details.posts(),
                details.createdAt());
    }
}
