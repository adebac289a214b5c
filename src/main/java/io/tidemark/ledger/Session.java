package io.tidemark.ledger;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.postgresql.PGConnection;
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

    /// Sends rows in COPY's text format.
    void copyIn(String copyStatement, CharSequence rows) {
        byte[] bytes = rows.toString().getBytes(StandardCharsets.UTF_8);
        Connection connection = DataSourceUtils.getConnection(dataSource);
        try {
            connection
                    .unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyIn(copyStatement, new ByteArrayInputStream(bytes), 1 << 16);
        } catch (SQLException e) {
            throw translated(copyStatement, e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            DataSourceUtils.releaseConnection(connection, dataSource);
        }
    }

    private static RuntimeException translated(String statement, SQLException failure) {
        RuntimeException translated = new SQLStateSQLExceptionTranslator().translate("copy", statement, failure);
        return translated != null ? translated : new IllegalStateException(failure);
    }

    void rollBack() {
        status.setRollbackOnly();
    }
}
