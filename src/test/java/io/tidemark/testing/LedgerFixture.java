package io.tidemark.testing;

import io.tidemark.derive.Deriver;
import io.tidemark.ledger.Business;
import io.tidemark.ledger.Database;
import io.tidemark.ledger.DatabaseAddress;
import io.tidemark.ledger.Directory;
import io.tidemark.ledger.Ledger;
import io.tidemark.ledger.MigratedDatabase;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZoneOffset;

/// A migrated database of its own, with one business, for one test.
public final class LedgerFixture implements AutoCloseable {
    public static final Instant NOW = Instant.parse("2026-03-10T09:00:00Z");
    public static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    private final DatabaseAddress address;
    private final Database database;
    private final Directory directory;
    private final Ledger ledger;
    private final Business business;

    private LedgerFixture(DatabaseAddress address, Clock clock) {
        this.address = address;
        database = MigratedDatabase.open(address, clock);
        if (!month(clock.instant()).equals(month(NOW))) {
            database.preparePartitions();
        }
        directory = new Directory(database);
        ledger = new Ledger(database, new Deriver());
        business = directory.createBusiness("Acme", BERLIN, DayOfWeek.MONDAY, false);
    }

    private static YearMonth month(Instant instant) {
        return YearMonth.from(instant.atZone(ZoneOffset.UTC));
    }

    public static LedgerFixture create() {
        return create(Clock.fixed(NOW, ZoneOffset.UTC));
    }

    public static LedgerFixture create(Clock clock) {
        return new LedgerFixture(TestLedgers.newDatabase(), clock);
    }

    public DatabaseAddress address() {
        return address;
    }

    public Database database() {
        return database;
    }

    public Directory directory() {
        return directory;
    }

    public Ledger ledger() {
        return ledger;
    }

    public Business business() {
        return business;
    }

    public CanonicalDump dump() {
        return CanonicalDump.of(address, business.id());
    }

    @Override
    public void close() {
        database.close();
        TestLedgers.drop(address);
    }
}
