package io.tidemark.ledger;

import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.util.List;

/// Which account a key names: one that is known under one of its aliases, else a new one. Runs while the
/// business's row is locked.
record AccountIdentities(Session session, Ids ids, Instant now) {
    /// An account that shares a name with the key but has another id of the platform is another: pages of one
    /// brand are often called the same.
    long of(AccountKey key) {
        String idScheme = key.platform().key() + ":id";
        String platformId = key.aliases().stream()
                .filter(alias -> alias.scheme().equals(idScheme))
                .map(Alias::externalId)
                .findFirst()
                .orElse(null);
        List<Long> known = key.aliases().stream()
                .flatMap(alias -> session
                        .statement("""
                                select a.account_id from account_alias a
                                where a.business_id = :business and a.scheme = :scheme and a.external_id = :id
                                    and not exists (
                                        select from account_alias other
                                        where other.business_id = :business and other.account_id = a.account_id
                                            and other.scheme = :id_scheme and other.external_id <> :platform_id)
                                """)
                        .param("scheme", alias.scheme())
                        .param("id", alias.externalId())
                        .param("id_scheme", idScheme)
                        .param("platform_id", platformId, Types.VARCHAR)
                        .query(Long.class)
                        .list()
                        .stream())
                .toList();
        long id = known.isEmpty() ? createAccount(key) : known.getFirst();
        if (!known.isEmpty() && key.owned()) {
            own(id);
        }
        for (Alias alias : key.aliases()) {
            session.statement("""
                    insert into account_alias (business_id, scheme, external_id, account_id)
                    values (:business, :scheme, :id, :account) on conflict do nothing
                    """)
                    .param("scheme", alias.scheme())
                    .param("id", alias.externalId())
                    .param("account", id)
                    .update();
        }
        return id;
    }

    /// An account is the business's own once any source says so; a source that watches it takes nothing away.
    private void own(long accountId) {
        session.statement("""
                update account set owned = true
                where business_id = :business and account_id = :account and not owned
                """).param("account", accountId).update();
    }

    private long createAccount(AccountKey key) {
        long id = ids.take();
        session.statement("""
                insert into account (business_id, account_id, platform, handle, name, owned, created_at)
                values (:business, :id, :platform, :handle, :name, :owned, :now)
                """)
                .param("id", id)
                .param("platform", key.platform().key())
                .param("handle", key.handle())
                .param("name", key.name())
                .param("owned", key.owned())
                .param("now", Timestamp.from(now))
                .update();
        return id;
    }
}
