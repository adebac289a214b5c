package io.tidemark.ledger;

import java.sql.Timestamp;
import java.sql.Types;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Which accounts people want to have collected.
public final class LiveChoices {
    private final Door door;
    private final Ids ids;
    private final Clock clock;

    public LiveChoices(Database database) {
        door = new Door(database);
        ids = new Ids(database);
        clock = database.clock();
    }

    /// An account that is to be collected.
    ///
    /// @param sealedToken its own token, encrypted; null where the sign-in's is used
    public record Chosen(
            String connector, String externalId, String kind, AccountKey key, byte @Nullable [] sealedToken) {}

    /// Has accounts collected through a connection, beginning at once. An account that files have told of is the same
    /// one; one that was collected before goes on where it stood, unless another connector reads it now.
    ///
    /// @return their ids, in the same order; empty where there is no such connection
    public List<Long> collect(long businessId, long connectionId, List<Chosen> accounts) {
        return door.inBusiness(businessId, session -> {
            Versions.lockAndStep(session);
            if (!isThere(session, connectionId)) {
                session.rollBack();
                return List.of();
            }
            Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
            AccountIdentities identities = new AccountIdentities(session, ids, now);
            List<Long> accountIds = new ArrayList<>();
            for (Chosen chosen : accounts) {
                long account = identities.of(chosen.key());
                forgetOtherConnector(session, account, chosen.connector());
                begin(session, connectionId, account, chosen, now);
                accountIds.add(account);
            }
            return accountIds;
        });
    }

    /// @return false where the account is not being collected through the connection
    public boolean pause(long businessId, long connectionId, long accountId) {
        return move(businessId, connectionId, accountId, """
                update live_account set status = 'paused', lease = null, leased_until = null
                where business_id = :business and connection_id = :connection and account_id = :account
                    and status in ('collecting', 'paused')
                """);
    }

    /// @return false where the account is not paused, nor being collected, through the connection
    public boolean resume(long businessId, long connectionId, long accountId) {
        return move(businessId, connectionId, accountId, """
                update live_account set status = 'collecting', said = null, said_from = null, failures = 0,
                    due_at = case when status = 'paused' then :now else due_at end,
                    collecting_since = case when status = 'paused' then :now else collecting_since end
                where business_id = :business and connection_id = :connection and account_id = :account
                    and status in ('collecting', 'paused')
                """);
    }

    /// Stops collecting and forgets the account's own token; what was collected stays.
    ///
    /// @return false where the account is not collected through the connection
    public boolean disconnect(long businessId, long connectionId, long accountId) {
        return move(businessId, connectionId, accountId, """
                update live_account set status = 'disconnected', sealed_token = null, said = null, said_from = null,
                    lease = null, leased_until = null
                where business_id = :business and connection_id = :connection and account_id = :account
                    and status <> 'disconnected'
                """);
    }

    /// Has replies of an account collected too from now on, or no more.
    ///
    /// @return false where the account is not collected through the connection
    public boolean replies(long businessId, long connectionId, long accountId, boolean collect) {
        return door.inBusiness(
                businessId,
                session -> session.statement("""
                update live_account set replies = :collect
                where business_id = :business and connection_id = :connection and account_id = :account
                    and status <> 'disconnected'
                """)
                                .param("collect", collect)
                                .param("connection", connectionId)
                                .param("account", accountId)
                                .update()
                        == 1);
    }

    /// Keeps an account's own token that was sealed anew, unless it has changed meanwhile.
    ///
    /// @return false where it has
    public boolean reseal(long businessId, long accountId, byte[] before, byte[] after) {
        return door.inBusiness(
                businessId,
                session -> session.statement("""
                update live_account set sealed_token = :after
                where business_id = :business and account_id = :account and sealed_token = :before
                """)
                                .param("after", after)
                                .param("before", before)
                                .param("account", accountId)
                                .update()
                        == 1);
    }

    private boolean move(long businessId, long connectionId, long accountId, String change) {
        return door.inBusiness(
                businessId,
                session -> session.statement(change)
                                .param("now", Timestamp.from(clock.instant()))
                                .param("connection", connectionId)
                                .param("account", accountId)
                                .update()
                        == 1);
    }

    private static boolean isThere(Session session, long connectionId) {
        return session.statement("""
                select connection_id from connection
                where business_id = :business and connection_id = :connection and status <> 'removed' for update
                """)
                .param("connection", connectionId)
                .query(Long.class)
                .optional()
                .isPresent();
    }

    /// Another connector may call posts by other names and refuse other metrics: what is known for reading them again
    /// is of no use to it.
    private static void forgetOtherConnector(Session session, long account, String connector) {
        int others = session.statement("""
                update live_account set backfill = null, backfilled_at = null, discovered_at = null,
                    account_read_at = null, days_read_at = null, swept_at = null, replies = false
                where business_id = :business and account_id = :account and connector <> :connector
                """)
                .param("account", account)
                .param("connector", connector)
                .update();
        if (others > 0) {
            for (String table : List.of("live_post", "refused_metric")) {
                session.statement("delete from " + table + " where business_id = :business and account_id = :account")
                        .param("account", account)
                        .update();
            }
        }
    }

    private static void begin(Session session, long connectionId, long account, Chosen chosen, Instant now) {
        session.statement("""
                insert into live_account as l (business_id, account_id, connection_id, connector, external_id, kind,
                    sealed_token, status, due_at, collecting_since)
                values (:business, :account, :connection, :connector, :external_id, :kind, :token, 'collecting', :now,
                    :now)
                on conflict (business_id, account_id) do update set connection_id = excluded.connection_id,
                    connector = excluded.connector, external_id = excluded.external_id, kind = excluded.kind,
                    sealed_token = excluded.sealed_token, status = 'collecting', said = null, said_from = null,
                    failures = 0, due_at = excluded.due_at, collecting_since = excluded.collecting_since, lease = null,
                    leased_until = null
                """)
                .param("account", account)
                .param("connection", connectionId)
                .param("connector", chosen.connector())
                .param("external_id", chosen.externalId())
                .param("kind", chosen.kind())
                .param("token", chosen.sealedToken(), Types.BINARY)
                .param("now", Timestamp.from(now))
                .update();
    }
}
