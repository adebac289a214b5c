package io.tidemark.testing;

import io.tidemark.ledger.Member;
import io.tidemark.ledger.Members;
import java.util.List;
import java.util.Optional;

/// No business has members.
public final class FakeMembers implements Members {
    @Override
    public List<Member> all(long businessId) {
        return List.of();
    }

    @Override
    public Optional<Member> find(long businessId, long userId) {
        return Optional.empty();
    }

    @Override
    public boolean add(long businessId, long userId, Member.Role role) {
        return true;
    }

    @Override
    public Outcome change(long businessId, long userId, Member.Role role) {
        return Outcome.UNKNOWN;
    }

    @Override
    public Outcome remove(long businessId, long userId) {
        return Outcome.UNKNOWN;
    }

    @Override
    public List<String> administrators() {
        return List.of();
    }
}
