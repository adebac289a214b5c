package io.tidemark.tenancy;

import io.tidemark.ledger.Business;
import io.tidemark.ledger.Conventions;
import io.tidemark.ledger.User;
import java.time.DayOfWeek;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/// The businesses and users that exist, and who may see what. E-mail addresses are given in the form of
/// [Emails#normal].
public interface Registry {
    /// @throws io.tidemark.ledger.DuplicateName when the name is taken
    Business createBusiness(String name, ZoneId zone, DayOfWeek weekStart, boolean demo);

    /// Gives a business another name and other conventions.
    ///
    /// @throws io.tidemark.ledger.DuplicateName when the name is another's
    Business change(long id, String name, Conventions conventions);

    List<Business> businesses();

    Optional<Business> findBusiness(long id);

    Optional<Business> findBusiness(String name);

    /// The businesses that a user may see: all for an administrator.
    List<Business> businessesOf(User user);

    boolean maySee(User user, long businessId);

    /// Creates a user; the very first one is an administrator.
    ///
    /// @throws io.tidemark.ledger.DuplicateName when the e-mail is taken
    User createUser(String email, String passwordHash);

    Optional<User> findUser(String email);

    Optional<User> findUser(long id);

    /// Makes all tokens of the user worthless.
    void setPassword(long userId, String passwordHash);

    void addMember(long businessId, long userId);
}
