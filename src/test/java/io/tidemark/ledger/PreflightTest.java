package io.tidemark.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tidemark.ledger.server.PostgresAccess;
import io.tidemark.testing.LedgerFixture;
import io.tidemark.testing.TestPostgres;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class PreflightTest {
    private static final Clock CLOCK = Clock.fixed(LedgerFixture.NOW, ZoneOffset.UTC);

    @Test
    void anOrdinaryLoginThatMayActAsTheApplicationIsEnough() throws SQLException {
        PostgresAccess database = TestPostgres.newDatabase();
        Database.open(address(database, database.user(), database.password()), CLOCK)
                .close();
        PostgresAccess own = TestPostgres.newDatabase();
        execute(own, "create role plain_owner login password 'plain'");
        execute(own, "grant create, temporary on database " + name(own) + " to plain_owner");
        execute(own, "alter database " + name(own) + " owner to plain_owner");
        DatabaseAddress plain = address(own, "plain_owner", "plain");

        assertThatThrownBy(() -> Database.open(plain, CLOCK))
                .isInstanceOf(DatabaseUnusable.class)
                .hasMessageContaining("grant tidemark_app to <the login>");

        execute(own, "grant tidemark_app to plain_owner");
        try (Database opened = Database.open(plain, CLOCK)) {
            Directory directory = new Directory(opened);
            assertThat(directory
                            .createBusiness("Acme", ZoneOffset.UTC, java.time.DayOfWeek.MONDAY, false)
                            .id())
                    .isEqualTo(1);
        }
    }

    @Test
    void whatKeepsFromConnectingIsSaidWithoutTheSecret() {
        PostgresAccess database = TestPostgres.newDatabase();

        assertThatThrownBy(() -> Database.open(address(database, database.user(), "s3cret-guess"), CLOCK))
                .isInstanceOf(DatabaseUnusable.class)
                .hasMessageContaining("refuses the login")
                .message()
                .doesNotContain("s3cret-guess");
        PostgresAccess missing = database.withDatabase("nowhere");
        assertThatThrownBy(() -> Database.open(address(missing, missing.user(), missing.password()), CLOCK))
                .isInstanceOf(DatabaseUnusable.class)
                .hasMessageContaining("no such database");
        assertThatThrownBy(() ->
                        Database.open(new DatabaseAddress("jdbc:postgresql://127.0.0.1:1/tidemark", "a", "b"), CLOCK))
                .isInstanceOf(DatabaseUnusable.class)
                .hasMessageContaining("does not answer");
    }

    private static DatabaseAddress address(PostgresAccess access, String user, String password) {
        return new DatabaseAddress(access.jdbcUrl(), user, password);
    }

    private static String name(PostgresAccess access) {
        return access.jdbcUrl().substring(access.jdbcUrl().lastIndexOf('/') + 1);
    }

    private static void execute(PostgresAccess access, String sql) throws SQLException {
        try (Connection connection = TestPostgres.connect(access);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
