package io.tidemark.serve.report;

import io.tidemark.ledger.Report;
import io.tidemark.ledger.ReportMail;
import io.tidemark.ledger.ReportSchedule;
import io.tidemark.ledger.ReportSchedules;
import io.tidemark.ledger.Told;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/// No report repeats.
public final class NoSchedules implements ReportSchedules {
    @Override
    public List<ReportSchedule> all(long businessId) {
        return List.of();
    }

    @Override
    public Optional<ReportSchedule> find(long businessId, long id) {
        return Optional.empty();
    }

    @Override
    public Optional<ReportSchedule> put(
            long businessId, long reportId, ReportSchedule.Wanted wanted, LocalDate doneTo) {
        return Optional.empty();
    }

    @Override
    public void remove(long businessId, long id) {}

    @Override
    public Optional<Report> report(ReportSchedule schedule, LocalDate from, LocalDate to) {
        return Optional.empty();
    }

    @Override
    public void done(ReportSchedule schedule, Report report, List<String> recipients) {}

    @Override
    public void failed(ReportSchedule schedule, Told why, Instant again) {}

    @Override
    public List<ReportMail> mails(long businessId, long reportId) {
        return List.of();
    }

    @Override
    public OptionalInt take(long businessId, long reportId, String address, Instant until) {
        return OptionalInt.empty();
    }

    @Override
    public void sent(long businessId, long reportId, String address) {}

    @Override
    public void notSent(long businessId, long reportId, String address, String why, Instant again) {}
}
