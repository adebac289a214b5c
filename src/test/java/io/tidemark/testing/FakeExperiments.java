package io.tidemark.testing;

import io.tidemark.ledger.TimingExperiment;
import io.tidemark.ledger.TimingExperiments;
import java.util.List;
import java.util.Optional;

/// No business tests anything.
public final class FakeExperiments implements TimingExperiments {
    @Override
    public List<TimingExperiment> all(long businessId) {
        return List.of();
    }

    @Override
    public Optional<TimingExperiment> find(long businessId, long id) {
        return Optional.empty();
    }

    @Override
    public Optional<TimingExperiment> start(long businessId, Wanted wanted) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Optional<TimingExperiment> end(long businessId, long id) {
        return Optional.empty();
    }
}
