package io.tidemark.testing;

import io.tidemark.frame.LabelKind;
import io.tidemark.ledger.LabelDetails;
import io.tidemark.ledger.Labelling;
import io.tidemark.ledger.NamedLabel;
import io.tidemark.ledger.PostReferences;
import io.tidemark.ledger.label.LabelRule;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// No labels, and none can be made.
public final class FakeLabelling implements Labelling {
    @Override
    public List<LabelDetails> labels(long businessId) {
        return List.of();
    }

    @Override
    public Optional<LabelDetails> label(long businessId, long labelId) {
        return Optional.empty();
    }

    @Override
    public LabelDetails create(long businessId, LabelKind kind, String name, List<LabelRule> rules) {
        throw new UnsupportedOperationException("No labels here");
    }

    @Override
    public Optional<LabelDetails> change(
            long businessId,
            long labelId,
            @Nullable LabelKind kind,
            @Nullable String name,
            @Nullable List<LabelRule> rules) {
        return Optional.empty();
    }

    @Override
    public boolean remove(long businessId, long labelId) {
        return false;
    }

    @Override
    public Optional<Integer> choose(long businessId, long labelId, PostReferences posts, boolean carries) {
        return Optional.empty();
    }

    @Override
    public Optional<Integer> unchoose(long businessId, long labelId, PostReferences posts) {
        return Optional.empty();
    }

    @Override
    public void name(long businessId, long sourceId, Collection<NamedLabel> named) {
        throw new UnsupportedOperationException("No labels here");
    }

    @Override
    public Optional<List<String>> group(long businessId, long accountId, List<String> groups) {
        return Optional.empty();
    }

    @Override
    public boolean zone(long businessId, long accountId, @Nullable ZoneId zone) {
        return false;
    }
}
