package io.tidemark.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.ledger.server.PostgresAccess;
import io.tidemark.testing.TestPostgres;
import java.time.Clock;
import java.util.List;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Posts that were stored before their ids were compared.
class PostIdsMigrationTest {
    @Test
    void idsOfOneAccountThatWereMadeTogetherAreFound() {
        PostgresAccess access = TestPostgres.newDatabase();
        PGSimpleDataSource owner = new PGSimpleDataSource();
        owner.setUrl(access.jdbcUrl());
        owner.setUser(access.user());
        owner.setPassword(access.password());
        Preflight.check(owner);
        Flyway.configure()
                .dataSource(owner)
                .locations("classpath:db/migration")
                .target("8")
                .load()
                .migrate();
        JdbcClient sql = JdbcClient.create(owner);
        sql.sql("""
                insert into business values (1, 'Acme', 'UTC', 1, false, 1, 1, now());
                insert into account (business_id, account_id, platform, handle, name, owned, created_at)
                values (1, 10, 'linkedin', 'acme', 'Acme', true, now()), (1, 11, 'linkedin', 'other', 'Other', true, now());
                insert into post values (1, 20, 10), (1, 21, 10), (1, 22, 10), (1, 23, 11), (1, 24, 10);
                insert into post_alias values
                    (1, 'linkedin:activity', '7306192134921981953', 20),
                    (1, 'linkedin:share', '7306192132000000001', 21),
                    (1, 'linkedin:share', '7306292132000000001', 22),
                    (1, 'linkedin:share', '7306192132000000002', 23),
                    (1, 'linkedin:share', 'shortened', 24)
                """).update();

        Database.open(new DatabaseAddress(access.jdbcUrl(), access.user(), access.password()), Clock.systemUTC())
                .close();

        List<List<Long>> near = sql.sql("select post_id, near_post_id from post_near")
                .query((row, number) -> List.of(row.getLong(1), row.getLong(2)))
                .list();
        assertThat(near).containsExactly(List.of(21L, 20L));
    }
}
