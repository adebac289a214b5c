package io.tidemark.collect.alert;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.collect.connector.Login;
import io.tidemark.derive.GrowingPosts;
import io.tidemark.language.Language;
import io.tidemark.ledger.AccountKey;
import io.tidemark.ledger.Alias;
import io.tidemark.ledger.Connections;
import io.tidemark.ledger.LiveAccount;
import io.tidemark.ledger.LiveAccounts;
import io.tidemark.ledger.LiveChoices;
import io.tidemark.ledger.Observation;
import io.tidemark.ledger.PostVersion;
import io.tidemark.ledger.SealedGrant;
import io.tidemark.ledger.SourceSpec;
import io.tidemark.ledger.Told;
import io.tidemark.metric.Boosted;
import io.tidemark.metric.Format;
import io.tidemark.metric.MetricValues;
import io.tidemark.metric.Placement;
import io.tidemark.metric.Platform;
import io.tidemark.testing.LedgerFixture;
import io.tidemark.testing.MutableClock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(120)
class AlertsTest {
    private final MutableClock clock = new MutableClock(LedgerFixture.NOW);
    private final LedgerFixture fixture = LedgerFixture.create(clock);
    private final Connections connections = new Connections(fixture.database());
    private final LiveChoices choices = new LiveChoices(fixture.database());
    private final FakeChannel mail = new FakeChannel("mail");
    private final FakeChannel webhook = new FakeChannel("webhook");
    private final long business = fixture.business().id();

    @AfterEach
    void close() {
        fixture.close();
    }

    @Test
    void eachAlertIsSentOnceThroughEachChannel() {
        long connection = connect(clock.instant().plus(Duration.ofDays(20)));
        Alerts alerts = process();

        for (int day = 0; day < 22; day++) {
            alerts.round();
            process().round();
            clock.advance(Duration.ofDays(1));
        }

        assertThat(mail.keys())
                .containsExactly(
                        ends(connection, 14),
                        ends(connection, 7),
                        ends(connection, 1),
                        "connection %d broken".formatted(connection));
        assertThat(webhook.keys()).isEqualTo(mail.keys());
    }

    @Test
    void threeProcessesThatLookAtOnceSendItOnce() throws Exception {
        for (int i = 0; i < 5; i++) {
            connect(clock.instant().plus(Duration.ofDays(3)));
        }
        CyclicBarrier together = new CyclicBarrier(3);
        try (ExecutorService processes = Executors.newFixedThreadPool(3)) {
            List<Future<?>> rounds = new ArrayList<>();
            for (int process = 0; process < 3; process++) {
                Alerts alerts = process();
                rounds.add(processes.submit(() -> {
                    together.await();
                    alerts.round();
                    return null;
                }));
            }
            for (Future<?> round : rounds) {
                round.get();
            }
        }

        assertThat(mail.keys()).hasSize(5).doesNotHaveDuplicates();
        assertThat(webhook.keys()).hasSize(5).doesNotHaveDuplicates();
    }

    @Test
    void whatCouldNotBeSentIsTriedAgainWithGrowingPausesAndHoldsUpNobody() {
        long connection = connect(clock.instant().plus(Duration.ofDays(6)));
        Alerts alerts = process();
        mail.broken = new NotSent("The server is down.");
        List<Duration> attempts = new ArrayList<>();
        Instant begin = clock.instant();
        for (int minutes = 0; minutes < 24 * 60; minutes += 10) {
            int before = mail.attempts;
            alerts.round();
            if (mail.attempts > before) {
                attempts.add(Duration.between(begin, clock.instant()));
            }
            clock.advance(Duration.ofMinutes(10));
        }
        mail.broken = null;

        assertThat(attempts)
                .extracting(Duration::toMinutes)
                .containsExactly(0L, 10L, 30L, 70L, 150L, 310L, 630L, 990L, 1350L);
        assertThat(webhook.keys()).containsExactly(ends(connection, 7));
        clock.advance(Duration.ofHours(6));
        alerts.round();
        alerts.round();
        assertThat(mail.keys()).containsExactly(ends(connection, 7));
    }

    @Test
    void aFaultOfOursInOneChannelHoldsUpNoOther() {
        long connection = connect(clock.instant().plus(Duration.ofDays(6)));
        mail.broken = new IllegalStateException("Nobody foresaw this.");

        process().round();

        assertThat(webhook.keys()).containsExactly(ends(connection, 7));
    }

    @Test
    void anAttemptOfWhichNobodyHearsAgainIsRepeated() {
        long connection = connect(clock.instant().plus(Duration.ofDays(6)));
        mail.broken = new OutOfMemoryError("The process dies.");
        try {
            process().round();
        } catch (OutOfMemoryError died) {
            mail.broken = null;
        }
        process().round();
        assertThat(mail.keys()).as("another may still be at it").isEmpty();

        clock.advance(Duration.ofMinutes(5));
        process().round();

        assertThat(mail.keys()).containsExactly(ends(connection, 7));
    }

    @Test
    void whatIsDueAgainIsSentAgain() {
        long connection = connect(null);
        Alerts alerts = process();
        for (int time = 0; time < 2; time++) {
            connections.end(business, connection, new Told("Revoked.", null));
            alerts.round();
            alerts.round();
            connections.replace(business, connection, null, grant(null));
            alerts.round();
        }

        String broken = "connection %d broken".formatted(connection);
        assertThat(mail.keys()).containsExactly(broken, broken);
    }

    @Test
    void allThatIsNewIsOneMessage() {
        connect(clock.instant().plus(Duration.ofDays(2)));
        collected(connect(null));
        clock.advance(Duration.ofDays(1));

        process().round();

        assertThat(mail.notices).singleElement().satisfies(notice -> {
            assertThat(notice.items()).hasSize(2);
            assertThat(notice.subject()).isEqualTo("Tidemark, Acme: 2 alerts");
        });
    }

    @Test
    void eachChannelIsToldInItsLanguage() {
        connect(clock.instant().plus(Duration.ofDays(2)));
        mail.language = Language.DE;

        process().round();

        assertThat(mail.notices)
                .extracting(Notice::subject)
                .containsExactly("Tidemark, Acme: Die Anmeldung bei X läuft bald ab");
        assertThat(webhook.notices)
                .extracting(Notice::subject)
                .containsExactly("Tidemark, Acme: the sign-in with X ends soon");
        assertThat(process().trial(fixture.business())).hasSize(2);
        assertThat(mail.notices.getLast().subject()).isEqualTo("Tidemark, Acme: Probe");
    }

    @Test
    void anAccountWithALiveStoryIsSilentSooner() {
        long account = collected(connect(null));
        clock.advance(Duration.ofHours(1));
        read(account);
        story(clock.instant().minus(Duration.ofHours(2)));
        Alerts alerts = process();

        clock.advance(Duration.ofHours(6).minusSeconds(1));
        alerts.round();
        assertThat(mail.keys()).isEmpty();
        clock.advance(Duration.ofSeconds(1));
        alerts.round();
        clock.advance(Duration.ofHours(30));
        alerts.round();

        assertThat(mail.keys()).containsExactly("account %d silent".formatted(account));
        read(account);
        alerts.round();
        clock.advance(Duration.ofHours(24));
        alerts.round();
        assertThat(mail.keys()).as("without a story, a day later").hasSize(2);
    }

    @Test
    void whatIsPausedIsNotMissedAndWhatIsResumedBeginsAnew() {
        long connection = connect(null);
        long account = collected(connection);
        Alerts alerts = process();
        choices.pause(business, connection, account);
        clock.advance(Duration.ofDays(3));
        alerts.round();
        choices.resume(business, connection, account);
        clock.advance(Duration.ofHours(23));
        alerts.round();
        assertThat(mail.keys()).isEmpty();

        clock.advance(Duration.ofHours(1));
        alerts.round();

        assertThat(mail.keys()).containsExactly("account %d silent".formatted(account));
    }

    @Test
    void aPostThatBreaksOutIsToldOfOnceInTime() {
        try (GrowingPosts posts = new GrowingPosts()) {
            posts.history(40);
            GrowingPosts.Grown hit = new GrowingPosts.Grown("hit", posts.clock.instant(), 900);
            posts.clock.advance(Duration.ofHours(24));
            posts.read(sink -> sink.accept(hit.at(24)));
            Alerts alerts = new Alerts(
                    posts.fixture.database(),
                    List.of(mail, webhook),
                    "https://t.example",
                    login -> "X",
                    login -> Login.WARNED,
                    posts.clock);

            for (int hour = 0; hour < 72; hour++) {
                alerts.round();
                posts.clock.advance(Duration.ofHours(1));
            }
        }

        assertThat(webhook.keys()).isEqualTo(mail.keys());
        assertThat(mail.notices).singleElement().satisfies(notice -> {
            assertThat(notice.subject()).isEqualTo("Tidemark, Acme: a post on Instagram @acme is breaking out");
            assertThat(notice.page()).hasToString("https://t.example/dashboard/analytics?business=1");
            assertThat(notice.items().getFirst().kind()).isEqualTo("post_breaks_out");
            assertThat(notice.items().getFirst().happened())
                    .startsWith("The post of Instagram @acme published on 10 March 2026 at 10:00 (Europe/Berlin) had ")
                    .contains(" engagements after 24 hours, where ", "from 40 earlier posts.");
        });
    }

    private Alerts process() {
        return new Alerts(fixture.database(), List.of(mail, webhook), null, login -> "X", login -> Login.WARNED, clock);
    }

    private static String ends(long connection, int days) {
        return "connection %d ends in %d days".formatted(connection, days);
    }

    private long connect(@Nullable Instant endsAt) {
        long connection = connections.newId();
        connections.add(business, connection, "x", "Acme", grant(endsAt), null);
        return connection;
    }

    private SealedGrant grant(@Nullable Instant endsAt) {
        return new SealedGrant(new byte[1], Set.of(), clock.instant(), null, null, endsAt);
    }

    private long collected(long connection) {
        AccountKey key = AccountKey.ofHandle(Platform.INSTAGRAM, "acme");
        return choices.collect(business, connection, List.of(new LiveChoices.Chosen("x", "1", "", key, null)))
                .getFirst();
    }

    private void read(long accountId) {
        LiveAccounts accounts = new LiveAccounts(fixture.database());
        Instant now = clock.instant();
        LiveAccount taken = accounts.take(business, accountId, "run", now, now.plusSeconds(60))
                .orElseThrow();
        accounts.giveBack(
                business, "run", taken.after(LiveAccount.Status.COLLECTING, null, taken.progress(), now, 0, now));
    }

    private void story(Instant publishedAt) {
        SourceSpec spec =
                new SourceSpec(fixture.ledger().newId(), SourceSpec.Kind.SYNC, "x", "acme", "a story", clock.instant());
        PostVersion version =
                new PostVersion(publishedAt, Placement.STORY, Format.IMAGE, null, null, Boosted.NO, false);
        fixture.ledger()
                .append(
                        business,
                        spec,
                        sink -> sink.accept(new Observation.OfPost(
                                AccountKey.ofHandle(Platform.INSTAGRAM, "acme"),
                                List.of(new Alias("instagram:media", "5")),
                                version,
                                MetricValues.NONE,
                                clock.instant())),
                        done -> "{}");
    }

    private static final class FakeChannel implements Channel {
        private final String key;
        private final List<Notice> notices = new CopyOnWriteArrayList<>();
        private volatile @Nullable Throwable broken;
        private volatile int attempts;
        private volatile Language language = Language.EN;

        FakeChannel(String key) {
            this.key = key;
        }

        List<String> keys() {
            return notices.stream()
                    .flatMap(notice -> notice.items().stream())
                    .map(Notice.Item::key)
                    .toList();
        }

        @Override
        public String key() {
            return key;
        }

        @Override
        public String where() {
            return key;
        }

        @Override
        public Language language() {
            return language;
        }

        @Override
        public synchronized void send(Notice notice) {
            attempts++;
            switch (broken) {
                case RuntimeException failure -> throw failure;
                case Error death -> throw death;
                case null, default -> notices.add(notice);
            }
        }
    }
}
