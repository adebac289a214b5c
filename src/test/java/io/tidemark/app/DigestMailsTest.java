package io.tidemark.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.analytics.insight.feed.NullBusiness;
import io.tidemark.collect.OperatorSettings;
import io.tidemark.collect.alert.AlertSettings;
import io.tidemark.collect.alert.FakeMailServer;
import io.tidemark.language.Language;
import io.tidemark.ledger.DigestBook;
import io.tidemark.ledger.User;
import io.tidemark.testing.LedgerFixture;
import io.tidemark.testing.MutableClock;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
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
        book.subscribe(business, reader.id(), Language.EN);

        goTo(BEFORE_SEVEN);
        mails().round();
        assertThat(server.mails).isEmpty();

        goTo(SEVEN);
        mails().round();
        mails().round();
        assertThat(server.mails)
                .singleElement()
                .asString()
                .contains("Acme: the week from 9 November 2026 to 15 November 2026");
        assertThat(server.commands).contains("RCPT TO:<reader@example.com>");

        goTo(SEVEN.plus(Duration.ofDays(7)));
        mails().round();
        assertThat(server.mails).hasSize(2);
    }

    @Test
    void whoMayNoLongerSeeTheBusinessOrWantsItNoMoreGetsNone() throws Exception {
        book.subscribe(business, reader.id(), Language.EN);
        goTo(SEVEN);
        mails().round();
        assertThat(server.mails).isEmpty();

        fixture.directory().addMember(business, reader.id());
        book.unsubscribe(business, reader.id());
        mails().round();
        assertThat(server.mails).isEmpty();
        assertThat(book.language(business, reader.id())).isEmpty();
    }

    @Test
    void whatFailedIsTriedAgainAfterAPause() throws Exception {
        fixture.directory().addMember(business, reader.id());
        book.subscribe(business, reader.id(), Language.EN);
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
        book.subscribe(business, reader.id(), Language.EN);
        mails().round();
        assertThat(server.mails).isEmpty();
        assertThat(book.language(business, reader.id())).contains(Language.EN);
    }

    @Test
    void eachReaderGetsItInTheirLanguage() throws Exception {
        User other = fixture.directory().createUser("leserin@example.com", "hash");
        for (User one : List.of(reader, other)) {
            fixture.directory().addMember(business, one.id());
            book.subscribe(business, one.id(), Language.EN);
        }
        goTo(SUNDAY.plus(Duration.ofHours(1)));
        book.subscribe(business, other.id(), Language.DE);

        goTo(SEVEN);
        mails().round();

        assertThat(book.language(business, reader.id())).contains(Language.EN);
        assertThat(server.mails.stream().map(DigestMailsTest::read))
                .satisfiesExactly(
                        english ->
                                assertThat(english).contains("reader@example.com", "Numbers, against the week before"),
                        german -> assertThat(german)
                                .contains(
                                        "leserin@example.com",
                                        "Tidemark, Acme: Woche vom 9. November 2026 bis 15. November 2026",
                                        "Zahlen, verglichen mit der Vorwoche",
                                        "Veröffentlichte Beiträge"));
    }

    /// To whom, about what, and the text.
    private static String read(String mail) {
        try {
            MimeMessage message = new MimeMessage(
                    Session.getInstance(new Properties()),
                    new ByteArrayInputStream(mail.getBytes(StandardCharsets.UTF_8)));
            return Arrays.toString(message.getAllRecipients()) + message.getSubject() + message.getContent();
        } catch (MessagingException | IOException unreadable) {
            throw new AssertionError(mail, unreadable);
        }
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
