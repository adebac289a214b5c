package io.tidemark.ledger;

/// More labels or rules than a business may have. The message is one sentence.
public final class LabelLimit extends RuntimeException {
    private static final long serialVersionUID = 1L;

    LabelLimit(String message) {
        super(message);
    }
}
