package io.tidemark.tenancy;

import io.tidemark.words.Refusal;
import io.tidemark.words.Said;

/// A password that is not accepted.
public final class WeakPassword extends Refusal {
    private static final long serialVersionUID = 1L;

    WeakPassword(Said said) {
        super(said);
    }
}
