package io.tidemark.serve.report;

import io.tidemark.analytics.Period;
import io.tidemark.collect.alert.Letters;
import io.tidemark.ledger.Business;
import io.tidemark.ledger.Report;
import io.tidemark.ledger.ReportSchedule;
import io.tidemark.ledger.ReportSchedules;
import io.tidemark.ledger.Reports;
import io.tidemark.ledger.Told;
import io.tidemark.ledger.User;
import io.tidemark.serve.http.ProblemException;
import io.tidemark.tenancy.Registry;
import io.tidemark.words.Refusal;
import io.tidemark.words.Said;
import io.tidemark.words.Sentence;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.json.JsonMapper;

/// Makes the reports of series when they are due, and mails them. Each step looks first whether it was done: the
/// report of the period is there, it is closed, the period is remembered as done, each mail is sent. So a process that
/// takes over from one that died goes on where that stopped.
public final class ScheduledReports {
    static final Sentence GONE = Sentence.of(
            "report_schedule_of_nobody",
            "Whoever set up the schedule may no longer see the business: somebody else saves it anew.");
    private static final Sentence INTERNAL = Sentence.of(
            "report_schedule_failed",
            "Something went wrong on our side: look for report_schedule in the server's log.");

    private static final Logger LOG = LoggerFactory.getLogger(ScheduledReports.class);

    private final Registry registry;
    private final Reports reports;
    private final ReportSchedules schedules;
    private final BiFunction<User, Report, String> press;
    private final ReportMails mails;
    private final JsonMapper json;
    private final Clock clock;

    /// @param press what a report says now, as a closed one keeps it
    ScheduledReports(
            Registry registry,
            Reports reports,
            ReportSchedules schedules,
            BiFunction<User, Report, String> press,
            ReportMails mails,
            JsonMapper json,
            Clock clock) {
        this.registry = registry;
        this.reports = reports;
        this.schedules = schedules;
        this.press = press;
        this.mails = mails;
        this.json = json;
        this.clock = clock;
    }

    /// Makes and mails what has become due of all businesses.
    public void round() {
        for (Business business : registry.businesses()) {
            for (ReportSchedule schedule : schedules.all(business.id())) {
                try {
                    makeIfDue(business, schedule);
                    schedules.find(business.id(), schedule.id()).ifPresent(now -> mail(business, now));
                } catch (RuntimeException problem) {
                    LOG.error("report_schedule business={} schedule={}", business.id(), schedule.id(), problem);
                }
            }
        }
    }

    private void makeIfDue(Business business, ReportSchedule schedule) {
        Period due = Rhythm.of(schedule.wanted(), business).lastDue(clock.instant());
        if (due.to().isAfter(schedule.doneTo()) && !schedule.waits(clock.instant())) {
            try {
                make(business, schedule, due);
            } catch (ProblemException refused) {
                failed(schedule, refused.problem().detail());
            } catch (Refusal refused) {
                failed(schedule, refused.said());
            } catch (RuntimeException problem) {
                LOG.error("report_schedule business={} schedule={}", business.id(), schedule.id(), problem);
                failed(schedule, INTERNAL.said());
            }
        }
    }

    private void make(Business business, ReportSchedule schedule, Period due) {
        User maker = maker(business, schedule).orElseThrow(() -> new Refusal(GONE.said()));
        // Empty where somebody has just removed the last report of the series.
        schedules.report(schedule, due.from(), due.to()).ifPresent(report -> {
            if (report.closedAt() == null) {
                reports.close(business.id(), report.id(), press.apply(maker, report));
            }
            schedules.done(schedule, report, mails.goOut() ? schedule.wanted().recipients() : List.of());
            LOG.info("report_schedule business={} schedule={} report={}", business.id(), schedule.id(), report.id());
        });
    }

    private void mail(Business business, ReportSchedule schedule) {
        ReportSchedule.Last last = schedule.last();
        if (last != null) {
            reports.find(business.id(), last.reportId())
                    .ifPresent(report ->
                            mails.send(business, schedule, report, isProvisional(report), maker(business, schedule)));
        }
    }

    /// In whose name it is done; empty where they may no longer see the business.
    private Optional<User> maker(Business business, ReportSchedule schedule) {
        return registry.findUser(schedule.wanted().setBy())
                .filter(user -> registry.maySee(user, business.id()))
                .map(user -> user.narrowedTo(business.id()));
    }

    private void failed(ReportSchedule schedule, Said why) {
        ReportSchedule.Failure before = schedule.failure();
        int attempt = before == null ? 1 : before.attempts() + 1;
        LOG.warn(
                "report_schedule business={} schedule={} not_made={}",
                schedule.businessId(),
                schedule.id(),
                why.english());
        schedules.failed(schedule, Told.of(why), clock.instant().plus(Letters.pauseAfter(attempt)));
    }

    private boolean isProvisional(Report report) {
        String answers = report.answers();
        return answers != null
                && !ReportAnswers.provisional(json.readTree(answers).path("overview"))
                        .isEmpty();
    }
}
