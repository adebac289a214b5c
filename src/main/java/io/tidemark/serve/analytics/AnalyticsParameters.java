package io.tidemark.serve.analytics;

import io.tidemark.analytics.AnalyticsQuery;
import io.tidemark.analytics.BadQuery;
import io.tidemark.analytics.Comparison;
import io.tidemark.analytics.Granularity;
import io.tidemark.analytics.PeriodChoice;
import io.tidemark.analytics.QueryParameters;
import io.tidemark.analytics.Range;
import io.tidemark.analytics.TrendsRequest;
import io.tidemark.ledger.Conventions;
import io.tidemark.metric.Metric;
import io.tidemark.serve.http.Parameters;
import io.tidemark.words.Sentence;
import io.tidemark.words.Value;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Turns a query string into a question, or says precisely what is wrong with it. What the parameters of a question
/// mean is the analytics' own business; here is what HTTP adds to it.
public final class AnalyticsParameters {
    private static final Sentence ALL_WITH_NOTHING =
            Sentence.of("range_all_compares_with_nothing", "range=all compares with nothing: leave compare out.");
    private static final Sentence IN_FUTURE =
            Sentence.of("as_of_in_future", "as_of lies in the future: name a time that has passed.");
    private static final Sentence TOO_EARLY = Sentence.of("as_of_too_early", "as_of lies before {earliest}.");
    private static final Sentence AVERAGE_OF_DAYS =
            Sentence.of("average_of_days", "average goes with granularity=day only.");
    private static final Sentence NO_TIME = Sentence.of(
            "value_no_time",
            "'{value}' is not a time: write a date as 2026-10-31 or an instant as 2026-10-31T09:00:00Z.");

    /// What every question about numbers may say.
    static final Set<String> COMMON = with(QueryParameters.NAMES, "business_id", "as_of");

    /// What a trend can show besides metrics.
    static final Set<String> OF_TRENDS = Set.of(TrendsRequest.ENGAGEMENT, TrendsRequest.ENGAGEMENT_RATE);

    /// A quarter.
    private static final int MOST_AVERAGED = 92;

    private static final LocalDate EARLIEST = LocalDate.of(1990, 1, 1);

    private final Clock clock;

    public AnalyticsParameters(Clock clock) {
        this.clock = clock;
    }

    static Set<String> with(Set<String> names, String... more) {
        return Stream.concat(names.stream(), Arrays.stream(more)).collect(Collectors.toUnmodifiableSet());
    }

    static Set<String> without(Set<String> names, String... fewer) {
        Set<String> left = new HashSet<>(names);
        left.removeAll(Set.of(fewer));
        return Set.copyOf(left);
    }

    /// The instant that an answer is to be given as of, null for the present.
    ///
    /// @param zone of the business, in which a date for `as_of` ends
    /// @throws ProblemException 400 naming the parameter, what was wrong, and what is allowed
    public @Nullable Instant asOf(Parameters given, ZoneId zone) {
        return given.one("as_of").map(text -> asOf(text, zone)).orElse(null);
    }

    /// @throws ProblemException 400 naming the parameter, what was wrong, and what is allowed
    public static AnalyticsQuery query(Parameters given) {
        return query(given, Conventions.DEFAULT);
    }

    /// @param conventions of the business, which hold where the parameters do not say
    /// @throws ProblemException 400 naming the parameter, what was wrong, and what is allowed
    public static AnalyticsQuery query(Parameters given, Conventions conventions) {
        try {
            AnalyticsQuery query = QueryParameters.parse(
                    given.lists(), new AnalyticsQuery.Defaults(conventions.engagement(), conventions.rateBy()));
            if (isEverything(query.period())
                    && given.one("compare").isPresent()
                    && query.comparison().rule() != Comparison.Rule.NONE) {
                throw Parameters.bad("compare", ALL_WITH_NOTHING.said(), List.of("none"));
            }
            return query;
        } catch (BadQuery bad) {
            throw Parameters.refusal(bad);
        }
    }

    /// The question that a business asks where nobody says otherwise.
    public static AnalyticsQuery usual(Conventions conventions) {
        return query(Parameters.of(Map.of(), Set.of()), conventions);
    }

    private static boolean isEverything(PeriodChoice period) {
        return period instanceof PeriodChoice.Named(Range range) && range == Range.ALL;
    }

    static Granularity granularity(Parameters given, Granularity otherwise) {
        return given.one("granularity").map(AnalyticsParameters::granularity).orElse(otherwise);
    }

    private static Granularity granularity(String text) {
        return Granularity.find(text).orElseThrow(() -> Parameters.noneOf("granularity", text, Granularity.keys()));
    }

    /// The metrics asked for; empty for all.
    static Set<Metric> metrics(Parameters given) {
        return metrics(given, Set.of());
    }

    /// @param besides names that are allowed and are no metrics
    private static Set<Metric> metrics(Parameters given, Set<String> besides) {
        Set<Metric> metrics = new LinkedHashSet<>();
        for (String text : given.all("metric")) {
            if (!besides.contains(text)) {
                metrics.add(Metric.find(text).orElseThrow(() -> Parameters.noneOf("metric", text, keys(besides))));
            }
        }
        return metrics;
    }

    private static List<String> keys(Set<String> besides) {
        return Stream.concat(
                        Arrays.stream(Metric.values()).map(Metric::key),
                        besides.stream().sorted())
                .toList();
    }

    /// What a trend is to show: the metrics named, among which engagement and its rate may be; else all metrics.
    static TrendsRequest trend(Parameters given) {
        Set<String> named = Set.copyOf(given.all("metric"));
        Granularity granularity = granularity(given, Granularity.DAY);
        Set<Metric> metrics = metrics(given, OF_TRENDS);
        return new TrendsRequest(
                granularity,
                named.isEmpty() ? EnumSet.allOf(Metric.class) : metrics,
                named.contains(TrendsRequest.ENGAGEMENT),
                named.contains(TrendsRequest.ENGAGEMENT_RATE),
                given.one("split").map(AnalyticsParameters::split).orElse(null),
                given.one("average").map(text -> average(text, granularity)).orElse(null));
    }

    private static int average(String text, Granularity granularity) {
        if (granularity != Granularity.DAY) {
            throw Parameters.bad("average", AVERAGE_OF_DAYS.said());
        }
        return Parameters.whole("average", text, 2, MOST_AVERAGED);
    }

    private static TrendsRequest.Split split(String text) {
        return TrendsRequest.Split.find(text)
                .orElseThrow(() -> Parameters.noneOf("split", text, TrendsRequest.Split.keys()));
    }

    private Instant asOf(String text, ZoneId zone) {
        Instant now = clock.instant();
        Instant asOf = instant(text, zone, now);
        if (asOf.isAfter(now)) {
            throw Parameters.bad("as_of", IN_FUTURE.said());
        }
        if (asOf.isBefore(EARLIEST.atStartOfDay(zone).toInstant())) {
            throw Parameters.bad("as_of", TOO_EARLY.said(Map.of("earliest", Value.day(EARLIEST))));
        }
        return asOf;
    }

    private static Instant instant(String text, ZoneId zone, Instant now) {
        try {
            if (text.contains("T")) {
                return OffsetDateTime.parse(text).toInstant();
            }
            LocalDate date = LocalDate.parse(text);
            // The end of today has not come yet: today means now.
            return date.equals(LocalDate.ofInstant(now, zone))
                    ? now
                    : date.plusDays(1).atStartOfDay(zone).toInstant().minus(1, ChronoUnit.MICROS);
        } catch (DateTimeException ignored) {
            throw Parameters.bad("as_of", NO_TIME.said(Map.of("value", BadQuery.echo(text))));
        }
    }
}
