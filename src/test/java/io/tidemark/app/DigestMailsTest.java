package io.tidemark.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.analytics.insight.feed.NullBusiness;
import io.tidemark.collect.OperatorSettings;
import io.tidemark.collect.alert.AlertSettings;
import io.tidemark.collect.alert.FakeMailServer;
import io.tidemark.ledger.DigestBook;
import io.tidemark.ledger.User;
import io.tidemark.testing.LedgerFixture;
import io.tidemark.testing.MutableClock;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The business's week begins on Monday, in Berlin.
class DigestMailsTest {
    private static final Instant SUNDAY = Instant.parse("2026-11-15T12:00:00Z");
    private static final Instant BEFORE_SEVEN = Instant.parse("2026-11-16T05:59:59Z");
    private static final Instant SEVEN = Instant.parse("2026-11-16T06:00:00Z");

    @TempDir
    private Path directory;

    private final FakeMailServer server = new FakeMailServer();
    private final MutableClock clock = new MutableClock(SUNDAY);
    private LedgerFixture fixture;
    private DigestBook book;
    private User reader;
    private long business;

    @BeforeEach
    void open() {
        fixture = LedgerFixture.create(clock);
        book = new DigestBook(fixture.database());
        business = fixture.business().id();
        fixture.directory().createUser("root@example.com", "hash");
        reader = fixture.directory().createUser("reader@example.com", "hash");
    }

    @AfterEach
    void close() {
        fixture.close();
        server.close();
    }

    @Test
    void eachReaderGetsItOnceAWeekFromSevenOnHoweverManyLook() throws Exception {
        fixture.directory().addMember(business, reader.id());
        book.subscribe(business, reader.id());

        goTo(BEFORE_SEVEN);
        mails().round();
        assertThat(server.mails).isEmpty();

        goTo(SEVEN);
        mails().round();
        mails().round();
        assertThat(server.mails).singleElement().asString().contains("Acme: the week from 2026-11-09 to 2026-11-15");
        assertThat(server.commands).contains("RCPT TO:<reader@example.com>");

        goTo(SEVEN.plus(Duration.ofDays(7)));
        mails().round();
        assertThat(server.mails).hasSize(2);
    }

    @Test
    void whoMayNoLongerSeeTheBusinessOrWantsItNoMoreGetsNone() throws Exception {
        book.subscribe(business, reader.id());
        goTo(SEVEN);
        mails().round();
        assertThat(server.mails).isEmpty();

        fixture.directory().addMember(business, reader.id());
        book.unsubscribe(business, reader.id());
        mails().round();
        assertThat(server.mails).isEmpty();
        assertThat(book.isSubscribed(business, reader.id())).isFalse();
    }

    @Test
    void whatFailedIsTriedAgainAfterAPause() throws Exception {
        fixture.directory().addMember(business, reader.id());
        book.subscribe(business, reader.id());
        goTo(SEVEN);
        server.refuse("RCPT", "450 later");
        mails().round();
        server.refuseNothing();

        goTo(SEVEN.plus(Duration.ofMinutes(9)));
        mails().round();
        assertThat(server.mails).isEmpty();
        goTo(SEVEN.plus(Duration.ofMinutes(10)));
        mails().round();
        assertThat(server.mails).hasSize(1);
    }

    @Test
    void whoAsksForItLaterGetsTheNextOne() throws Exception {
        fixture.directory().addMember(business, reader.id());
        goTo(SEVEN.plus(Duration.ofDays(2)));
        book.subscribe(business, reader.id());
        mails().round();
        assertThat(server.mails).isEmpty();
        assertThat(book.isSubscribed(business, reader.id())).isTrue();
    }

    private void goTo(Instant then) {
        clock.advance(Duration.between(clock.instant(), then));
    }

    private DigestMails mails() throws Exception {
        Map<String, String> settings = new HashMap<>();
        settings.put("TIDEMARK_ALERTS_MAIL_HOST", "127.0.0.1");
        settings.put("TIDEMARK_ALERTS_MAIL_PORT", Integer.toString(server.port()));
        settings.put("TIDEMARK_ALERTS_MAIL_SECURITY", "none");
        settings.put("TIDEMARK_ALERTS_MAIL_FROM", "tidemark@example.com");
        OperatorSettings settled = OperatorSettings.read(directory.resolve("connections.properties"), settings);
        return new DigestMails(
                fixture.directory(),
                book,
                (businessId, asOf) -> NullBusiness.of(1, 300, 100),
                new AlertSettings(settled).letters().orElseThrow(),
                clock);
    }
}
