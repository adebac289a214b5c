package io.tidemark.ledger;

import java.time.DayOfWeek;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/// Businesses, users and who may see what: the few rows that are read before a business is chosen.
public final class Directory {
    /// Creates the next business; the first is number 1.
    ///
    /// @throws DuplicateName when the name is taken
    public Business createBusiness(String name, ZoneId zone, DayOfWeek weekStart, boolean demo) {
        throw new UnsupportedOperationException();
    }

    public List<Business> businesses() {
        throw new UnsupportedOperationException();
    }

    public Optional<Business> findBusiness(long id) {
        throw new UnsupportedOperationException();
    }

    public Optional<Business> findBusiness(String name) {
        throw new UnsupportedOperationException();
    }

    /// The businesses that a user may see: all for an administrator.
    public List<Business> businessesOf(User user) {
        throw new UnsupportedOperationException();
    }

    public boolean maySee(User user, long businessId) {
        throw new UnsupportedOperationException();
    }

    /// Creates a user; the very first one is an administrator.
    ///
    /// @throws DuplicateName when the e-mail is taken
    public User createUser(String email, String passwordHash) {
        throw new UnsupportedOperationException();
    }

    public Optional<User> findUser(String email) {
        throw new UnsupportedOperationException();
    }

    public Optional<User> findUser(long id) {
        throw new UnsupportedOperationException();
    }

    public void setPassword(long userId, String passwordHash) {
        throw new UnsupportedOperationException();
    }

    public void addMember(long businessId, long userId) {
        throw new UnsupportedOperationException();
    }
}
