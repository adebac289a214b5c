package io.tidemark.testing;

import io.tidemark.ledger.Database;
import io.tidemark.ledger.DatabaseAddress;
import io.tidemark.ledger.server.PostgresAccess;
import java.time.Clock;
import java.time.ZoneOffset;

/// Migrated databases: one is migrated, the others are copies of it.
final class TestLedgers {
    private TestLedgers() {}

    static DatabaseAddress newDatabase() {
        return address(TestPostgres.newDatabase(Template.NAME));
    }

    static void drop(DatabaseAddress used) {
        TestPostgres.drop(name(used.jdbcUrl()));
    }

    private static String name(String jdbcUrl) {
        return jdbcUrl.substring(jdbcUrl.lastIndexOf('/') + 1);
    }

    private static DatabaseAddress address(PostgresAccess access) {
        return new DatabaseAddress(access.jdbcUrl(), access.user(), access.password());
    }

    private static final class Template {
        private static final String NAME = migrate();

        private static String migrate() {
            PostgresAccess access = TestPostgres.newDatabase();
            Clock clock = Clock.fixed(LedgerFixture.NOW, ZoneOffset.UTC);
            Database.open(address(access), clock).close();
            return name(access.jdbcUrl());
        }
    }
}
