package io.tidemark.serve.report;

import io.tidemark.language.Language;
import io.tidemark.ledger.Business;
import io.tidemark.ledger.Report;
import io.tidemark.words.Said;
import io.tidemark.words.Sentence;
import io.tidemark.words.Value;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// What a mail about a closed report says.
record ReportLetter(String subject, String text) {
    private static final Sentence SUBJECT = Sentence.of("report_mail_subject", "{title}, {from} to {to}");
    private static final Sentence READY =
            Sentence.of("report_mail_ready", "The report of {business} about {from} to {to} is ready:");
    private static final Sentence LINKED = Sentence.of(
            "report_mail_linked",
            "Whoever holds this link sees the report until {until}, without an account, and can change nothing.");
    private static final Sentence MEMBERS =
            Sentence.of("report_mail_members", "Members of {business} see it once they have signed in.");
    private static final Sentence PROVISIONAL = Sentence.of(
            "report_mail_provisional",
            "Some days were not settled yet when it was made: platforms may still revise their numbers.");
    private static final Sentence MADE_UP =
            Sentence.of("report_mail_made_up", "These are made-up numbers of a demonstration.");

    /// Where the report is.
    ///
    /// @param until the last day of a link for people without an account; null where members alone see it
    record Place(String url, @Nullable LocalDate until) {
        /// It may hold what opens the report.
        @Override
        public String toString() {
            return "Place[" + until + "]";
        }
    }

    static ReportLetter of(Business business, Report report, Place place, boolean provisional, Language language) {
        Value name = Value.name(business.name());
        Value from = Value.day(report.content().from());
        Value to = Value.day(report.content().to());
        Said subject = SUBJECT.said(Map.of("title", Value.name(report.content().title()), "from", from, "to", to));
        Said ready = READY.said(Map.of("business", name, "from", from, "to", to));
        List<Said> below = new ArrayList<>();
        LocalDate until = place.until();
        below.add(
                until == null
                        ? MEMBERS.said(Map.of("business", name))
                        : LINKED.said(Map.of("until", Value.day(until))));
        if (provisional) {
            below.add(PROVISIONAL.said());
        }
        if (business.demo()) {
            below.add(MADE_UP.said());
        }
        return new ReportLetter(
                "Tidemark, " + language.say(subject),
                language.say(ready) + "\n\n" + place.url() + "\n\n"
                        + below.stream().map(language::say).collect(Collectors.joining("\n\n")) + "\n");
    }

    /// Neither: the text may hold what opens the report.
    @Override
    public String toString() {
        return "ReportLetter[]";
    }
}
