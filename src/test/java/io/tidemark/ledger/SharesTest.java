package io.tidemark.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.testing.LedgerFixture;
import io.tidemark.testing.MutableClock;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SharesTest {
    private static final Instant EXPIRY = LedgerFixture.NOW.plus(Duration.ofDays(30));

    private MutableClock clock;
    private LedgerFixture fixture;
    private Shares shares;
    private long business;
    private long user;

    @BeforeEach
    void open() {
        clock = new MutableClock(LedgerFixture.NOW);
        fixture = LedgerFixture.create(clock);
        shares = Shares.of(fixture.database());
        business = fixture.business().id();
        user = new Directory(fixture.database())
                .createUser("me@example.com", "hash")
                .id();
    }

    @AfterEach
    void close() {
        fixture.close();
    }

    @Test
    void whatIsMadeIsKeptWhole() {
        Share made = shares.create(business, wanted("hash of a password"));

        assertThat(made)
                .isEqualTo(new Share(
                        business,
                        made.id(),
                        "hash of a secret",
                        "analytics",
                        "range=last_7_days",
                        user,
                        LedgerFixture.NOW,
                        EXPIRY,
                        null,
                        "hash of a password",
                        null));
        assertThat(shares.find(business, made.id())).hasValue(made);
        assertThat(shares.find(business, made.id() + 1)).isEmpty();
        assertThat(made.toString()).doesNotContain("hash");
    }

    @Test
    void anotherBusinessKnowsNothingOfIt() {
        long other = new Directory(fixture.database())
                .createBusiness("Other", LedgerFixture.BERLIN, DayOfWeek.MONDAY, false)
                .id();
        Share made = shares.create(business, wanted(null));

        assertThat(shares.find(other, made.id())).isEmpty();
        assertThat(shares.all(other)).isEmpty();
        assertThat(shares.revoke(other, made.id())).isFalse();
        shares.used(other, made.id());
        assertThat(shares.find(business, made.id())).hasValue(made);
    }

    @Test
    void whatIsTakenBackStaysSoFromTheFirstTime() {
        long first = shares.create(business, wanted(null)).id();
        clock.advance(Duration.ofHours(1));
        long second = shares.create(business, wanted(null)).id();
        Instant revoked = clock.instant();
        assertThat(shares.revoke(business, second)).isTrue();
        clock.advance(Duration.ofHours(1));
        assertThat(shares.revoke(business, second)).isTrue();

        assertThat(shares.find(business, second).orElseThrow().revokedAt()).isEqualTo(revoked);
        assertThat(shares.find(business, second).orElseThrow().isOpen(clock.instant()))
                .isFalse();
        assertThat(shares.all(business)).extracting(Share::id).containsExactly(first, second);
        assertThat(shares.revoke(business, second + 1)).isFalse();
    }

    @Test
    void itIsOpenUntilItExpires() {
        Share made = shares.create(business, wanted(null));

        assertThat(made.isOpen(EXPIRY.minusMillis(1))).isTrue();
        assertThat(made.isOpen(EXPIRY)).isFalse();
    }

    @Test
    void itsLastUseIsRemembered() {
        long id = shares.create(business, wanted(null)).id();
        clock.advance(Duration.ofDays(2));
        shares.used(business, id);

        assertThat(shares.find(business, id).orElseThrow().lastUsedAt()).isEqualTo(clock.instant());
    }

    private Shares.Wanted wanted(@Nullable String passwordHash) {
        return new Shares.Wanted("hash of a secret", "analytics", "range=last_7_days", user, EXPIRY, passwordHash);
    }
}
