package io.tidemark.ledger;

import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.TransactionStatus;
import org.springframework.transaction.support.TransactionTemplate;

/// The one door to a business's rows: opens the transaction and tells row-level security whose rows may be seen.
final class Door {
    /// Rows that a query holds in memory at a time.
    private static final int FETCH_SIZE = 5_000;

    private final DataSource dataSource;
    private final JdbcClient sql;
    private final TransactionTemplate transactions;
    private final TransactionTemplate snapshots;

    Door(Database database) {
        this(database.application());
    }

    /// Over connections of their own: their transactions join none that is open on others.
    Door(DataSource connections) {
        dataSource = connections;
        JdbcTemplate template = new JdbcTemplate(dataSource);
        template.setFetchSize(FETCH_SIZE);
        sql = JdbcClient.create(template);
        JdbcTransactionManager manager = new JdbcTransactionManager(dataSource);
        transactions = new TransactionTemplate(manager);
        snapshots = new TransactionTemplate(manager);
        snapshots.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
    }

    /// Work inside one business. A nested call joins the transaction that is open.
    <T> T inBusiness(long businessId, Function<Session, T> work) {
        return transactions.execute(status -> work.apply(enter(businessId, status)));
    }

    /// Reading of one business in several statements that see one and the same state, without locking anything.
    <T> T readBusiness(long businessId, Function<Session, T> work) {
        return snapshots.execute(status -> work.apply(enter(businessId, status)));
    }

    /// The same, of the state that another transaction sees and keeps open meanwhile.
    ///
    /// @param snapshot as `pg_export_snapshot` named it
    void readSnapshot(long businessId, String snapshot, Consumer<Session> work) {
        snapshots.executeWithoutResult(status -> {
            sql.sql("set transaction snapshot " + Session.literal(snapshot)).update();
            work.accept(enter(businessId, status));
        });
    }

    private Session enter(long businessId, TransactionStatus status) {
        // SET takes no parameters; the id is a number, so nothing can be smuggled in.
        sql.sql("set local tidemark.business_id = '" + businessId + "'").update();
        return new Session(businessId, sql, dataSource, status);
    }

    /// Work on the directory, which belongs to no business.
    <T> T inDirectory(Supplier<T> work) {
        return transactions.execute(status -> work.get());
    }

    JdbcClient sql() {
        return sql;
    }
}
