package io.tidemark.serve.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tidemark.collect.alert.Refusals;
import io.tidemark.language.Language;
import io.tidemark.ledger.Directory;
import io.tidemark.ledger.Report;
import io.tidemark.ledger.ReportMail;
import io.tidemark.ledger.ReportSchedule;
import io.tidemark.ledger.ReportSchedules;
import io.tidemark.ledger.Reports;
import io.tidemark.ledger.Share;
import io.tidemark.ledger.Shares;
import io.tidemark.ledger.User;
import io.tidemark.serve.http.Json;
import io.tidemark.tenancy.Passwords;
import io.tidemark.tenancy.Registry;
import io.tidemark.tenancy.ShareLinks;
import io.tidemark.tenancy.Tokens;
import io.tidemark.testing.LedgerFixture;
import io.tidemark.testing.MutableClock;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.function.BiFunction;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The report of a month is due at 9 in Berlin, three whole days after the month.
class ScheduledReportsTest {
    private static final Instant BEFORE = Instant.parse("2026-03-04T07:59:59Z");
    private static final Instant DUE = Instant.parse("2026-03-04T08:00:00Z");
    private static final LocalDate JANUARY = LocalDate.parse("2026-01-31");
    private static final String ANSWERS = "{\"overview\":{\"metrics\":{\"likes\":{\"value\":3,\"provisional\":true}}}}";

    private final MutableClock clock = new MutableClock(BEFORE);
    private final FakeMailing mailing = new FakeMailing();
    private LedgerFixture fixture;
    private Directory directory;
    private Reports reports;
    private ReportSchedules schedules;
    private User maker;
    private long business;
    private Report first;

    @BeforeEach
    void open() {
        fixture = LedgerFixture.create(clock);
        directory = fixture.directory();
        reports = Reports.of(fixture.database());
        schedules = ReportSchedules.of(fixture.database());
        business = fixture.business().id();
        directory.createUser("root@example.com", "hash");
        maker = directory.createUser("me@example.com", "hash");
        directory.addMember(business, maker.id());
        first = reports.create(
                business,
                new Report.Content("January", LocalDate.parse("2026-01-01"), JANUARY, "", "[]", null),
                maker.id(),
                null);
    }

    @AfterEach
    void close() {
        fixture.close();
    }

    private ReportSchedule repeat(Language language, boolean shared, User by) {
        ReportSchedule.Wanted wanted = new ReportSchedule.Wanted(
                ReportSchedule.Every.MONTH,
                3,
                9,
                "Every month",
                List.of("a@example.com", "b@example.com"),
                language,
                shared,
                "http://127.0.0.1:8003",
                by.id());
        return schedules.put(business, first.id(), wanted, JANUARY).orElseThrow();
    }

    private ScheduledReports jobs() {
        return jobs(reports, schedules, (caller, report) -> ANSWERS);
    }

    private ScheduledReports jobs(Reports reports, ReportSchedules schedules, BiFunction<User, Report, String> press) {
        Registry registry = (Registry) Proxy.newProxyInstance(
                Registry.class.getClassLoader(),
                new Class<?>[] {Registry.class},
                (proxy, method, arguments) -> Directory.class
                        .getMethod(method.getName(), method.getParameterTypes())
                        .invoke(directory, arguments));
        Tokens tokens = new Tokens(new SecretKeySpec(new byte[32], "HmacSHA256"), registry, clock);
        SecureRandom random = new SecureRandom();
        ShareLinks links =
                new ShareLinks(Shares.of(fixture.database()), registry, new Passwords(random), tokens, random, clock);
        return new ScheduledReports(
                registry,
                reports,
                schedules,
                press,
                new ReportMails(schedules, links, mailing, clock),
                Json.mapper(),
                clock);
    }

    private void goTo(Instant then) {
        clock.advance(Duration.between(clock.instant(), then));
    }

    private List<Report> made() {
        return reports.all(business).stream()
                .filter(report -> report.id() != first.id())
                .toList();
    }

    private ReportSchedule current() {
        return schedules.all(business).getFirst();
    }

    @Test
    void whatIsDueIsMadeClosedAndMailedOnce() {
        repeat(Language.EN, false, maker);
        jobs().round();
        assertThat(made()).isEmpty();

        goTo(DUE);
        jobs().round();
        jobs().round();

        assertThat(made()).singleElement().satisfies(report -> {
            assertThat(report.content().title()).isEqualTo("Every month");
            assertThat(report.content().from()).isEqualTo("2026-02-01");
            assertThat(report.content().to()).isEqualTo("2026-02-28");
            assertThat(report.closedAt()).isEqualTo(DUE);
            assertThat(reports.find(business, report.id()).orElseThrow().answers())
                    .isEqualTo(ANSWERS);
        });
        long id = made().getFirst().id();
        assertThat(mailing.sent).extracting(FakeMailing.Letter::to).containsExactly("a@example.com", "b@example.com");
        assertThat(mailing.sent.getFirst().subject())
                .isEqualTo("Tidemark, Every month, 1 February 2026 to 28 February 2026");
        assertThat(mailing.sent.getFirst().text()).isEqualTo("""
                The report of Acme about 1 February 2026 to 28 February 2026 is ready:

                http://127.0.0.1:8003/dashboard/reports?business=%d&report=%d

                Members of Acme see it once they have signed in.

                Some days were not settled yet when it was made: platforms may still revise their numbers.
                """.formatted(business, id));
        assertThat(current().last()).isEqualTo(new ReportSchedule.Last(id, DUE));
        // The first stays as it is: it is about another month.
        assertThat(reports.find(business, first.id()).orElseThrow().closedAt()).isNull();
    }

    @Test
    void anOpenReportOfThePeriodIsTheOneThatIsClosed() {
        repeat(Language.EN, false, maker);
        reports.change(
                business,
                first.id(),
                new Report.Content(
                        "February",
                        LocalDate.parse("2026-02-01"),
                        LocalDate.parse("2026-02-28"),
                        "",
                        "[{\"panel\":\"metrics\",\"text\":\"Well done.\"}]",
                        null));
        goTo(DUE);
        jobs().round();
        assertThat(made()).isEmpty();
        assertThat(reports.find(business, first.id()).orElseThrow().closedAt()).isEqualTo(DUE);
        assertThat(mailing.sent).hasSize(2);
        assertThat(mailing.sent.getFirst().subject()).contains("February, 1 February");
    }

    /// The process is gone right before or after a step; another one goes on, and later than a mail is taken for.
    @ParameterizedTest
    @CsvSource({
        "report, true",
        "report, false",
        "close, true",
        "close, false",
        "done, true",
        "done, false",
        "take, true",
        "take, false",
        "sent, false"
    })
    void whoeverDiesBetweenStepsLeavesTheRestToOthers(String step, boolean before) {
        repeat(Language.EN, true, maker);
        goTo(DUE);
        Dying dying = new Dying(step, before);
        ScheduledReports ill = jobs(
                dying.within(Reports.class, reports),
                dying.within(ReportSchedules.class, schedules),
                (caller, report) -> ANSWERS);
        assertThatThrownBy(ill::round).isInstanceOf(Died.class);

        goTo(DUE.plus(Duration.ofMinutes(6)));
        jobs().round();
        jobs().round();

        assertThat(made())
                .singleElement()
                .satisfies(report -> assertThat(report.closedAt()).isNotNull());
        assertThat(mailing.sent)
                .extracting(FakeMailing.Letter::to)
                .containsExactlyInAnyOrder("a@example.com", "b@example.com");
    }

    @Test
    void whatWasMissedIsMadeUpForTheLatestPeriodAlone() {
        repeat(Language.EN, false, maker);
        goTo(Instant.parse("2026-07-20T12:00:00Z"));
        jobs().round();
        assertThat(made())
                .singleElement()
                .satisfies(report -> assertThat(report.content().from()).isEqualTo("2026-06-01"));
        goTo(Instant.parse("2026-08-04T07:00:00Z"));
        jobs().round();
        assertThat(made()).hasSize(2);
    }

    @Test
    void aLinkForPeopleWithoutAnAccountIsMadeForTheReport() {
        repeat(Language.DE, true, maker);
        mailing.publicUrl = "https://tidemark.example.com";
        goTo(DUE);
        jobs().round();

        List<Share> shares = Shares.of(fixture.database()).all(business);
        assertThat(shares).singleElement().satisfies(share -> {
            assertThat(share.search()).isEqualTo("report=" + made().getFirst().id());
            assertThat(share.expiresAt()).isEqualTo(DUE.plus(Duration.ofDays(30)));
            assertThat(share.createdBy()).isEqualTo(maker.id());
        });
        assertThat(mailing.sent).hasSize(2).allSatisfy(letter -> {
            assertThat(letter.subject()).isEqualTo("Tidemark, Every month, 1. Februar 2026 bis 28. Februar 2026");
            assertThat(letter.text())
                    .contains("https://tidemark.example.com/s#" + ShareLinks.name(shares.getFirst()) + ".")
                    .contains("bis zum 3. April 2026");
        });
        assertThat(mailing.sent.getFirst().text())
                .isEqualTo(mailing.sent.getLast().text());
    }

    @Test
    void aMailThatDoesNotGoOutIsToldOfAndTriedAgain() {
        repeat(Language.EN, true, maker);
        goTo(DUE);
        mailing.before = address -> {
            throw Refusals.later();
        };
        jobs().round();
        long id = made().getFirst().id();
        assertThat(schedules.mails(business, id)).extracting(ReportMail::why).containsExactly("450 later", "450 later");
        // A link that nobody got opens nothing.
        assertThat(Shares.of(fixture.database()).all(business))
                .singleElement()
                .satisfies(share -> assertThat(share.revokedAt()).isEqualTo(DUE));

        mailing.before = address -> {};
        goTo(DUE.plus(Duration.ofMinutes(9)));
        jobs().round();
        assertThat(mailing.sent).isEmpty();
        goTo(DUE.plus(Duration.ofMinutes(10)));
        jobs().round();
        assertThat(mailing.sent).hasSize(2);
        assertThat(schedules.mails(business, id)).extracting(ReportMail::why).containsOnlyNulls();
    }

    @Test
    void withoutAServerForMailsTheReportIsMadeAllTheSame() {
        repeat(Language.EN, true, maker);
        mailing.on = false;
        goTo(DUE);
        jobs().round();
        assertThat(made()).hasSize(1);
        mailing.on = true;
        jobs().round();
        assertThat(mailing.sent).isEmpty();
        assertThat(Shares.of(fixture.database()).all(business)).isEmpty();
    }

    @Test
    void whatCannotBeMadeIsToldOfAndTriedAgain() {
        User stranger = directory.createUser("stranger@example.com", "hash");
        repeat(Language.EN, false, stranger);
        goTo(DUE);
        jobs().round();
        assertThat(made()).isEmpty();
        assertThat(current().failure()).satisfies(failure -> {
            assertThat(failure.why().text()).contains("may no longer see the business");
            assertThat(failure.again()).isEqualTo(DUE.plus(Duration.ofMinutes(10)));
        });

        repeat(Language.EN, false, maker);
        jobs(reports, schedules, (caller, report) -> {
                    throw new IllegalStateException("a secret of the server");
                })
                .round();
        assertThat(current().failure())
                .satisfies(failure -> assertThat(failure.why().text()).startsWith("Something went wrong"));
        goTo(DUE.plus(Duration.ofMinutes(9)));
        jobs().round();
        assertThat(mailing.sent).isEmpty();
        goTo(DUE.plus(Duration.ofMinutes(10)));
        jobs().round();
        assertThat(made()).hasSize(1);
        assertThat(mailing.sent).hasSize(2);
        assertThat(current().failure()).isNull();
    }

    @Test
    void whatIsTurnedOffMakesAndMailsNothing() {
        ReportSchedule schedule = repeat(Language.EN, false, maker);
        goTo(DUE);
        mailing.before = address -> {
            throw Refusals.later();
        };
        jobs().round();
        mailing.before = address -> {};
        schedules.remove(business, schedule.id());
        goTo(DUE.plus(Duration.ofDays(40)));
        jobs().round();
        assertThat(made()).hasSize(1);
        assertThat(mailing.sent).isEmpty();
    }

    /// No exception that a program would take for a failure.
    private static final class Died extends Error {
        private static final long serialVersionUID = 1L;
    }

    private record Dying(String step, boolean before) {
        <T> T within(Class<T> type, T real) {
            return type.cast(Proxy.newProxyInstance(
                    type.getClassLoader(), new Class<?>[] {type}, (proxy, method, arguments) -> {
                        if (before && method.getName().equals(step)) {
                            throw new Died();
                        }
                        try {
                            Object answer = method.invoke(real, arguments);
                            if (!before && method.getName().equals(step)) {
                                throw new Died();
                            }
                            return answer;
                        } catch (InvocationTargetException thrown) {
                            throw thrown.getCause();
                        }
                    }));
        }
    }
}
