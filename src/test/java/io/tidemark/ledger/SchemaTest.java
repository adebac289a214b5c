package io.tidemark.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tidemark.testing.LedgerFixture;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

class SchemaTest {
    private static LedgerFixture fixture;
    private static JdbcClient owner;
    private static Door door;

    @BeforeAll
    static void open() {
        fixture = LedgerFixture.create();
        owner = ownerOf(fixture);
        door = new Door(fixture.database());
    }

    @AfterAll
    static void close() {
        fixture.close();
    }

    @Test
    void keepsTheRulesThatLetItBeDistributedLater() throws IOException {
        assertThat(breaches(owner)).isEmpty();
    }

    @Test
    void theRulesFindABreach() throws IOException {
        try (LedgerFixture broken = LedgerFixture.create()) {
            JdbcClient sql = ownerOf(broken);
            sql.sql("""
                    create table bad (business_id bigint, bad_id bigint generated always as identity primary key,
                        post_id bigint references bad (bad_id))
                    """).update();
            assertThat(breaches(sql))
                    .contains(
                            "bad: business_id is not a plain bigint not null",
                            "bad: unique index without business_id: bad_pkey",
                            "bad: identity column or sequence default: bad_id",
                            "bad: foreign key to a tenant that does not join on business_id: bad_post_id_fkey");
        }
    }

    @Test
    void everyTenantTableIsUnderRowLevelSecurity() {
        List<?> open = owner.sql("""
                select c.relname from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attname = 'business_id'
                where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and not c.relispartition
                    and not c.relrowsecurity
                order by 1
                """).query(String.class).list();

        // Read before a business is chosen.
        assertThat(open).isEqualTo(List.of("business", "member"));
    }

    @Test
    void theApplicationSeesNoBusinessWithoutTheDoor() {
        door.inBusiness(
                fixture.business().id(), session -> session.statement("""
                insert into account (business_id, account_id, platform, handle, name, owned, created_at)
                values (:business, 9, 'x', 'a', 'a', true, '2026-01-01Z')
                """).update());

        assertThat(owner.sql("select count(*) from account").query(Long.class).single())
                .isEqualTo(1);
        assertThat(door.sql()
                        .sql("select count(*) from account")
                        .query(Long.class)
                        .single())
                .isZero();
        assertThat(door.<Long>inBusiness(
                        77,
                        session -> session.sql()
                                .sql("select count(*) from account")
                                .query(Long.class)
                                .single()))
                .isZero();
    }

    @Test
    void theApplicationCannotWriteIntoAnotherBusiness() {
        assertThatThrownBy(() ->
                        door.inBusiness(77, session -> session.sql().sql("""
                                insert into post_alias (business_id, scheme, external_id, post_id) values (1, 'x', 'y', 1)
                                """).update()))
                .isInstanceOf(DataAccessException.class)
                .rootCause()
                .hasMessageContaining("row-level security");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "post_snapshot",
                "post_version",
                "daily_fact",
                "breakdown_fact",
                "account_snapshot",
                "unchanged_read",
                "discovery",
                "absence",
                "post_link",
                "post_creation",
                "post_near",
                "source"
            })
    void whatSourcesSaidCannotBeTakenAway(String table) {
        assertThatThrownBy(() -> door.inBusiness(
                        fixture.business().id(),
                        session -> session.sql().sql("delete from " + table).update()))
                .isInstanceOf(DataAccessException.class)
                .rootCause()
                .hasMessageContaining("permission denied");
    }

    @Test
    void aSnapshotOfAnyTimeFindsItsPartition() {
        Instant now = LedgerFixture.NOW;
        for (Instant at : List.of(Instant.parse("2009-01-01T00:00:00Z"), now, now.plus(Duration.ofDays(80)))) {
            String partition =
                    owner.sql("""
                    with inserted as (
                        insert into post_snapshot (business_id, post_id, observed_at, source_id)
                        values (5, 5, ?::timestamptz, 5) returning tableoid::regclass::text as partition)
                    select partition from inserted
                    """).param(at.toString()).query(String.class).single();
            assertThat(partition)
                    .isEqualTo(
                            at.isBefore(Instant.parse("2026-01-01T00:00:00Z"))
                                    ? "post_snapshot_before"
                                    : "post_snapshot_"
                                            + at.toString().substring(0, 7).replace('-', '_'));
        }
    }

    private static JdbcClient ownerOf(LedgerFixture fixture) {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(fixture.address().jdbcUrl());
        source.setUser(fixture.address().user());
        source.setPassword(fixture.address().password());
        return JdbcClient.create(source);
    }

    private static List<String> breaches(JdbcClient sql) throws IOException {
        try (InputStream lint = SchemaTest.class.getResourceAsStream("citus-ready.sql")) {
            String text = new String(Objects.requireNonNull(lint).readAllBytes(), StandardCharsets.UTF_8);
            try (Stream<String> breaches =
                    sql.sql(text).query((row, number) -> row.getString(1) + ": " + row.getString(2)).stream()) {
                return breaches.toList();
            }
        }
    }
}
