package io.tidemark.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class LedgerFixtureTest {
    @Test
    void eachBeginsWithOneBusinessAndNothingElse() {
        try (LedgerFixture used = LedgerFixture.create()) {
            used.directory().createBusiness("Second", LedgerFixture.BERLIN, DayOfWeek.MONDAY, false);
            try (LedgerFixture beside = LedgerFixture.create()) {
                assertThat(beside.directory().businesses()).containsExactly(beside.business());
            }
        }
        try (LedgerFixture after = LedgerFixture.create()) {
            assertThat(after.directory().businesses()).containsExactly(after.business());
        }
    }

    @Test
    void whoeverIsStillConnectedIsCutOffWithTheDatabase() throws SQLException {
        LedgerFixture fixture = LedgerFixture.create();
        try (Connection left = connect(fixture)) {
            fixture.close();

            assertThat(left.isValid(5)).isFalse();
            assertThatThrownBy(() -> connect(fixture)).hasMessageContaining("does not exist");
        }
    }

    @Test
    void thePartitionsAreThoseOfItsOwnClock() throws SQLException {
        Instant later = Instant.parse("2027-02-01T00:00:00Z");
        try (LedgerFixture fixture = LedgerFixture.create(Clock.fixed(later, ZoneOffset.UTC));
                Connection connection = connect(fixture);
                var statement = connection.createStatement();
                var latest = statement.executeQuery(
                        "select max(relname::text) from pg_class where relname ~ '^post_snapshot_[0-9_]+$'")) {
            latest.next();
            assertThat(latest.getString(1)).isEqualTo("post_snapshot_2027_05");
        }
    }

    private static Connection connect(LedgerFixture fixture) throws SQLException {
        return DriverManager.getConnection(
                fixture.address().jdbcUrl(),
                fixture.address().user(),
                fixture.address().password());
    }
}
