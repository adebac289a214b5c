package io.tidemark.analytics;

import io.tidemark.frame.Label;
import io.tidemark.frame.LabelKind;
import io.tidemark.frame.Labels;
import java.util.BitSet;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/// Which rows of posts the terms about labels let through.
final class LabelledPosts {
    private final Labels labels;
    private final int posts;

    LabelledPosts(Labels labels, int posts) {
        this.labels = labels;
        this.posts = posts;
    }

    /// All posts where there are no terms.
    ///
    /// @throws BadQuery when a label does not exist
    BitSet of(Collection<LabelTerm> terms) {
        Map<LabelKind, BitSet> wanted = new EnumMap<>(LabelKind.class);
        BitSet unwanted = new BitSet(posts);
        for (LabelTerm term : terms) {
            switch (term) {
                case LabelTerm.With(LabelTerm.Reference reference) -> {
                    Label label = reference.resolve(labels);
                    add(label, wanted.computeIfAbsent(label.kind(), kind -> new BitSet(posts)));
                }
                case LabelTerm.Without(LabelTerm.Reference reference) -> add(reference.resolve(labels), unwanted);
                case LabelTerm.NoneOf(LabelKind kind) ->
                    wanted.computeIfAbsent(kind, k -> new BitSet(posts)).or(without(labels.of(kind)));
            }
        }
        BitSet through = all();
        wanted.values().forEach(through::and);
        through.andNot(unwanted);
        return through;
    }

    /// The posts that carry a label.
    BitSet with(Label label) {
        BitSet carrying = new BitSet(posts);
        add(label, carrying);
        return carrying;
    }

    /// The posts that carry none of some labels.
    BitSet without(List<Label> some) {
        BitSet carrying = new BitSet(posts);
        some.forEach(label -> add(label, carrying));
        BitSet rest = all();
        rest.andNot(carrying);
        return rest;
    }

    private BitSet all() {
        BitSet all = new BitSet(posts);
        all.set(0, posts);
        return all;
    }

    private void add(Label label, BitSet rows) {
        for (int row : labels.rows(label)) {
            rows.set(row);
        }
    }
}
