package io.tidemark.ledger;

/// Who gets the weekly digest of a business by mail.
public interface DigestReaders {
    /// Has a user get it from now on; nothing happens to who gets it already.
    void subscribe(long businessId, long userId);

    void unsubscribe(long businessId, long userId);

    boolean isSubscribed(long businessId, long userId);
}
