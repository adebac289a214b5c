package io.tidemark.serve.report;

import io.tidemark.language.Language;
import io.tidemark.ledger.Report;
import io.tidemark.ledger.ReportSchedule;
import io.tidemark.serve.http.Body;
import io.tidemark.tenancy.Emails;
import io.tidemark.words.Refusal;
import io.tidemark.words.Sentence;
import io.tidemark.words.Value;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// How somebody wants a report to repeat.
final class ScheduleRequest {
    private static final Sentence NO_MAILS =
            Sentence.of("recipient_no_address", "No mail can be sent to '{value}': write it as you@example.com.");

    static final Set<String> MEMBERS = Set.of("every", "days_after", "hour", "title", "recipients", "language", "link");

    private static final int USUAL_DAYS_AFTER = 3;
    private static final int USUAL_HOUR = 9;
    private static final int LAST_HOUR = 23;
    private static final int LONGEST_TITLE = 200;
    private static final int LONGEST_ADDRESS = 254;

    private ScheduleRequest() {}

    /// Where mails lead.
    enum Link {
        /// The page, for members.
        PAGE,
        /// A link of its own, for people without an account.
        SHARE
    }

    /// @param origin under which the caller reaches the server
    /// @throws io.tidemark.serve.http.ProblemException 400 for a member that is missing or bad
    static ReportSchedule.Wanted of(Body body, Report report, String origin, long caller) {
        return new ReportSchedule.Wanted(
                one(body, "every", ReportSchedule.Every.values()).orElseThrow(() -> body.missing("every")),
                body.whole("days_after", 0, ReportSchedule.MOST_DAYS_AFTER).orElse(USUAL_DAYS_AFTER),
                body.whole("hour", 0, LAST_HOUR).orElse(USUAL_HOUR),
                body.text("title", LONGEST_TITLE).orElse(report.content().title()),
                body.texts("recipients", ReportSchedule.MOST_RECIPIENTS, LONGEST_ADDRESS).stream()
                        .map(ScheduleRequest::address)
                        .distinct()
                        .toList(),
                body.oneOf("language", Language::find, Language.keys()).orElse(Language.EN),
                one(body, "link", Link.values()).orElse(Link.PAGE) == Link.SHARE,
                origin,
                caller);
    }

    private static <V extends Enum<V>> Optional<V> one(Body body, String member, V[] values) {
        return body.oneOf(
                member,
                key -> Arrays.stream(values)
                        .filter(value -> key(value).equals(key))
                        .findFirst(),
                Arrays.stream(values).map(ScheduleRequest::key).toList());
    }

    private static String key(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }

    private static String address(String typed) {
        try {
            String address = Emails.normal(typed);
            new InternetAddress(address, true).validate();
            return address;
        } catch (Refusal refused) {
            throw Body.bad("recipients", refused.said());
        } catch (AddressException refused) {
            throw Body.bad("recipients", NO_MAILS.said(Map.of("value", Value.name(typed))));
        }
    }
}
