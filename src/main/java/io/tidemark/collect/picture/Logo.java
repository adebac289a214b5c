package io.tidemark.collect.picture;

import io.tidemark.ledger.Thumbnail;
import java.util.Optional;

/// Pictures that people upload. They are drawn anew, so that nothing of their file is kept but what can be seen.
public final class Logo {
    /// The largest file that is looked at.
    public static final int MOST_BYTES = 1 << 20;

    private Logo() {}

    /// The picture, at most 320 pixels wide and high; empty where the file is no JPEG, PNG or GIF that can be read.
    public static Optional<Thumbnail> of(byte[] file) {
        try {
            return Optional.of(Miniature.of(file));
        } catch (NoPicture ignored) {
            // What exactly is wrong with it helps nobody: another file does.
            return Optional.empty();
        }
    }
}
