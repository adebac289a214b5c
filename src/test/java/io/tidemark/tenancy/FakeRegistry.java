package io.tidemark.tenancy;

import io.tidemark.ledger.Business;
import io.tidemark.ledger.Conventions;
import io.tidemark.ledger.DuplicateName;
import io.tidemark.ledger.User;
import java.time.DayOfWeek;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/// A registry in memory.
public final class FakeRegistry implements Registry {
    private final Map<Long, Business> businesses = new TreeMap<>();
    private final Map<Long, User> users = new TreeMap<>();
    private final Set<Member> members = new HashSet<>();

    private record Member(long businessId, long userId) {}

    @Override
    public synchronized Business createBusiness(String name, ZoneId zone, DayOfWeek weekStart, boolean demo) {
        findBusiness(name).ifPresent(taken -> {
            throw DuplicateName.ofBusiness(taken);
        });
        Business business = new Business(businesses.size() + 1L, name, zone, weekStart, demo);
        businesses.put(business.id(), business);
        return business;
    }

    @Override
    public synchronized Business change(long id, String name, Conventions conventions) {
        findBusiness(name).filter(other -> other.id() != id).ifPresent(taken -> {
            throw DuplicateName.ofBusiness(taken);
        });
        Business before = findBusiness(id).orElseThrow();
        Business after = new Business(id, name, before.zone(), before.weekStart(), before.demo(), conventions);
        businesses.put(id, after);
        return after;
    }

    @Override
    public synchronized List<Business> businesses() {
        return List.copyOf(businesses.values());
    }

    @Override
    public synchronized Optional<Business> findBusiness(long id) {
        return Optional.ofNullable(businesses.get(id));
    }

    @Override
    public synchronized Optional<Business> findBusiness(String name) {
        return businesses.values().stream()
                .filter(b -> b.name().equalsIgnoreCase(name.strip()))
                .findFirst();
    }

    @Override
    public synchronized List<Business> businessesOf(User user) {
        return businesses.values().stream().filter(b -> maySee(user, b.id())).toList();
    }

    @Override
    public synchronized boolean maySee(User user, long businessId) {
        Long only = user.only();
        boolean administrator = user.administrator()
                || findUser(user.id()).filter(User::administrator).isPresent();
        return businesses.containsKey(businessId)
                && (only == null || only == businessId)
                && (administrator || members.contains(new Member(businessId, user.id())));
    }

    @Override
    public synchronized User createUser(String email, String passwordHash) {
        if (findUser(email).isPresent()) {
            throw DuplicateName.ofUser(email);
        }
        User user = new User(1001L + users.size(), email, passwordHash, users.isEmpty(), 1);
        users.put(user.id(), user);
        return user;
    }

    @Override
    public synchronized Optional<User> findUser(String email) {
        return users.values().stream().filter(u -> u.email().equals(email)).findFirst();
    }

    @Override
    public synchronized Optional<User> findUser(long id) {
        return Optional.ofNullable(users.get(id));
    }

    @Override
    public synchronized void setPassword(long userId, String passwordHash) {
        users.computeIfPresent(
                userId, (id, u) -> new User(id, u.email(), passwordHash, u.administrator(), u.tokenGeneration() + 1));
    }

    @Override
    public synchronized void addMember(long businessId, long userId) {
        members.add(new Member(businessId, userId));
    }

    public synchronized void removeMember(long businessId, long userId) {
        members.remove(new Member(businessId, userId));
    }

    public synchronized void removeUser(long userId) {
        users.remove(userId);
    }
}
