package io.tidemark.collect.alert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tidemark.collect.OperatorSettings;
import io.tidemark.language.Language;
import io.tidemark.ledger.Business;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class MailChannelTest {
    private static final Instant NOW = Instant.parse("2026-03-10T09:00:00Z");
    private static final Business ACME =
            new Business(1, "Acme\r\nBcc: x@example.com", ZoneId.of("Europe/Berlin"), DayOfWeek.MONDAY, false);
    private static final Wording WORDING = new Wording("https://tidemark.example.com", login -> "Facebook");
    private static final List<Alert> DUE = List.of(
            new Alert.SignInEnds(DueAlertsTest.signIn(NOW.plus(Duration.ofDays(7))), NOW.plus(Duration.ofDays(7)), 7),
            new Alert.AccountSilent(
                    DueAlertsTest.account(NOW.minus(Duration.ofHours(7)), NOW), NOW, Duration.ofHours(6)));
    private static final Notice NOTICE = WORDING.notice(ACME, DUE, Language.EN, NOW);

    private final FakeMailServer server = new FakeMailServer();

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void aMailSaysWhatHappenedAndWhatToDo() throws Exception {
        channel(Map.of("user", "tidemark", "password", "pass word")).send(NOTICE);

        MimeMessage mail = mail(server.mails.getFirst());
        assertThat(Arrays.toString(mail.getAllRecipients()))
                .isEqualTo("[ops@example.com, =?UTF-8?Q?=C3=9Cnal?= <unal@example.com>]");
        assertThat(Arrays.toString(mail.getFrom())).isEqualTo("[tidemark@example.com]");
        assertThat(mail.getHeader("Bcc")).as("no name makes a header").isNull();
        assertThat(mail.getSubject()).isEqualTo("Tidemark, Acme Bcc: x@example.com: 2 alerts");
        assertThat(mail.getContentType()).isEqualTo("text/plain; charset=UTF-8");
        assertThat(String.valueOf(mail.getContent()).replace("\r", "")).isEqualTo("""
                        The sign-in with Facebook (Acme) ends in 7 days, on 17 March 2026 at 10:00 (Europe/Berlin).
                        Sign in again before then, so that no day is missed.

                        Instagram @acme has not been read for over 6 hours, since 10 March 2026 at 10:00 (Europe/Berlin).
                        Look at its last runs soon: it has stories, whose numbers are gone a day after they were published.

                        More: https://tidemark.example.com/dashboard/health?business=1
                        """);
        assertThat(server.commands).contains("MAIL FROM:<tidemark@example.com>", "RCPT TO:<unal@example.com>");
    }

    @Test
    void aMailIsInTheLanguageThatIsSet() throws Exception {
        Channel channel = channel(Map.of("language", "de"));
        channel.send(WORDING.notice(ACME, DUE, channel.language(), NOW));

        MimeMessage mail = mail(server.mails.getFirst());
        assertThat(mail.getSubject()).isEqualTo("Tidemark, Acme Bcc: x@example.com: 2 Hinweise");
        assertThat(String.valueOf(mail.getContent()).replace("\r", "")).isEqualTo("""
                        Die Anmeldung bei Facebook (Acme) läuft in 7 Tagen ab, am 17. März 2026 um 10:00 Uhr (Europe/Berlin).
                        Melden Sie sich vorher erneut an, damit kein Tag fehlt.

                        Instagram @acme wurde seit über 6 Stunden nicht gelesen, nämlich seit dem 10. März 2026 um 10:00 Uhr (Europe/Berlin).
                        Sehen Sie bald nach den letzten Läufen: Das Konto hat Storys, deren Zahlen einen Tag nach der Veröffentlichung verloren sind.

                        Mehr: https://tidemark.example.com/dashboard/health?business=1
                        """);
    }

    @Test
    void administratorsGetItWhereNobodyElseIsNamed() {
        Map<String, String> settings = new HashMap<>(settings());
        settings.remove("to");

        channel(settings, List.of("root@example.com")).send(NOTICE);

        assertThat(server.commands).contains("RCPT TO:<root@example.com>");
        assertThatThrownBy(() -> channel(settings, List.of()).send(NOTICE))
                .isInstanceOf(NotSent.class)
                .hasMessageContaining("alerts.mail.to");
    }

    @Test
    void whatTheServerSaysIsToldWithoutThePassword() {
        server.refuse("AUTH", "535 no good: AHRpZGVtYXJrAHBhc3Mgd29yZA== nor pass word");

        assertThatThrownBy(() -> channel(Map.of("user", "tidemark", "password", "pass word"))
                        .send(NOTICE))
                .isInstanceOf(NotSent.class)
                .hasMessageContaining("535 no good: (left out) nor (left out)");
        assertThat(server.mails).isEmpty();
    }

    @Test
    void whoCanBeReachedGetsItOnceThoughAnotherCannot() {
        server.refuse("RCPT TO:<OPS@", "550 nobody of that name");

        channel(Map.of()).send(NOTICE);

        assertThat(server.mails).hasSize(1);
        server.refuse("RCPT", "550 nobody of that name");
        assertThatThrownBy(() -> channel(Map.of()).send(NOTICE))
                .isInstanceOf(NotSent.class)
                .hasMessageContaining("550 nobody of that name");
    }

    @Test
    void unlessToldOtherwiseNothingIsSentInTheClear() {
        Map<String, String> settings = new HashMap<>(settings());
        settings.remove("security");
        settings.putAll(Map.of("user", "tidemark", "password", "pass word"));

        assertThatThrownBy(() -> channel(settings, List.of()).send(NOTICE))
                .isInstanceOf(NotSent.class)
                .hasMessageContaining("STARTTLS");
        assertThat(server.commands).noneMatch(command -> command.startsWith("AUTH") || command.startsWith("MAIL"));
    }

    @Test
    void aServerThatIsNotThereIsAFailureLikeAnother() throws IOException {
        // Held without listening: a port that was given back might be another's by now.
        try (Socket held = new Socket()) {
            held.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
            Channel channel = channel(Map.of("port", Integer.toString(held.getLocalPort())));

            assertThatThrownBy(() -> channel.send(NOTICE)).isInstanceOf(NotSent.class);
        }
    }

    private Channel channel(Map<String, String> more) {
        Map<String, String> settings = new HashMap<>(settings());
        settings.putAll(more);
        return channel(settings, List.of());
    }

    private Channel channel(Map<String, String> settings, List<String> administrators) {
        Map<String, String> file = new HashMap<>(Map.of("alerts.mail.port", Integer.toString(server.port())));
        settings.forEach((name, value) -> file.put("alerts.mail." + name, value));
        return new AlertSettings(new OperatorSettings(file, Map.of()))
                .channels(() -> administrators)
                .getFirst();
    }

    private static Map<String, String> settings() {
        return Map.of(
                "host", "127.0.0.1",
                "security", "none",
                "from", "tidemark@example.com",
                "to", "ops@example.com, =?UTF-8?Q?=C3=9Cnal?= <unal@example.com>");
    }

    private static MimeMessage mail(String text) throws MessagingException, IOException {
        return new MimeMessage(
                Session.getInstance(new Properties()), new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
    }
}
