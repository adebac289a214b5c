package io.tidemark.serve.report;

import io.tidemark.collect.alert.Letters;
import io.tidemark.collect.alert.NotSent;
import io.tidemark.ledger.Business;
import io.tidemark.ledger.Report;
import io.tidemark.ledger.ReportMail;
import io.tidemark.ledger.ReportSchedule;
import io.tidemark.ledger.ReportSchedules;
import io.tidemark.ledger.User;
import io.tidemark.serve.share.ReportLink;
import io.tidemark.tenancy.ShareLinks;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Mails the report that a series has come to, to each address once; as long as it is the last one.
final class ReportMails {
    private static final Logger LOG = LoggerFactory.getLogger(ReportMails.class);
    /// Longer than a sending takes.
    private static final Duration TAKEN = Duration.ofMinutes(5);

    private final ReportSchedules schedules;
    private final ShareLinks links;
    private final Mailing mailing;
    private final Clock clock;

    ReportMails(ReportSchedules schedules, ShareLinks links, Mailing mailing, Clock clock) {
        this.schedules = schedules;
        this.links = links;
        this.mailing = mailing;
        this.clock = clock;
    }

    /// Whether any go out.
    boolean goOut() {
        return mailing.letters().isPresent();
    }

    /// @param provisional whether days of the report were not settled when it was closed
    /// @param maker of links; empty where there is nobody
    void send(Business business, ReportSchedule schedule, Report report, boolean provisional, Optional<User> maker) {
        Instant now = clock.instant();
        List<String> due = schedules.mails(business.id(), report.id()).stream()
                .filter(mail -> mail.sentAt() == null && !mail.again().isAfter(now))
                .map(ReportMail::address)
                .toList();
        if (due.isEmpty()) {
            return;
        }
        if (schedule.wanted().shared() && maker.isEmpty()) {
            Instant again = now.plus(Letters.pauseAfter(1));
            String why = ScheduledReports.GONE.said().english();
            due.forEach(address -> schedules.notSent(business.id(), report.id(), address, why, again));
            return;
        }
        String origin = mailing.publicUrl().orElse(schedule.wanted().origin());
        Function<ReportLetter.Place, ReportLetter> letter = place -> ReportLetter.of(
                business, report, place, provisional, schedule.wanted().language());
        mailing.letters().ifPresent(letters -> {
            if (schedule.wanted().shared()) {
                ShareLinks.Wanted wanted = ReportLink.wanted(report.id(), now);
                ShareLinks.Made made = links.make(business.id(), maker.orElseThrow(), wanted);
                LocalDate until = LocalDate.ofInstant(wanted.expiresAt(), business.zone());
                ReportLetter.Place place = new ReportLetter.Place(ReportLink.url(origin, made), until);
                if (send(letters, report, letter.apply(place), due) == 0) {
                    // Nobody holds it.
                    links.revoke(business.id(), made.share().id());
                }
            } else {
                String page = origin + "/dashboard/reports?business=" + business.id() + "&report=" + report.id();
                send(letters, report, letter.apply(new ReportLetter.Place(page, null)), due);
            }
        });
    }

    /// @return how many went out
    private int send(Letters letters, Report report, ReportLetter letter, List<String> addresses) {
        int sent = 0;
        for (String address : addresses) {
            if (send(letters, report, letter, address)) {
                sent++;
            }
        }
        return sent;
    }

    private boolean send(Letters letters, Report report, ReportLetter letter, String address) {
        Instant now = clock.instant();
        long business = report.businessId();
        OptionalInt attempt = schedules.take(business, report.id(), address, now.plus(TAKEN));
        if (attempt.isEmpty()) {
            return false;
        }
        try {
            letters.send(address, letter.subject(), letter.text(), now);
        } catch (NotSent failed) {
            LOG.warn("report_mail business={} report={} not_sent={}", business, report.id(), failed.why());
            Instant again = clock.instant().plus(Letters.pauseAfter(attempt.getAsInt()));
            schedules.notSent(business, report.id(), address, failed.why(), again);
            return false;
        }
        schedules.sent(business, report.id(), address);
        LOG.info("report_mail business={} report={} sent", business, report.id());
        return true;
    }
}
