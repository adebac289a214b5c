package io.tidemark.serve.report;

import io.tidemark.ledger.Report;
import io.tidemark.ledger.Reports;
import io.tidemark.ledger.Thumbnail;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/// Reports in memory.
public final class FakeReports implements Reports {
    private final Clock clock;
    private final AtomicLong ids = new AtomicLong(6000);
    private final Map<Long, Report> reports = new ConcurrentSkipListMap<>();
    private final Map<Long, Thumbnail> logos = new ConcurrentHashMap<>();

    public FakeReports(Clock clock) {
        this.clock = clock;
    }

    @Override
    public List<Report> all(long businessId) {
        return reports.values().stream()
                .filter(report -> report.businessId() == businessId)
                .map(report -> copy(report, report.content(), report.closedAt(), null))
                .toList();
    }

    @Override
    public Optional<Report> find(long businessId, long id) {
        return Optional.ofNullable(reports.get(id)).filter(report -> report.businessId() == businessId);
    }

    @Override
    public Report create(long businessId, Report.Content content, long createdBy, @Nullable Long likeId) {
        Instant now = clock.instant();
        Report report =
                new Report(businessId, ids.incrementAndGet(), content, false, createdBy, now, now, null, null, null);
        reports.put(report.id(), report);
        Thumbnail logo = likeId == null ? null : logos.get(likeId);
        if (logo != null) {
            changeLogo(businessId, report.id(), logo);
        }
        return find(businessId, report.id()).orElseThrow();
    }

    @Override
    public boolean change(long businessId, long id, Report.Content content) {
        return change(businessId, id, report -> copy(report, content, null, null));
    }

    @Override
    public boolean close(long businessId, long id, String answers) {
        return change(businessId, id, report -> copy(report, report.content(), clock.instant(), answers));
    }

    @Override
    public boolean remove(long businessId, long id) {
        return find(businessId, id).map(report -> reports.remove(id)).isPresent();
    }

    @Override
    public Optional<Thumbnail> logo(long businessId, long id) {
        return find(businessId, id).map(report -> logos.get(id));
    }

    @Override
    public boolean changeLogo(long businessId, long id, @Nullable Thumbnail logo) {
        if (logo == null) {
            logos.remove(id);
        } else {
            logos.put(id, logo);
        }
        return change(businessId, id, report -> copy(report, report.content(), null, null));
    }

    private boolean change(long businessId, long id, UnaryOperator<Report> how) {
        return find(businessId, id)
                .filter(report -> report.closedAt() == null)
                .map(report -> reports.put(id, how.apply(report)))
                .isPresent();
    }

    private Report copy(Report report, Report.Content content, @Nullable Instant closedAt, @Nullable String answers) {
        return new Report(
                report.businessId(),
                report.id(),
                content,
                logos.containsKey(report.id()),
                report.createdBy(),
                report.createdAt(),
                clock.instant(),
                closedAt,
                answers,
                report.scheduleId());
    }
}
