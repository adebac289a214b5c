package io.tidemark.collect.picture;

import io.tidemark.ledger.Thumbnails.Again;

/// An attempt to have a picture brought none.
final class NoPicture extends Exception {
    private static final long serialVersionUID = 1L;

    private final Again again;

    NoPicture(Again again, String said) {
        super(said);
        this.again = again;
    }

    Again again() {
        return again;
    }
}
