package io.tidemark.testing;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.ledger.server.PostgresAccess;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;

class TestPostgresTest {
    @Test
    void eachDatabaseIsEmptyAndApart() throws SQLException {
        PostgresAccess first = TestPostgres.newDatabase();
        PostgresAccess second = TestPostgres.newDatabase();
        try (var connection = TestPostgres.connect(first);
                var statement = connection.createStatement()) {
            statement.execute("create table only_here (id int)");
        }

        assertThat(tables(first)).isEqualTo(1);
        assertThat(tables(second)).isZero();
    }

    @Test
    void aTemplateComesWithItsTables() throws SQLException {
        PostgresAccess template = TestPostgres.newDatabase();
        try (var connection = TestPostgres.connect(template);
                var statement = connection.createStatement()) {
            statement.execute("create table copied (id int)");
        }
        String name = template.jdbcUrl().substring(template.jdbcUrl().lastIndexOf('/') + 1);

        assertThat(tables(TestPostgres.newDatabase(name))).isEqualTo(1);
    }

    private static int tables(PostgresAccess access) throws SQLException {
        try (var connection = TestPostgres.connect(access);
                var statement = connection.createStatement();
                var rows = statement.executeQuery("select count(*) from pg_tables where schemaname = 'public'")) {
            rows.next();
            return rows.getInt(1);
        }
    }
}
