package io.tidemark.serve.share;

import io.tidemark.analytics.BadQuery;
import io.tidemark.serve.http.Body;
import io.tidemark.serve.http.Parameters;
import io.tidemark.words.Sentence;
import io.tidemark.words.Value;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What somebody wants to share.
///
/// @param reportId the report; null on other pages
/// @param search what the page shows, by parameter
/// @param days for how many days from now
/// @param password null for none
record ShareRequest(
        SharedPage page,
        @Nullable Long reportId,
        Map<String, List<String>> search,
        int days,
        @Nullable String password) {
    private static final Sentence OF_REPORT_ONLY =
            Sentence.of("share_member_of_report", "report_id belongs to the page report.");
    private static final Sentence NOT_OF_REPORT =
            Sentence.of("share_member_not_of_report", "{member} does not belong to the page report.");
    private static final Sentence NO_LOOK = Sentence.of("share_no_look", "'{value}' is no {name}.");

    static final Set<String> MEMBERS = Set.of("page", "search", "days", "password", "frozen", "report_id");

    /// In which form a page shows its numbers; nothing is counted by them.
    private static final Set<String> LOOKS = Set.of(
            "metric",
            "granularity",
            "average",
            "bars",
            "usual",
            "explain",
            "sort",
            "column",
            "rows",
            "figures",
            "per",
            "types");

    private static final Pattern LOOK = Pattern.compile("-?[a-z0-9_]{1,40}(,-?[a-z0-9_]{1,40}){0,2}");

    static final int USUAL_DAYS = 30;
    private static final int MOST_DAYS = 366;
    private static final int LONGEST_SEARCH = 2000;
    private static final int LONGEST_PASSWORD = 200;
    private static final String AS_OF = "as_of";

    /// @param now as of which a frozen view is
    /// @throws io.tidemark.serve.http.ProblemException 400 for a member that is missing or bad
    static ShareRequest of(Body body, Instant now) {
        SharedPage page =
                body.oneOf("page", SharedPage::find, SharedPage.keys()).orElseThrow(() -> body.missing("page"));
        if (page == SharedPage.REPORT) {
            return ofReport(body);
        }
        if (body.has("report_id")) {
            throw Body.bad("report_id", OF_REPORT_ONLY.said());
        }
        Map<String, List<String>> search = search(body, page);
        if (body.flag("frozen").orElse(false)) {
            search.putIfAbsent(AS_OF, List.of(now.toString()));
        }
        return new ShareRequest(page, null, search, days(body), password(body));
    }

    /// A closed report keeps its own period, filters and numbers.
    private static ShareRequest ofReport(Body body) {
        for (String member : List.of("search", "frozen")) {
            if (body.has(member)) {
                throw Body.bad(member, NOT_OF_REPORT.said(Map.of("member", Value.name(member))));
            }
        }
        long report = body.id("report_id").orElseThrow(() -> body.missing("report_id"));
        return new ShareRequest(SharedPage.REPORT, report, Map.of(), days(body), password(body));
    }

    private static int days(Body body) {
        return body.whole("days", 1, MOST_DAYS).orElse(USUAL_DAYS);
    }

    private static @Nullable String password(Body body) {
        return body.text("password", LONGEST_PASSWORD).orElse(null);
    }

    private static Map<String, List<String>> search(Body body, SharedPage page) {
        if (!body.has("search")) {
            return new TreeMap<>();
        }
        Map<String, List<String>> search =
                ShareScope.parse(body.text("search", LONGEST_SEARCH).orElseThrow(() -> body.missing("search")));
        List<String> allowed =
                Stream.concat(page.scope().stream(), LOOKS.stream()).sorted().toList();
        search.forEach((name, values) -> {
            if (!allowed.contains(name)) {
                throw Parameters.noneOf("search", name, allowed);
            }
            if (LOOKS.contains(name)) {
                values.forEach(value -> checkLook(name, value));
            }
        });
        return search;
    }

    private static void checkLook(String name, String value) {
        if (!LOOK.matcher(value).matches()) {
            throw Body.bad("search", NO_LOOK.said(Map.of("value", BadQuery.echo(value), "name", Value.name(name))));
        }
    }
}
