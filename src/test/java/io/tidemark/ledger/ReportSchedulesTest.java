package io.tidemark.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.language.Language;
import io.tidemark.testing.LedgerFixture;
import io.tidemark.testing.MutableClock;
import io.tidemark.words.Sentence;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ReportSchedulesTest {
    private static final LocalDate JANUARY = LocalDate.parse("2026-01-31");
    private static final LocalDate FEBRUARY = LocalDate.parse("2026-02-28");
    private static final Report.Content CONTENT = new Report.Content(
            "January",
            LocalDate.parse("2026-01-01"),
            JANUARY,
            "platform=linkedin",
            "[{\"panel\":\"metrics\",\"text\":\"Well done.\"}]",
            "#0b5a78");
    private static final Thumbnail LOGO = Thumbnail.of("image/png", new byte[] {1, 2, 3});
    private static final Instant LATER = LedgerFixture.NOW.plus(Duration.ofMinutes(10));

    private MutableClock clock;
    private LedgerFixture fixture;
    private Reports reports;
    private ReportSchedules schedules;
    private long business;
    private long user;
    private Report first;

    @BeforeEach
    void open() {
        clock = new MutableClock(LedgerFixture.NOW);
        fixture = LedgerFixture.create(clock);
        reports = Reports.of(fixture.database());
        schedules = ReportSchedules.of(fixture.database());
        business = fixture.business().id();
        user = fixture.directory().createUser("me@example.com", "hash").id();
        first = reports.create(business, CONTENT, user, null);
        reports.changeLogo(business, first.id(), LOGO);
    }

    @AfterEach
    void close() {
        fixture.close();
    }

    private ReportSchedule.Wanted wanted(String... recipients) {
        return new ReportSchedule.Wanted(
                ReportSchedule.Every.MONTH,
                3,
                9,
                "Every month",
                List.of(recipients),
                Language.DE,
                true,
                "https://tidemark.example.com",
                user);
    }

    private ReportSchedule put(String... recipients) {
        return schedules.put(business, first.id(), wanted(recipients), JANUARY).orElseThrow();
    }

    private Report february(ReportSchedule schedule) {
        return schedules
                .report(schedule, LocalDate.parse("2026-02-01"), FEBRUARY)
                .orElseThrow();
    }

    @Test
    void itIsKeptWholeChangedAndEnded() {
        ReportSchedule made = put("a@example.com", "b@example.com");
        assertThat(made)
                .isEqualTo(new ReportSchedule(
                        business, made.id(), wanted("a@example.com", "b@example.com"), JANUARY, null, null));
        assertThat(schedules.all(business)).containsExactly(made);
        assertThat(reports.find(business, first.id()).orElseThrow().scheduleId())
                .isEqualTo(made.id());

        ReportSchedule changed =
                schedules.put(business, first.id(), wanted(), FEBRUARY).orElseThrow();
        assertThat(changed.id()).isEqualTo(made.id());
        assertThat(changed.wanted().recipients()).isEmpty();
        assertThat(changed.doneTo()).isEqualTo(FEBRUARY);
        // What is done stays done.
        assertThat(schedules.put(business, first.id(), wanted(), JANUARY).orElseThrow())
                .isEqualTo(changed);

        schedules.remove(business, made.id());
        assertThat(schedules.find(business, made.id())).isEmpty();
        assertThat(reports.find(business, first.id()).orElseThrow().scheduleId())
                .isNull();
        assertThat(schedules.put(business, first.id() + 1, wanted(), JANUARY)).isEmpty();
    }

    @Test
    void theReportOfAPeriodIsMadeOnceLikeTheLatestOfTheSeries() {
        ReportSchedule schedule = put();
        Report february = february(schedule);
        assertThat(february(schedule)).isEqualTo(february);
        assertThat(february.content())
                .isEqualTo(new Report.Content(
                        "Every month",
                        LocalDate.parse("2026-02-01"),
                        FEBRUARY,
                        CONTENT.search(),
                        CONTENT.sections(),
                        CONTENT.colour()));
        assertThat(february.scheduleId()).isEqualTo(schedule.id());
        assertThat(february.createdBy()).isEqualTo(user);
        assertThat(reports.logo(business, february.id())).isPresent();

        reports.change(
                business,
                february.id(),
                new Report.Content(
                        "February",
                        LocalDate.parse("2026-02-01"),
                        FEBRUARY,
                        "platform=x",
                        "[{\"panel\":\"why\"}]",
                        null));
        Report march = schedules
                .report(schedule, LocalDate.parse("2026-03-01"), LocalDate.parse("2026-03-31"))
                .orElseThrow();
        assertThat(march.content().search()).isEqualTo("platform=x");
        // A duplicate that a person makes is none of the series.
        assertThat(reports.create(business, CONTENT, user, march.id()).scheduleId())
                .isNull();
    }

    @Test
    void aPeriodIsDoneOnceAndItsMailsAreSentOnce() {
        ReportSchedule schedule = put();
        Report february = february(schedule);
        schedules.failed(
                schedule, Told.of(Sentence.of("test_failed", "It failed.").said()), LATER);
        ReportSchedule failed = schedules.find(business, schedule.id()).orElseThrow();
        assertThat(failed.failure()).isNotNull();
        assertThat(failed.waits(LedgerFixture.NOW)).isTrue();
        assertThat(failed.waits(LATER)).isFalse();

        schedules.done(schedule, february, List.of("a@example.com", "b@example.com"));
        schedules.done(schedule, february, List.of("a@example.com", "c@example.com"));

        ReportSchedule done = schedules.find(business, schedule.id()).orElseThrow();
        assertThat(done.failure()).isNull();
        assertThat(done.doneTo()).isEqualTo(FEBRUARY);
        assertThat(done.last()).isEqualTo(new ReportSchedule.Last(february.id(), LedgerFixture.NOW));
        assertThat(schedules.mails(business, february.id()))
                .extracting(ReportMail::address)
                .containsExactly("a@example.com", "b@example.com");

        assertThat(schedules.take(business, february.id(), "a@example.com", LATER))
                .hasValue(1);
        assertThat(schedules.take(business, february.id(), "a@example.com", LATER))
                .isEmpty();
        schedules.sent(business, february.id(), "a@example.com");
        clock.advance(Duration.ofMinutes(10));
        assertThat(schedules.take(business, february.id(), "a@example.com", LATER))
                .isEmpty();

        assertThat(schedules.take(business, february.id(), "b@example.com", LATER))
                .hasValue(1);
        schedules.notSent(business, february.id(), "b@example.com", "450 later", LATER);
        assertThat(schedules.mails(business, february.id()))
                .containsExactly(
                        new ReportMail("a@example.com", 1, LATER, LedgerFixture.NOW, null),
                        new ReportMail("b@example.com", 1, LATER, null, "450 later"));
        assertThat(schedules.take(business, february.id(), "b@example.com", LATER.plusSeconds(300)))
                .hasValue(2);

        // Whoever is no longer named is written to no more.
        schedules.put(business, first.id(), wanted("c@example.com"), JANUARY);
        assertThat(schedules.mails(business, february.id()))
                .extracting(ReportMail::address)
                .containsExactly("a@example.com");
    }

    @Test
    void aSeriesEndsWithItsLastReport() {
        ReportSchedule schedule = put();
        Report february = february(schedule);
        schedules.done(schedule, february, List.of("a@example.com"));
        assertThat(reports.remove(business, february.id())).isTrue();
        assertThat(schedules.mails(business, february.id())).isEmpty();
        assertThat(schedules.find(business, schedule.id())).isPresent();

        assertThat(reports.remove(business, first.id())).isTrue();
        assertThat(schedules.all(business)).isEmpty();
        assertThat(schedules.report(schedule, LocalDate.parse("2026-03-01"), LocalDate.parse("2026-03-31")))
                .isEmpty();
    }

    @Test
    void anotherBusinessKnowsNothingOfIt() {
        long other = fixture.directory()
                .createBusiness("Other", LedgerFixture.BERLIN, DayOfWeek.MONDAY, false)
                .id();
        ReportSchedule schedule = put();
        Report february = february(schedule);
        schedules.done(schedule, february, List.of("a@example.com"));

        assertThat(schedules.all(other)).isEmpty();
        assertThat(schedules.find(other, schedule.id())).isEmpty();
        assertThat(schedules.put(other, first.id(), wanted(), JANUARY)).isEmpty();
        assertThat(schedules.mails(other, february.id())).isEmpty();
        assertThat(schedules.take(other, february.id(), "a@example.com", LATER)).isEmpty();
        schedules.remove(other, schedule.id());
        assertThat(schedules.all(business)).hasSize(1);
    }
}
