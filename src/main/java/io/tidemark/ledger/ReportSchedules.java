package io.tidemark.ledger;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/// The series of reports that go on by themselves: each period is done once, each mail sent once, however many
/// processes look and wherever one of them dies.
public interface ReportSchedules {
    static ReportSchedules of(Database database) {
        return new ScheduleBook(database);
    }

    List<ReportSchedule> all(long businessId);

    Optional<ReportSchedule> find(long businessId, long id);

    /// Has a report begin a series, or changes the one that it belongs to.
    ///
    /// @param doneTo until when nothing is to be made; a series that has got further stays there
    /// @return empty where there is no report of the number
    Optional<ReportSchedule> put(long businessId, long reportId, ReportSchedule.Wanted wanted, LocalDate doneTo);

    /// Ends a series; its reports stay.
    void remove(long businessId, long id);

    /// The report of a series about a period: the one that there is, or else an open one that is made like the latest.
    ///
    /// @return empty where the series has no reports any more
    Optional<Report> report(ReportSchedule schedule, LocalDate from, LocalDate to);

    /// Remembers that a period is done, and that mails are to be sent; once for each period.
    void done(ReportSchedule schedule, Report report, List<String> recipients);

    /// @param again before which nobody tries
    void failed(ReportSchedule schedule, Told why, Instant again);

    /// By address.
    List<ReportMail> mails(long businessId, long reportId);

    /// Takes a mail for being sent, unless it was sent or somebody else sends it now.
    ///
    /// @param until when somebody else may try, should nobody hear of this attempt again
    /// @return the number of the attempt; empty where it is not to be sent
    OptionalInt take(long businessId, long reportId, String address, Instant until);

    void sent(long businessId, long reportId, String address);

    /// @param again before which nobody tries
    void notSent(long businessId, long reportId, String address, String why, Instant again);
}
