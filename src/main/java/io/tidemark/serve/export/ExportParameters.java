package io.tidemark.serve.export;

import io.tidemark.analytics.AnalyticsQuery;
import io.tidemark.analytics.Basis;
import io.tidemark.analytics.Period;
import io.tidemark.analytics.PeriodChoice;
import io.tidemark.analytics.Range;
import io.tidemark.ledger.Business;
import io.tidemark.serve.analytics.AnalyticsParameters;
import io.tidemark.serve.export.ExportRequest.Content;
import io.tidemark.serve.export.ExportRequest.OfDataset;
import io.tidemark.serve.export.ExportRequest.OfEverything;
import io.tidemark.serve.export.ExportRequest.OfView;
import io.tidemark.serve.http.Parameters;
import io.tidemark.words.Sentence;
import io.tidemark.words.Value;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Turns parameters into what is to be exported, or says precisely what is wrong with them.
final class ExportParameters {
    private static final Sentence ONE_THING = Sentence.of(
            "export_of_one_thing", "An export is of one thing: give one of dataset, view and bundle, not several.");
    private static final Sentence NOTHING_NAMED = Sentence.of(
            "export_of_nothing",
            "Say what to export: dataset={datasets}, view= with the name of an endpoint such as overview,"
                    + " or bundle=zip for everything.");
    private static final Sentence PART_OF_VIEW =
            Sentence.of("export_part_of_view", "A part is of a view: name the view, or leave part out.");
    private static final Sentence MARK_OF_CSV =
            Sentence.of("export_mark_of_csv", "A byte order mark is for CSV only: leave bom out of {format}.");

    /// The filters of datasets; those of a view are the parameters of its endpoint.
    private static final Set<String> FILTERS = Set.of(
            "range",
            "from",
            "to",
            "platform",
            "account_id",
            "group",
            "content_type",
            "boosted",
            "label",
            "basis",
            "granularity");

    /// What is said about the file, whatever it holds.
    private static final Set<String> OWN = Set.of("business_id", "dataset", "view", "part", "bundle", "format", "bom");

    /// Every parameter that is understood here.
    static final Set<String> ALL = all();

    private static final List<String> GRANULARITIES = List.of("day", "week", "month", "quarter", "year");

    private final Clock clock;

    ExportParameters(Clock clock) {
        this.clock = clock;
    }

    /// The parameters that are the endpoint's of a view, with none of our own but the business.
    static Map<String, String[]> ofView(Map<String, String[]> given) {
        Map<String, String[]> left = new HashMap<>(given);
        left.keySet().removeAll(OWN);
        String[] business = given.get("business_id");
        if (business != null) {
            left.put("business_id", business);
        }
        return left;
    }

    /// @throws ProblemException 400 naming the parameter, what was wrong, and what is allowed
    ExportRequest parse(Business business, Map<String, String[]> given) {
        Content content = content(Parameters.of(only(given, OWN), OWN));
        if (content instanceof OfView view) {
            return ofView(Owner.of(business), view, given);
        }
        Parameters parameters = Parameters.of(given, allowed(content));
        ExportFormat format = format(parameters);
        AnalyticsQuery query = AnalyticsParameters.query(parameters, business.conventions());
        Instant asOf = new AnalyticsParameters(clock).asOf(parameters, business.zone());
        return new ExportRequest(
                Owner.of(business),
                content,
                format,
                byteOrderMark(parameters, format),
                period(parameters, query.period(), business, asOf),
                query,
                granularities(parameters),
                asOf,
                filters(parameters));
    }

    /// The answer of a view, whose parameters are its endpoint's business.
    ///
    /// @throws ProblemException 400 naming the parameter, what was wrong, and what is allowed
    ExportRequest parseView(Owner owner, Map<String, String[]> given) {
        if (content(Parameters.of(only(given, OWN), OWN)) instanceof OfView view) {
            return ofView(owner, view, given);
        }
        throw new IllegalArgumentException("No view is asked for");
    }

    private static ExportRequest ofView(Owner owner, OfView view, Map<String, String[]> given) {
        Parameters parameters = Parameters.of(only(given, OWN), OWN);
        ExportFormat format = format(parameters);
        return ofView(owner, view, format, byteOrderMark(parameters, format), filtersOf(ofView(given)));
    }

    /// @param filters as they were given
    static ExportRequest ofView(
            Owner owner, OfView view, ExportFormat format, boolean byteOrderMark, Map<String, List<String>> filters) {
        return new ExportRequest(
                owner, view, format, byteOrderMark, null, AnalyticsQuery.DEFAULT, Set.of(), null, filters);
    }

    private static Set<String> allowed(Content content) {
        Set<String> allowed = new HashSet<>(OWN);
        allowed.add("as_of");
        FILTERS.stream()
                .filter(filter -> !(content instanceof OfDataset(Dataset dataset)) || dataset.takes(filter))
                .forEach(allowed::add);
        return allowed;
    }

    private static Content content(Parameters given) {
        List<Content> contents = new ArrayList<>();
        given.one("dataset")
                .map(text -> Dataset.find(text).orElseThrow(() -> Parameters.noneOf("dataset", text, Dataset.keys())))
                .ifPresent(dataset -> contents.add(new OfDataset(dataset)));
        List<String> parts = given.all("part");
        given.one("view").ifPresent(view -> contents.add(new OfView(view, parts)));
        given.one("bundle").ifPresent(text -> {
            if (!text.equals("zip")) {
                throw Parameters.noneOf("bundle", text, List.of("zip"));
            }
            contents.add(new OfEverything());
        });
        if (contents.size() > 1) {
            throw Parameters.bad(contents.get(1) instanceof OfView ? "view" : "bundle", ONE_THING.said());
        }
        if (contents.isEmpty()) {
            throw Parameters.bad(
                    "dataset",
                    NOTHING_NAMED.said(Map.of("datasets", Value.name(String.join("|", Dataset.keys())))),
                    Dataset.keys());
        }
        if (!parts.isEmpty() && !(contents.getFirst() instanceof OfView)) {
            throw Parameters.bad("part", PART_OF_VIEW.said());
        }
        return contents.getFirst();
    }

    private static ExportFormat format(Parameters given) {
        return given.one("format")
                .map(text -> ExportFormat.find(text)
                        .orElseThrow(() -> Parameters.noneOf("format", text, ExportFormat.keys())))
                .orElse(ExportFormat.CSV);
    }

    private static boolean byteOrderMark(Parameters given, ExportFormat format) {
        String text = given.one("bom").orElse("false");
        if (!text.equals("true") && !text.equals("false")) {
            throw Parameters.noneOf("bom", text, List.of("true", "false"));
        }
        boolean wanted = text.equals("true");
        if (wanted && format != ExportFormat.CSV) {
            throw Parameters.bad("bom", MARK_OF_CSV.said(Map.of("format", Value.name(format.key()))));
        }
        return wanted;
    }

    /// All days where none are asked for: an export is of everything unless it is narrowed.
    private @Nullable Period period(Parameters given, PeriodChoice choice, Business business, @Nullable Instant asOf) {
        boolean asked = given.one("range").isPresent() || given.one("from").isPresent();
        boolean everything = choice instanceof PeriodChoice.Named(Range range) && range == Range.ALL;
        if (!asked || everything) {
            return null;
        }
        Instant now = asOf == null ? clock.instant() : asOf;
        return choice.resolve(LocalDate.ofInstant(now, business.zone()), business.weekStart(), null);
    }

    private static Set<String> granularities(Parameters given) {
        List<String> wanted = given.all("granularity");
        for (String text : wanted) {
            if (!GRANULARITIES.contains(text)) {
                throw Parameters.noneOf("granularity", text, GRANULARITIES);
            }
        }
        return Set.copyOf(wanted);
    }

    /// The bases of summaries that a question wants.
    static Set<String> bases(AnalyticsQuery query) {
        return query.basis() == Basis.Choice.AUTO
                ? Set.of()
                : Set.of(query.basis().key());
    }

    private static Map<String, List<String>> filters(Parameters parameters) {
        Map<String, List<String>> filters = new TreeMap<>();
        FILTERS.forEach(name -> filters.put(name, parameters.all(name)));
        filters.values().removeIf(List::isEmpty);
        return filters;
    }

    private static Map<String, List<String>> filtersOf(Map<String, String[]> given) {
        Map<String, List<String>> filters = new TreeMap<>();
        given.forEach((name, values) -> filters.put(name, Arrays.asList(values)));
        filters.remove("business_id");
        filters.values().removeIf(List::isEmpty);
        return filters;
    }

    private static Map<String, String[]> only(Map<String, String[]> given, Set<String> names) {
        Map<String, String[]> left = new HashMap<>(given);
        left.keySet().retainAll(names);
        return left;
    }

    private static Set<String> all() {
        Set<String> all = new HashSet<>(OWN);
        all.addAll(FILTERS);
        all.add("as_of");
        return Set.copyOf(all);
    }
}
