package io.tidemark.ledger;

import java.util.function.Function;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/// The one door to a business's rows: opens the transaction and tells row-level security whose rows may be seen.
final class Door {
    /// Rows that a query holds in memory at a time.
    private static final int FETCH_SIZE = 5_000;

    private final DataSource dataSource;
    private final JdbcClient sql;
    private final TransactionTemplate transactions;
    private final TransactionTemplate separate;

    Door(Database database) {
        dataSource = database.application();
        JdbcTemplate template = new JdbcTemplate(dataSource);
        template.setFetchSize(FETCH_SIZE);
        sql = JdbcClient.create(template);
        JdbcTransactionManager manager = new JdbcTransactionManager(dataSource);
        transactions = new TransactionTemplate(manager);
        separate = new TransactionTemplate(manager);
        separate.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    /// Work inside one business. A nested call joins the transaction that is open.
    <T> T inBusiness(long businessId, Function<Session, T> work) {
        return transactions.execute(status -> {
            // SET takes no parameters; the id is a number, so nothing can be smuggled in.
            sql.sql("set local tidemark.business_id = '" + businessId + "'").update();
            return work.apply(new Session(businessId, sql, dataSource, status));
        });
    }

    /// Work on the directory, which belongs to no business.
    <T> T inDirectory(Supplier<T> work) {
        return transactions.execute(status -> work.get());
    }

    /// Work that commits by itself, whatever transaction is open.
    <T> T inNewTransaction(Supplier<T> work) {
        return separate.execute(status -> work.get());
    }

    JdbcClient sql() {
        return sql;
    }
}
