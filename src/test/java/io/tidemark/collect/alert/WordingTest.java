package io.tidemark.collect.alert;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.language.Language;
import io.tidemark.ledger.AlertBook.Watched;
import io.tidemark.ledger.Breakout;
import io.tidemark.ledger.Business;
import io.tidemark.ledger.Connection;
import io.tidemark.ledger.Told;
import io.tidemark.metric.Platform;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class WordingTest {
    private static final Instant NOW = Instant.parse("2026-03-10T09:00:00Z");
    private static final Business ACME = new Business(1, "Acme", ZoneId.of("Europe/Berlin"), DayOfWeek.MONDAY, false);
    private static final Wording WORDING = new Wording(null, login -> "Bluesky (on Bluesky's page)");

    @Test
    void whatIsBrokenIsSaidWithItsReasonAndAllThatIsNotRead() {
        Told reason = Told.of(Connection.NOT_TAKEN.said());
        List<Watched> accounts = List.of(account(1, NOW.minus(Duration.ofDays(1))), account(2, null));
        Alert broken = new Alert.ConnectionBroken(DueAlertsTest.refused("x"), reason, null, accounts);

        assertThat(subject(broken, Language.DE))
                .isEqualTo("Tidemark, Acme: Die Anmeldung bei Bluesky (auf der Seite von Bluesky) gilt nicht mehr");
        assertThat(happened(broken, Language.DE))
                .isEqualTo(
                        "Die Anmeldung bei Bluesky (auf der Seite von Bluesky) (Acme) gilt nicht mehr. Der Grund: Die"
                                + " Plattform nimmt die Anmeldung nicht mehr an. Bis dahin werden nicht gelesen: X @acme1 seit dem"
                                + " 9. März 2026 um 10:00 Uhr (Europe/Berlin) und X @acme2 (noch nie gelesen).");
        assertThat(happened(broken, Language.EN))
                .isEqualTo("The sign-in with Bluesky (on Bluesky's page) (Acme) is good no more. The reason: "
                        + reason.text()
                        + " Not read meanwhile: X @acme1 since 9 March 2026 at 10:00 (Europe/Berlin) and"
                        + " X @acme2 (never read).");
    }

    @Test
    void ofManyAccountsTenAreNamed() {
        List<Watched> accounts =
                LongStream.rangeClosed(1, 12).mapToObj(id -> account(id, null)).toList();
        Alert ended = new Alert.ConnectionBroken(
                DueAlertsTest.signIn(NOW), Told.of(AlertWords.IT_HAS_ENDED.said()), NOW, accounts);

        assertThat(happened(ended, Language.DE))
                .contains(
                        "gilt seit dem 10. März 2026 um 10:00 Uhr (Europe/Berlin) nicht mehr. Der Grund: Sie ist abgelaufen.")
                .endsWith("X @acme10 (noch nie gelesen) und 2 weitere.");
        assertThat(happened(ended, Language.EN))
                .contains("The reason: It has ended. Not")
                .endsWith("X @acme10 (never read) and 2 others.");
    }

    @Test
    void whatThePlatformSaidStaysAsItCame() {
        Told words = new Told("Rate\nlimited.", null);
        Watched account = new Watched(3, 7, Platform.X, "acme", words, Instant.EPOCH, NOW, null);

        assertThat(happened(new Alert.AccountSilent(account, NOW, Duration.ofHours(24)), Language.DE))
                .isEqualTo(
                        "X @acme wurde seit über 24 Stunden nicht gelesen, nämlich seit dem 10. März 2026 um 10:00 Uhr"
                                + " (Europe/Berlin). Meldung des letzten Laufs: Rate limited.");
    }

    @Test
    void aSignInOfOneDayIsSaidAsThat() {
        Alert ends = new Alert.SignInEnds(DueAlertsTest.signIn(NOW), NOW.plus(Duration.ofHours(3)), 1);

        assertThat(happened(ends, Language.DE))
                .contains(" läuft innerhalb eines Tages ab, am 10. März 2026 um 13:00 Uhr");
        assertThat(happened(ends, Language.EN)).contains(" ends within a day, on 10 March 2026 at 13:00");
    }

    @Test
    void aPostThatBreaksOutIsSaidWithItsNumbers() {
        Alert out = new Alert.PostBreaksOut(new Breakout(
                5,
                Breakout.Level.ALERT,
                NOW,
                3,
                Platform.X,
                "acme",
                NOW.minus(Duration.ofHours(60)),
                60,
                12_345,
                400.4,
                900,
                20_000,
                0.876,
                1,
                null));

        assertThat(subject(out, Language.DE)).isEqualTo("Tidemark, Acme: Ein Beitrag von X @acme ist im Aufwind");
        assertThat(happened(out, Language.DE))
                .isEqualTo(
                        "Der Beitrag von X @acme, veröffentlicht am 7. März 2026 um 22:00 Uhr (Europe/Berlin), hatte nach"
                                + " 3 Tagen 12.345 Interaktionen; üblich sind 400. Er dürfte 20.000 erreichen; die Chance, dass er das"
                                + " Dreifache der üblichen 900 oder mehr erreicht, beträgt 88\u00a0%, ermittelt aus 1 früheren Beitrag.");
        assertThat(happened(out, Language.EN))
                .startsWith(
                        "The post of X @acme published on 7 March 2026 at 22:00 (Europe/Berlin) had 12,345 engagements"
                                + " after 3 days, where 400 are usual. It is expected to settle at 20,000; the chance");
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void aTrialSaysSo(Language language) {
        String text = WORDING.trial(ACME, language, NOW).text();

        assertThat(text)
                .isEqualTo(
                        switch (language) {
                            case EN -> """
                                    This is a trial: alerts of Acme arrive here.
                                    There is nothing to do.

                                    More is on Tidemark's page /dashboard/health.
                                    """;
                            case DE -> """
                                    Dies ist eine Probe: Hinweise zu Acme kommen hier an.
                                    Es ist nichts zu tun.

                                    Mehr steht auf der Tidemark-Seite /dashboard/health.
                                    """;
                        });
    }

    @Test
    void severalAreOneSubject() {
        Alert ends = new Alert.SignInEnds(DueAlertsTest.signIn(NOW), NOW.plus(Duration.ofDays(3)), 7);

        assertThat(Stream.of(Language.values())
                        .map(language -> WORDING.notice(ACME, List.of(ends, ends), language, NOW)
                                .subject()))
                .containsExactly("Tidemark, Acme: 2 alerts", "Tidemark, Acme: 2 Hinweise");
    }

    private static Watched account(long id, @Nullable Instant readAt) {
        return new Watched(id, 7, Platform.X, "acme" + id, null, Instant.EPOCH, readAt, null);
    }

    private static String subject(Alert alert, Language language) {
        return WORDING.notice(ACME, List.of(alert), language, NOW).subject();
    }

    private static String happened(Alert alert, Language language) {
        return WORDING.notice(ACME, List.of(alert), language, NOW)
                .items()
                .getFirst()
                .happened();
    }
}
