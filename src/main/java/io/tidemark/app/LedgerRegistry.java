package io.tidemark.app;

import io.tidemark.ledger.Business;
import io.tidemark.ledger.Conventions;
import io.tidemark.ledger.Directory;
import io.tidemark.ledger.User;
import io.tidemark.tenancy.Registry;
import java.time.DayOfWeek;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/// The ledger's directory as the registry that signing in and the web ask.
record LedgerRegistry(Directory directory) implements Registry {
    @Override
    public Business createBusiness(String name, ZoneId zone, DayOfWeek weekStart, boolean demo) {
        return directory.createBusiness(name, zone, weekStart, demo);
    }

    @Override
    public Business change(long id, String name, Conventions conventions) {
        return directory.change(id, name, conventions);
    }

    @Override
    public List<Business> businesses() {
        return directory.businesses();
    }

    @Override
    public Optional<Business> findBusiness(long id) {
        return directory.findBusiness(id);
    }

    @Override
    public Optional<Business> findBusiness(String name) {
        return directory.findBusiness(name);
    }

    @Override
    public List<Business> businessesOf(User user) {
        return directory.businessesOf(user);
    }

    @Override
    public boolean maySee(User user, long businessId) {
        return directory.maySee(user, businessId);
    }

    @Override
    public User createUser(String email, String passwordHash) {
        return directory.createUser(email, passwordHash);
    }

    @Override
    public Optional<User> findUser(String email) {
        return directory.findUser(email);
    }

    @Override
    public Optional<User> findUser(long id) {
        return directory.findUser(id);
    }

    @Override
    public void setPassword(long userId, String passwordHash) {
        directory.setPassword(userId, passwordHash);
    }

    @Override
    public void addMember(long businessId, long userId) {
        directory.addMember(businessId, userId);
    }
}
