package io.tidemark.serve.report;

import io.tidemark.ledger.Report;
import io.tidemark.ledger.User;
import io.tidemark.serve.analytics.SharedQuestions;
import io.tidemark.serve.export.Views;
import io.tidemark.serve.http.Parameters;
import io.tidemark.serve.share.ShareScope;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What the panels of a report say: the very answers that the analytics' endpoints give for its period and filters.
final class ReportAnswers {
    private final Supplier<Views> views;
    private final ReportNotes notes;
    private final JsonMapper json;

    /// @param views known only once all endpoints are
    ReportAnswers(Supplier<Views> views, ReportNotes notes, JsonMapper json) {
        this.views = views;
        this.notes = notes;
        this.json = json;
    }

    /// By [ReportSection#answer].
    Map<String, JsonNode> of(
            User caller,
            Report report,
            List<ReportSection> sections,
            HttpServletRequest request,
            HttpServletResponse response)
            throws Exception {
        Views asked = views.get();
        Map<String, JsonNode> answers = new TreeMap<>();
        for (ReportSection section : sections) {
            if (!answers.containsKey(section.answer())) {
                Object answer = section.panel() == ReportPanel.NOTES
                        ? notes.of(caller, report)
                        : asked.answer(section.panel().question(), parameters(report, section), request, response);
                answers.put(section.answer(), json.valueToTree(answer));
            }
        }
        return answers;
    }

    /// The metrics of an overview that platforms may still revise.
    static List<String> provisional(JsonNode overview) {
        return overview.path("metrics").properties().stream()
                .filter(metric -> metric.getValue().path("provisional").asBoolean(false))
                .map(Map.Entry::getKey)
                .toList();
    }

    private static Map<String, String[]> parameters(Report report, ReportSection section) {
        Set<String> taken =
                SharedQuestions.PARAMETERS.getOrDefault(section.panel().question(), Set.of());
        Map<String, String[]> parameters = new HashMap<>();
        scope(report.content()).forEach((name, values) -> {
            if (taken.contains(name)) {
                parameters.put(name, values.toArray(String[]::new));
            }
        });
        String metric = section.metric();
        section.panel()
                .own(metric == null ? "" : metric)
                .forEach((name, value) -> parameters.put(name, new String[] {value}));
        parameters.put("business_id", new String[] {Long.toString(report.businessId())});
        return parameters;
    }

    /// The period and the filters, as the parameters of a question that takes everything.
    static Parameters parameters(Report.Content content) {
        Map<String, String[]> scope = new HashMap<>();
        scope(content).forEach((name, values) -> scope.put(name, values.toArray(String[]::new)));
        return Parameters.of(scope, SharedQuestions.SCOPE);
    }

    /// The period and the filters, as parameters of questions.
    private static Map<String, List<String>> scope(Report.Content content) {
        Map<String, List<String>> scope = new TreeMap<>(ShareScope.parse(content.search()));
        scope.put("from", List.of(content.from().toString()));
        scope.put("to", List.of(content.to().toString()));
        return scope;
    }
}
