package io.tidemark.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.testing.LedgerFixture;
import io.tidemark.testing.MutableClock;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ReportsTest {
    private static final Report.Content OCTOBER = new Report.Content(
            "October",
            LocalDate.parse("2026-10-01"),
            LocalDate.parse("2026-10-31"),
            "platform=linkedin",
            "[{\"panel\":\"metrics\",\"text\":\"Well done.\"}]",
            "#0b5a78");
    private static final Report.Content NOVEMBER = new Report.Content(
            "November", LocalDate.parse("2026-11-01"), LocalDate.parse("2026-11-30"), "", "[]", null);
    private static final Thumbnail LOGO = Thumbnail.of("image/png", new byte[] {1, 2, 3});

    private MutableClock clock;
    private LedgerFixture fixture;
    private Reports reports;
    private long business;
    private long user;

    @BeforeEach
    void open() {
        clock = new MutableClock(LedgerFixture.NOW);
        fixture = LedgerFixture.create(clock);
        reports = Reports.of(fixture.database());
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
    void whatIsWrittenIsKeptWhole() {
        Report made = reports.create(business, OCTOBER, user, null);

        assertThat(made)
                .isEqualTo(new Report(
                        business,
                        made.id(),
                        OCTOBER,
                        false,
                        user,
                        LedgerFixture.NOW,
                        LedgerFixture.NOW,
                        null,
                        null,
                        null));
        assertThat(reports.find(business, made.id())).hasValue(made);
        assertThat(reports.find(business, made.id() + 1)).isEmpty();
    }

    @Test
    void anOpenOneIsChanged() {
        long first = reports.create(business, OCTOBER, user, null).id();
        clock.advance(Duration.ofHours(1));
        long second = reports.create(business, OCTOBER, user, null).id();
        clock.advance(Duration.ofHours(1));

        assertThat(reports.change(business, first, NOVEMBER)).isTrue();

        assertThat(reports.find(business, first).orElseThrow().content()).isEqualTo(NOVEMBER);
        assertThat(reports.all(business)).extracting(Report::id).containsExactly(first, second);
    }

    @Test
    void aClosedOneKeepsWhatItSaid() {
        long id = reports.create(business, OCTOBER, user, null).id();
        String answers = "{\"overview\": {\"b\": 1, \"a\": 2.50}}";
        assertThat(reports.close(business, id, answers)).isTrue();
        clock.advance(Duration.ofDays(1));

        assertThat(reports.change(business, id, NOVEMBER)).isFalse();
        assertThat(reports.changeLogo(business, id, LOGO)).isFalse();
        assertThat(reports.close(business, id, "{}")).isFalse();
        Report closed = reports.find(business, id).orElseThrow();
        assertThat(closed.content()).isEqualTo(OCTOBER);
        assertThat(closed.closedAt()).isEqualTo(LedgerFixture.NOW);
        // To the letter: no member is moved, no number written otherwise.
        assertThat(closed.answers()).isEqualTo(answers);
        assertThat(reports.all(business))
                .singleElement()
                .extracting(Report::answers)
                .isNull();
        assertThat(reports.remove(business, id)).isTrue();
        assertThat(reports.remove(business, id)).isFalse();
    }

    @Test
    void aLogoIsKeptTakenOverAndTakenAway() {
        long first = reports.create(business, OCTOBER, user, null).id();
        assertThat(reports.logo(business, first)).isEmpty();
        assertThat(reports.changeLogo(business, first, LOGO)).isTrue();
        Report like = reports.create(business, NOVEMBER, user, first);
        assertThat(reports.changeLogo(business, first, null)).isTrue();

        assertThat(reports.logo(business, first)).isEmpty();
        assertThat(like.logo()).isTrue();
        assertThat(reports.logo(business, like.id())).hasValueSatisfying(logo -> {
            assertThat(logo.contentType()).isEqualTo("image/png");
            assertThat(logo.image()).containsExactly(1, 2, 3);
        });
    }

    @Test
    void anotherBusinessKnowsNothingOfIt() {
        long other = new Directory(fixture.database())
                .createBusiness("Other", LedgerFixture.BERLIN, DayOfWeek.MONDAY, false)
                .id();
        Report made = reports.create(business, OCTOBER, user, null);
        reports.changeLogo(business, made.id(), LOGO);

        assertThat(reports.find(other, made.id())).isEmpty();
        assertThat(reports.all(other)).isEmpty();
        assertThat(reports.change(other, made.id(), NOVEMBER)).isFalse();
        assertThat(reports.close(other, made.id(), "{}")).isFalse();
        assertThat(reports.remove(other, made.id())).isFalse();
        assertThat(reports.logo(other, made.id())).isEmpty();
        assertThat(reports.changeLogo(other, made.id(), null)).isFalse();
        assertThat(reports.create(other, NOVEMBER, user, made.id()).logo()).isFalse();
    }
}
