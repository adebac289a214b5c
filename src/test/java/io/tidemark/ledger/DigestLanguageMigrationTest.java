package io.tidemark.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.language.Language;
import io.tidemark.ledger.server.PostgresAccess;
import io.tidemark.testing.TestPostgres;
import java.time.Clock;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Readers of digests from before there was a choice of languages.
class DigestLanguageMigrationTest {
    @Test
    void theyReadEnglish() {
        PostgresAccess access = TestPostgres.newDatabase();
        PGSimpleDataSource owner = new PGSimpleDataSource();
        owner.setUrl(access.jdbcUrl());
        owner.setUser(access.user());
        owner.setPassword(access.password());
        Preflight.check(owner);
        Flyway.configure()
                .dataSource(owner)
                .locations("classpath:db/migration")
                .target("27")
                .load()
                .migrate();
        JdbcClient.create(owner).sql("""
                insert into business (business_id, name, time_zone, week_start, demo, data_version, freshness_version,
                    created_at)
                values (1, 'Acme', 'UTC', 1, false, 1, 1, now());
                insert into app_user values (7, 'reader@example.com', 'hash', false, 0, now());
                insert into digest_reader (business_id, user_id, since) values (1, 7, now())
                """).update();

        try (Database database = Database.open(
                new DatabaseAddress(access.jdbcUrl(), access.user(), access.password()), Clock.systemUTC())) {
            assertThat(new DigestBook(database).language(1, 7)).contains(Language.EN);
        }
    }
}
