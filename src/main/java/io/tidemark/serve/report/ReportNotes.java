package io.tidemark.serve.report;

import io.tidemark.analytics.insight.AccountName;
import io.tidemark.ledger.Business;
import io.tidemark.ledger.Note;
import io.tidemark.ledger.Notes;
import io.tidemark.ledger.Report;
import io.tidemark.ledger.User;
import io.tidemark.serve.analytics.SharedQuestions;
import io.tidemark.serve.http.Access;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What was noted about the days of a report, as clients may read it: without who wrote it or wrote for themselves, and
/// nothing about accounts
/// that the report leaves out.
record ReportNotes(Notes notes, Access access, SharedQuestions questions) {
    record Answer(List<Noted> notes) {}

    /// @param from the first day
    /// @param to the last day
    /// @param account null for the whole business
    record Noted(LocalDate from, LocalDate to, @Nullable AccountName account, String text) {}

    Answer of(User caller, Report report) {
        Report.Content content = report.content();
        Business business = access.business(caller, report.businessId());
        Map<Long, AccountName> shown = questions.accounts(caller, business, ReportAnswers.parameters(content));
        return new Answer(notes.shared(report.businessId(), content.from(), content.to()).stream()
                .filter(note -> note.accountId() == null || shown.containsKey(note.accountId()))
                .map(note -> noted(note, shown))
                .toList());
    }

    private static Noted noted(Note note, Map<Long, AccountName> shown) {
        Long account = note.accountId();
        return new Noted(note.from(), note.to(), account == null ? null : shown.get(account), note.text());
    }
}
