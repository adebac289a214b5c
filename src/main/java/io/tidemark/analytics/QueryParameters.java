package io.tidemark.analytics;

import io.tidemark.metric.Boosted;
import io.tidemark.metric.ContentType;
import io.tidemark.metric.Denominator;
import io.tidemark.metric.Engagement;
import io.tidemark.metric.Platform;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Reads a question from the parameters that all analytics endpoints and commands share.
public final class QueryParameters {
    /// All names that are read here.
    public static final Set<String> NAMES = Set.of(
            "range",
            "from",
            "to",
            "platform",
            "account_id",
            "group",
            "content_type",
            "boosted",
            LabelTerm.PARAMETER,
            "basis",
            "compare",
            "compare_from",
            "compare_to",
            "engagement",
            "er_by");

    private final Map<String, List<String>> values;
    private final AnalyticsQuery.Defaults defaults;

    private QueryParameters(Map<String, List<String>> values, AnalyticsQuery.Defaults defaults) {
        this.values = values;
        this.defaults = defaults;
    }

    /// @param values parameters by name; names that are not among [#NAMES] are left to the caller
    /// @throws BadQuery on the first value that is not allowed
    public static AnalyticsQuery parse(Map<String, List<String>> values) {
        return parse(values, AnalyticsQuery.Defaults.SHIPPED);
    }

    /// @param defaults what holds where the parameters do not say
    /// @throws BadQuery on the first value that is not allowed
    public static AnalyticsQuery parse(Map<String, List<String>> values, AnalyticsQuery.Defaults defaults) {
        return new QueryParameters(values, defaults).query();
    }

    private AnalyticsQuery query() {
        return new AnalyticsQuery(
                PeriodChoice.parse(text("range"), text("from"), text("to")),
                new Filters(
                        all("platform", Platform::find, keys(Platform.values(), Platform::key)),
                        accountIds(),
                        new LinkedHashSet<>(given("group")),
                        all("content_type", ContentType::find, keys(ContentType.values(), ContentType::key)),
                        all("boosted", Boosted::find, keys(Boosted.values(), Boosted::key)),
                        given(LabelTerm.PARAMETER).stream()
                                .map(LabelTerm::parse)
                                .collect(Collectors.toCollection(LinkedHashSet::new))),
                one("basis", QueryParameters::basis, keys(Basis.Choice.values(), Basis.Choice::key))
                        .orElse(Basis.Choice.AUTO),
                Comparison.parse(text("compare"), text("compare_from"), text("compare_to")),
                one("engagement", Engagement::find, keys(Engagement.values(), Engagement::key))
                        .orElse(defaults.engagement()),
                one("er_by", Denominator::find, keys(Denominator.values(), Denominator::key))
                        .orElse(null),
                defaults.ownDenominators());
    }

    private static Optional<Basis.Choice> basis(String key) {
        return Arrays.stream(Basis.Choice.values())
                .filter(choice -> choice.key().equals(key))
                .findFirst();
    }

    private Set<Long> accountIds() {
        Set<Long> ids = new LinkedHashSet<>();
        for (String text : given("account_id")) {
            if (!text.matches("[1-9]\\d{0,15}")) {
                throw BadQuery.noNumber("account_id", text);
            }
            ids.add(Long.parseLong(text));
        }
        return ids;
    }

    private <V> Set<V> all(String name, Function<String, Optional<V>> find, List<String> allowed) {
        Set<V> found = new LinkedHashSet<>();
        for (String text : given(name)) {
            found.add(find.apply(text).orElseThrow(() -> BadQuery.noneOf(name, text, allowed)));
        }
        return found;
    }

    private <V> Optional<V> one(String name, Function<String, Optional<V>> find, List<String> allowed) {
        String text = text(name);
        return text == null
                ? Optional.empty()
                : Optional.of(find.apply(text).orElseThrow(() -> BadQuery.noneOf(name, text, allowed)));
    }

    private @Nullable String text(String name) {
        List<String> given = given(name);
        if (given.size() > 1) {
            throw BadQuery.givenTwice(name);
        }
        return given.isEmpty() ? null : given.getFirst();
    }

    /// An empty value counts as absent.
    private List<String> given(String name) {
        return values.getOrDefault(name, List.of()).stream()
                .map(String::strip)
                .filter(value -> !value.isEmpty())
                .toList();
    }

    private static <V> List<String> keys(V[] values, Function<V, String> key) {
        return Arrays.stream(values).map(key).toList();
    }
}
