package io.tidemark.ledger;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// What users look at again and again, by names of their own: a page and what its address says. Each user has those of
/// each business to themselves.
public interface SavedViews {
    /// Of a user in a business.
    int MOST = 100;

    static SavedViews of(Database database) {
        return new SavedViewBook(database);
    }

    /// What is to be kept.
    ///
    /// @param path of a page of the dashboard
    /// @param search what follows the path, with its question mark; may be empty
    record Wanted(String name, String path, String search) {}

    record Kept(long viewId, String name, String path, String search, Instant savedAt) {}

    /// In the order of their names.
    List<Kept> all(long businessId, long userId);

    /// Keeps a view in the place of the one of its name.
    ///
    /// @return empty when there are too many already
    Optional<Kept> save(long businessId, long userId, Wanted wanted);

    /// @return empty when there is no such view
    /// @throws DuplicateName when another view has the name
    Optional<Kept> rename(long businessId, long userId, long viewId, String name);

    /// @return false when there is no such view
    boolean remove(long businessId, long userId, long viewId);
}
