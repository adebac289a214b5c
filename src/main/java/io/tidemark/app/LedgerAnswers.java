package io.tidemark.app;

import io.tidemark.serve.AnalyticsRequest;
import io.tidemark.serve.Answers;

/// Answers from the ledger's frames.
final class LedgerAnswers implements Answers {
    @Override
    public Object overview(AnalyticsRequest request) {
        throw new UnsupportedOperationException("overview");
    }

    @Override
    public Object trends(AnalyticsRequest request) {
        throw new UnsupportedOperationException("trends");
    }
}
