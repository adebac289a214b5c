package io.tidemark.ledger;

import io.tidemark.language.Language;
import java.util.Optional;

/// Who gets the weekly digest of a business by mail, and in which language.
public interface DigestReaders {
    /// Has a user get it in a language from now on; who gets it already has the language changed and nothing else.
    void subscribe(long businessId, long userId, Language language);

    void unsubscribe(long businessId, long userId);

    /// The language in which a user gets it; empty for who does not.
    Optional<Language> language(long businessId, long userId);
}
