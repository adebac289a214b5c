package io.tidemark.ledger;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;
import org.postgresql.copy.CopyManager;
import org.postgresql.copy.CopyOut;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.jdbc.support.SQLStateSQLExceptionTranslator;
import org.springframework.transaction.TransactionStatus;

/// An open transaction inside one business.
record Session(long businessId, JdbcClient sql, DataSource dataSource, TransactionStatus status) {

    /// A statement with `:business` bound.
    StatementSpec statement(String text) {
        return sql.sql(text).param("business", businessId);
    }

    /// Sends rows in COPY's binary format.
    void copyIn(String copyStatement, byte[] rows, int length) {
        copy(copyStatement, manager -> {
            CopyIn copy = manager.copyIn(copyStatement);
            try {
                copy.writeToCopy(rows, 0, length);
                copy.endCopy();
            } finally {
                if (copy.isActive()) {
                    copy.cancelCopy();
                }
            }
        });
    }

    /// Reads the rows of a query through COPY's binary format: a third of the work of a result set.
    ///
    /// COPY takes no parameters: what a query needs beside `:business` are numbers or [#literal] texts. Until it
    /// ends, no other statement may be issued.
    void copyOut(String query, Consumer<BinaryRow> consumer) {
        String bound = query.replace(":business", Long.toString(businessId));
        copy(bound, manager -> {
            CopyOut copy = manager.copyOut("copy (" + bound + ") to stdout with (format binary)");
            try {
                BinaryRow row = new BinaryRow();
                for (byte[] message = copy.readFromCopy(); message != null; message = copy.readFromCopy()) {
                    if (row.next(message)) {
                        consumer.accept(row);
                    }
                }
            } finally {
                if (copy.isActive()) {
                    copy.cancelCopy();
                }
            }
        });
    }

    /// A text as SQL writes it, for where nothing can be bound.
    static String literal(String text) {
        return "'" + text.replace("'", "''") + "'";
    }

    private interface Copying {
        void run(CopyManager manager) throws SQLException;
    }

    private void copy(String statement, Copying copying) {
        Connection connection = DataSourceUtils.getConnection(dataSource);
        try {
            copying.run(connection.unwrap(PGConnection.class).getCopyAPI());
        } catch (SQLException e) {
            throw translated(statement, e);
        } finally {
            DataSourceUtils.releaseConnection(connection, dataSource);
        }
    }

    /// Hands over the bytes of `copy … to stdout` as they come, in whatever format the statement names. When the
    /// consumer fails, the rest is called off.
    void copyBytes(String copyStatement, Consumer<byte[]> consumer) {
        Connection connection = DataSourceUtils.getConnection(dataSource);
        try {
            CopyOut rows = connection.unwrap(PGConnection.class).getCopyAPI().copyOut(copyStatement);
            try {
                for (byte[] row = rows.readFromCopy(); row != null; row = rows.readFromCopy()) {
                    consumer.accept(row);
                }
            } finally {
                if (rows.isActive()) {
                    rows.cancelCopy();
                }
            }
        } catch (SQLException e) {
            throw translated(copyStatement, e);
        } finally {
            DataSourceUtils.releaseConnection(connection, dataSource);
        }
    }

    static RuntimeException translated(String statement, SQLException failure) {
        RuntimeException translated = new SQLStateSQLExceptionTranslator().translate("copy", statement, failure);
        return translated != null ? translated : new IllegalStateException(failure);
    }

    void rollBack() {
        status.setRollbackOnly();
    }
}
