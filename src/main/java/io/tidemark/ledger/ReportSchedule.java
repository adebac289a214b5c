package io.tidemark.ledger;

import io.tidemark.language.Language;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// How a series of reports goes on by itself.
///
/// @param doneTo the last day of the last period that is done, or that was over before there was a schedule
/// @param last null before the first one was made
/// @param failure of the attempts at the report that is due; null where none failed
public record ReportSchedule(
        long businessId,
        long id,
        Wanted wanted,
        LocalDate doneTo,
        @Nullable Last last,
        @Nullable Failure failure) {
    public static final int MOST_DAYS_AFTER = 28;
    public static final int MOST_RECIPIENTS = 20;

    public enum Every {
        WEEK,
        MONTH,
        QUARTER
    }

    /// What somebody wants it to be.
    ///
    /// @param daysAfter whole days between the end of a period and its report
    /// @param hour of the business's day
    /// @param title of the reports that are made
    /// @param recipients mail addresses
    /// @param shared whether mails hold a link for people without an account
    /// @param origin where the one who wants it reached the server
    /// @param setBy in whose name reports are made
    public record Wanted(
            Every every,
            int daysAfter,
            int hour,
            String title,
            List<String> recipients,
            Language language,
            boolean shared,
            String origin,
            long setBy) {
        public Wanted {
            recipients = List.copyOf(recipients);
        }
    }

    /// @param reportId of the report that was made last, whether it is still there or not
    public record Last(long reportId, Instant at) {}

    /// @param again when it is tried again
    public record Failure(Told why, int attempts, Instant again) {}

    /// Whether it is too early for another attempt.
    public boolean waits(Instant now) {
        return failure != null && now.isBefore(failure.again());
    }
}
