package io.tidemark.ledger;

import io.tidemark.words.Refusal;
import io.tidemark.words.Said;

/// More labels or rules than a business may have.
public final class LabelLimit extends Refusal {
    private static final long serialVersionUID = 1L;

    LabelLimit(Said said) {
        super(said);
    }
}
