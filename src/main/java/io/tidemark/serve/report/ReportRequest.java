package io.tidemark.serve.report;

import io.tidemark.analytics.BadQuery;
import io.tidemark.ledger.Report;
import io.tidemark.serve.analytics.SharedQuestions;
import io.tidemark.serve.http.Body;
import io.tidemark.serve.http.Parameters;
import io.tidemark.serve.share.ShareScope;
import io.tidemark.words.Sentence;
import io.tidemark.words.Value;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/// What somebody wants a report to be.
final class ReportRequest {
    private static final Sentence NO_PANEL =
            Sentence.of("report_without_panels", "sections names no panel: a report shows at least one.");
    private static final Sentence NO_METRIC =
            Sentence.of("panel_without_metric", "The panel {panel} is about no metric in particular.");

    static final Set<String> MEMBERS = Set.of("title", "from", "to", "search", "sections", "colour");

    private static final Set<String> SECTION = Set.of("panel", "metric", "title", "text");
    private static final Set<String> DATED = Set.of("range", "from", "to", "as_of");
    private static final int MOST_SECTIONS = 20;
    private static final int LONGEST_TITLE = 200;
    private static final int LONGEST_SEARCH = 2000;
    private static final int LONGEST_TEXT = 5000;
    private static final int DATE = 10;

    private ReportRequest() {}

    /// @throws io.tidemark.serve.http.ProblemException 400 for a member that is missing or bad
    static Report.Content of(Body body, JsonMapper json) {
        LocalDate from = date(body, "from");
        LocalDate to = date(body, "to");
        if (to.isBefore(from)) {
            throw Body.bad("to", BadQuery.exchanged("to", from, to).said());
        }
        return new Report.Content(
                body.text("title", LONGEST_TITLE).orElseThrow(() -> body.missing("title")),
                from,
                to,
                ShareScope.text(search(body)),
                json.writeValueAsString(sections(body)),
                colour(body));
    }

    private static LocalDate date(Body body, String member) {
        String text = body.text(member, DATE).orElseThrow(() -> body.missing(member));
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException ignored) {
            throw Body.bad(member, BadQuery.noDate(member, text).said());
        }
    }

    private static Map<String, List<String>> search(Body body) {
        String text = body.lines("search", LONGEST_SEARCH).orElse("");
        Map<String, List<String>> search = new TreeMap<>(ShareScope.parse(text));
        Set<String> allowed = new HashSet<>(SharedQuestions.SCOPE);
        allowed.removeAll(DATED);
        search.keySet().stream()
                .filter(name -> !allowed.contains(name))
                .findFirst()
                .ifPresent(name -> {
                    throw Parameters.noneOf(
                            "search", name, allowed.stream().sorted().toList());
                });
        return search;
    }

    private static List<ReportSection> sections(Body body) {
        List<Body> given = body.objects("sections", MOST_SECTIONS, SECTION);
        if (given.isEmpty()) {
            throw Body.bad("sections", NO_PANEL.said());
        }
        return given.stream().map(ReportRequest::section).toList();
    }

    private static ReportSection section(Body section) {
        ReportPanel panel = section.oneOf("panel", ReportPanel::find, ReportPanel.keys())
                .orElseThrow(() -> section.missing("panel"));
        return new ReportSection(
                panel,
                metric(section, panel),
                section.isNull("title")
                        ? null
                        : section.text("title", LONGEST_TITLE).orElse(null),
                section.lines("text", LONGEST_TEXT).orElse(""));
    }

    private static @Nullable String metric(Body section, ReportPanel panel) {
        List<String> allowed = panel.metrics();
        String metric = section.isNull("metric")
                ? null
                : section.text("metric", LONGEST_TITLE).orElse(null);
        if (metric == null && !allowed.isEmpty()) {
            throw section.missing("metric");
        }
        if (metric != null && !allowed.contains(metric)) {
            throw allowed.isEmpty()
                    ? Body.bad(section.name("metric"), NO_METRIC.said(Map.of("panel", Value.name(panel.key()))))
                    : Parameters.noneOf(section.name("metric"), metric, allowed);
        }
        return metric;
    }

    private static @Nullable String colour(Body body) {
        if (!body.has("colour") || body.isNull("colour")) {
            return null;
        }
        return body.text("colour", LONGEST_TITLE).map(Colour::checked).orElse(null);
    }
}
