package io.tidemark.bench;

import io.tidemark.ledger.server.PostgresAccess;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyManager;

/// What PostgreSQL's own COPY does with the same rows: the yardstick.
final class RawCopy {
    private final PostgresAccess access;

    RawCopy(PostgresAccess access) {
        this.access = access;
    }

    /// How long so many rows took.
    record Copied(long rows, double seconds) {}

    /// Copies the snapshots of a business into an empty twin of their table: same columns, keys, indexes, partitions.
    Copied intoTwin(long businessId, Path file) {
        try (Connection connection = connect()) {
            makeTwin(connection);
            CopyManager copy = copy(connection);
            try (OutputStream out = Files.newOutputStream(file)) {
                copy.copyOut("copy (" + snapshots(businessId) + ") to stdout", out);
            }
            long start = System.nanoTime();
            long rows;
            try (InputStream in = Files.newInputStream(file)) {
                rows = copy.copyIn("copy bench_snapshot from stdin", in, 1 << 16);
            }
            double seconds = Study.secondsSince(start);
            connection.createStatement().execute("drop table bench_snapshot");
            Files.delete(file);
            return new Copied(rows, seconds);
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /// Copies a table's rows of a business out, to nowhere.
    Copied out(String table, long businessId) {
        try (Connection connection = connect()) {
            long start = System.nanoTime();
            long rows = copy(connection)
                    .copyOut(
                            "copy (select * from " + table + " where business_id = " + businessId
                                    + ") to stdout (format csv)",
                            OutputStream.nullOutputStream());
            return new Copied(rows, Study.secondsSince(start));
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    long count(String table, long businessId) {
        try (Connection connection = connect();
                ResultSet result = connection
                        .createStatement()
                        .executeQuery("select count(*) from " + table + " where business_id = " + businessId)) {
            result.next();
            return result.getLong(1);
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    /// As autovacuum would have done by the time that somebody asks.
    void analyse() {
        try (Connection connection = connect()) {
            connection.createStatement().execute("vacuum analyze");
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private static String snapshots(long businessId) {
        return "select * from post_snapshot where business_id = " + businessId;
    }

    private static void makeTwin(Connection connection) throws SQLException {
        List<String> partitions = new ArrayList<>();
        try (ResultSet bounds = connection.createStatement().executeQuery("""
            select c.relname, pg_get_expr(c.relpartbound, c.oid)
            from pg_inherits i join pg_class c on c.oid = i.inhrelid
            where i.inhparent = 'post_snapshot'::regclass
            """)) {
            while (bounds.next()) {
                partitions.add("create table bench_" + bounds.getString(1) + " partition of bench_snapshot "
                        + bounds.getString(2));
            }
        }
        connection.createStatement().execute("drop table if exists bench_snapshot");
        connection
                .createStatement()
                .execute("create table bench_snapshot (like post_snapshot including defaults including indexes)"
                        + " partition by range (observed_at)");
        for (String partition : partitions) {
            connection.createStatement().execute(partition);
        }
    }

    private static CopyManager copy(Connection connection) throws SQLException {
        return connection.unwrap(PGConnection.class).getCopyAPI();
    }

    private Connection connect() throws SQLException {
        return DriverManager.getConnection(access.jdbcUrl(), access.user(), access.password());
    }
}
