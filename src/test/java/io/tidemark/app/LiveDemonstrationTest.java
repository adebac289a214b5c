package io.tidemark.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.tidemark.collect.connection.AccountChoice;
import io.tidemark.collect.connection.Apps;
import io.tidemark.collect.connector.CallFailed;
import io.tidemark.collect.connector.Connector;
import io.tidemark.collect.connector.Login;
import io.tidemark.collect.demo.DemoSource;
import io.tidemark.collect.demo.DemoTruth;
import io.tidemark.collect.sync.Books;
import io.tidemark.collect.sync.SyncEngine;
import io.tidemark.collect.sync.Telemetry;
import io.tidemark.ledger.Account;
import io.tidemark.ledger.Alias;
import io.tidemark.ledger.Business;
import io.tidemark.ledger.Connection;
import io.tidemark.ledger.LiveAccount;
import io.tidemark.ledger.LiveAccounts;
import io.tidemark.ledger.User;
import io.tidemark.metric.Metric;
import io.tidemark.metric.Platform;
import io.tidemark.testing.LedgerFixture;
import io.tidemark.testing.MutableClock;
import java.net.URI;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The demonstration signs in with its simulated platforms, goes on where its history ends, and is stopped and started.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LiveDemonstrationTest {
    private static final URI HERE = URI.create("http://127.0.0.1:8003");
    private static final List<Platform> LIVE = List.of(
            Platform.LINKEDIN,
            Platform.X,
            Platform.FACEBOOK,
            Platform.INSTAGRAM,
            Platform.YOUTUBE,
            Platform.TIKTOK,
            Platform.THREADS,
            Platform.PINTEREST,
            Platform.MASTODON,
            Platform.BLUESKY);

    private final MutableClock clock = new MutableClock(LedgerFixture.NOW);
    private final LedgerFixture fixture = LedgerFixture.create(clock);
    private final List<String> told = new ArrayList<>();
    private final DemoTruth truth = new DemoTruth(LedgerFixture.NOW);

    private ConnectionSettings settings;
    private User user;
    private Business demo;
    private LedgerStore store;

    @BeforeAll
    void begin(@TempDir Path directory) {
        settings = ConnectionSettings.of(directory, Map.of("TIDEMARK_X_CLIENT_ID", "of a real app"));
        user = fixture.directory().createUser("demo@example.com", "-");
        start();
        assertThat(told).contains("Connecting LinkedIn, simulated ...", "Collecting X @hrbrcoffee_demo ...");
    }

    @AfterAll
    void close() {
        store.close();
        fixture.close();
    }

    @Test
    void everyAccountOfASimulatedPlatformIsConnectedAndCollectedAndTheOthersGoOnAsBefore() {
        List<LiveAccount> live = store.connecting().accounts(demo.id());

        assertThat(live).extracting(account -> account.key().platform()).containsExactlyInAnyOrderElementsOf(LIVE);
        assertThat(live).allMatch(account -> account.lastSuccessAt() != null && account.said() == null);
        assertThat(live).allMatch(account -> account.progress().backfilledAt() != null);
        assertThat(store.connecting().connections(demo.id()))
                .extracting(Connection::login)
                .containsExactly(
                        "linkedin",
                        "x",
                        "facebook",
                        "youtube",
                        "tiktok_business",
                        "threads",
                        "pinterest",
                        "mastodon",
                        "bluesky");
        assertThat(new DemoSource(fixture.ledger(), new LiveAccounts(fixture.database())).accounts(demo))
                .extracting(Account::platform)
                .isEmpty();
    }

    @Test
    void noAppOfARealPlatformIsUsed() {
        Apps apps = store.connecting().apps();

        assertThat(apps.simulated()).isTrue();
        assertThat(store.connecting().logins().all()).allSatisfy(login -> {
            if (login.needsApp()) {
                assertThat(apps.find(login.key(), HERE.toString()).orElseThrow().clientId())
                        .isEqualTo("demonstration");
                assertThat(login.connectors())
                        .allMatch(connector -> connector.base().getHost().equals("127.0.0.1"));
            }
        });
    }

    @Test
    void noServerButTheSimulatedOneIsCalled() {
        Connector mastodon = store.connecting().logins().connector("mastodon").orElseThrow();

        assertThat(mastodon.base(new Login.Place(URI.create("https://social.example"), "1"))
                        .getHost())
                .isEqualTo("127.0.0.1");
        assertThatThrownBy(() -> mastodon.base(new Login.Place(URI.create("https://mastodon.social"), "1")))
                .isInstanceOf(CallFailed.class);
    }

    @Test
    void whatIsReadLiveIsTrueAndNeverLessThanWhatWasCollectedBefore() {
        assertTrueAndNeverLessThanBefore();
    }

    private void assertTrueAndNeverLessThanBefore() {
        Map<String, Double> before = new HashMap<>();
        int compared = 0;
        for (Reading reading : readings()) {
            String what = reading.alias() + " " + reading.metric();
            if (!reading.live()) {
                before.put(what, reading.value());
            } else {
                assertThat(truth.value(reading.alias(), reading.metric(), reading.at()))
                        .as(what)
                        .hasValue(reading.value());
                Double last = before.get(what);
                if (last != null) {
                    assertThat(reading.value()).as(what).isGreaterThanOrEqualTo(last);
                    compared++;
                }
            }
        }
        assertThat(compared).isGreaterThan(300);
    }

    @Test
    void noPostIsThereTwice() {
        assertNoPostIsThereTwice();
    }

    private void assertNoPostIsThereTwice() {
        assertThat(sql().sql("""
                select count(*) from (
                    select account_id, published_at, text from post_analytics
                    where business_id = :business and not deleted
                    group by account_id, published_at, text having count(*) > 1) twice
                """)
                        .param("business", demo.id())
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void eachPlatformOffersOneMoreAccountThatNobodyHasConnected() {
        for (Connection connection : store.connecting().connections(demo.id())) {
            if (!Set.of("x", "youtube", "tiktok_business", "threads", "pinterest", "mastodon", "bluesky")
                    .contains(connection.login())) {
                List<AccountChoice.Offer> offers = store.connecting().offers(demo.id(), connection);
                assertThat(offers)
                        .filteredOn(offer -> offer.collected() == null)
                        .isNotEmpty()
                        .allMatch(offer -> offer.key().name().equals("Harbour Coffee Roastery (demonstration)"));
            }
        }
    }

    @Test
    void aDemonstrationWithoutSimulatedPlatformsIsNotConnected() {
        try (LedgerFixture other = LedgerFixture.create(clock);
                LedgerStore plain = LedgerStore.over(other.address(), settings, clock)) {
            Business business = other.directory()
                    .createBusiness("Harbour Coffee (demonstration)", LedgerFixture.BERLIN, DayOfWeek.MONDAY, true);
            assertThat(plain.connecting().apps().simulated()).isFalse();
            plain.connectDemonstration(business, user, HERE, line -> {});
            assertThat(plain.connecting().connections(business.id())).isEmpty();
        }
    }

    @Test
    void twoWeeksLaterItIsStartedAgainAndFindsWhatHappenedMeanwhile() {
        List<Connection> before = store.connecting().connections(demo.id());
        store.close();
        clock.advance(Duration.ofDays(14));
        told.clear();
        start();

        assertThat(told).isEmpty();
        assertThat(store.connecting().connections(demo.id()))
                .extracting(Connection::id)
                .containsExactlyElementsOf(before.stream().map(Connection::id).toList());
        SyncEngine engine = store.connecting()
                .engine(
                        fixture.ledger(),
                        Books.of(fixture.database()),
                        new Telemetry(new SimpleMeterRegistry()),
                        clock);
        for (LiveAccount account : store.connecting().accounts(demo.id())) {
            assertThat(engine.syncNow(demo, account.accountId())).isPresent();
            assertThat(sql().sql("""
                    select count(*) from post_analytics
                    where business_id = :business and account_id = :account and published_at > :begun
                    """)
                            .param("business", demo.id())
                            .param("account", account.accountId())
                            .param("begun", java.sql.Timestamp.from(LedgerFixture.NOW))
                            .query(Integer.class)
                            .single())
                    .as(account.connector())
                    .isPositive();
        }
        assertThat(store.connecting().accounts(demo.id())).allMatch(account -> account.said() == null);
        assertTrueAndNeverLessThanBefore();
        assertNoPostIsThereTwice();
    }

    private void start() {
        store = LedgerStore.over(fixture.address(), settings, clock);
        demo = store.demonstration(clock.instant(), true, line -> {});
        store.connectDemonstration(demo, user, HERE, told::add);
    }

    private record Reading(Alias alias, Instant at, boolean live, Metric metric, double value) {}

    /// Of all live accounts, oldest first.
    private List<Reading> readings() {
        List<Reading> readings = new ArrayList<>();
        sql().sql("""
                select distinct on (s.observed_at, s.post_id, s.source_id) a.scheme, a.external_id, o.format, s.*
                from post_snapshot s
                join source o using (business_id, source_id)
                join post_alias a using (business_id, post_id)
                where s.business_id = :business and a.scheme in (:schemes)
                order by s.observed_at, s.post_id, s.source_id, a.scheme, a.external_id
                """)
                .param("business", demo.id())
                .param(
                        "schemes",
                        Set.of(
                                "linkedin:share",
                                "linkedin:ugcPost",
                                "x:post",
                                "facebook:post",
                                "instagram:media",
                                "youtube:video",
                                "tiktok:video",
                                "mastodon:post",
                                "bluesky:post"))
                .query(row -> {
                    Alias alias = new Alias(row.getString("scheme"), row.getString("external_id"));
                    for (Metric metric : Metric.values()) {
                        Double value = metric.ofPosts() ? row.getObject(metric.key(), Double.class) : null;
                        if (value != null) {
                            readings.add(new Reading(
                                    alias,
                                    row.getTimestamp("observed_at").toInstant(),
                                    !row.getString("format").equals("demo"),
                                    metric,
                                    value));
                        }
                    }
                });
        return readings;
    }

    private JdbcClient sql() {
        PGSimpleDataSource owner = new PGSimpleDataSource();
        owner.setUrl(fixture.address().jdbcUrl());
        owner.setUser(fixture.address().user());
        owner.setPassword(fixture.address().password());
        return JdbcClient.create(owner);
    }
}
