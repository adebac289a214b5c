package io.tidemark.frame;

/// What belongs to a frame can no longer be read, since the data has moved on: whoever asked asks again with the
/// present frame. Two versions of the data never mix in one answer.
public final class OutdatedFrame extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public OutdatedFrame(long frameVersion, long presentVersion) {
        super("The frame is of data version " + frameVersion + ", the data of version " + presentVersion);
    }
}
