package io.tidemark.collect.file.mapping;

import io.tidemark.words.Refusal;
import io.tidemark.words.Said;

/// A mapping that means nothing, or not one thing. The sentence says what to change.
public final class BadMapping extends Refusal {
    private static final long serialVersionUID = 1L;

    private final String member;

    BadMapping(String member, Said said) {
        super(said);
        this.member = member;
    }

    /// Where it stands, such as `columns[3].metric`.
    public String member() {
        return member;
    }
}
