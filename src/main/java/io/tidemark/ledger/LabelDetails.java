package io.tidemark.ledger;

import io.tidemark.frame.Label;
import io.tidemark.ledger.label.LabelRule;
import java.time.Instant;
import java.util.List;

/// A label as its owners see it.
public record LabelDetails(Label label, List<LabelRule> rules, Posts posts, Instant createdAt) {
    public LabelDetails {
        rules = List.copyOf(rules);
    }

    /// How many posts carry it, and why; a post may have several reasons.
    ///
    /// @param takenOff posts from which it was taken by hand, whatever rules and imports say
    public record Posts(long total, long byHand, long byRule, long byImport, long takenOff) {
        static final Posts NONE = new Posts(0, 0, 0, 0, 0);
    }
}
