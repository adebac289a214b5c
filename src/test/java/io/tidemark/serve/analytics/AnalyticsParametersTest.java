package io.tidemark.serve.analytics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.tidemark.analytics.AnalyticsQuery;
import io.tidemark.analytics.Filters;
import io.tidemark.analytics.Granularity;
import io.tidemark.analytics.Period;
import io.tidemark.analytics.PeriodChoice;
import io.tidemark.metric.Boosted;
import io.tidemark.metric.ContentType;
import io.tidemark.metric.Metric;
import io.tidemark.metric.Platform;
import io.tidemark.serve.http.Parameters;
import io.tidemark.serve.http.Problem;
import io.tidemark.serve.http.ProblemException;
import io.tidemark.testing.MutableClock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AnalyticsParametersTest {
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final Instant NOW = Instant.parse("2026-11-20T12:00:00Z");

    private final AnalyticsParameters parameters = new AnalyticsParameters(new MutableClock(NOW));

    @Test
    void withoutParametersTheLast28DaysAreComparedWithThoseBefore() {
        Read request = overview("business_id=1");

        assertThat(request.businessId()).isEqualTo(1);
        assertThat(request.query()).isEqualTo(AnalyticsQuery.DEFAULT);
        assertThat(request.asOf()).isNull();
        assertThat(request.granularity()).isEqualTo(Granularity.DAY);
        assertThat(request.metrics()).isEmpty();
    }

    @Test
    void filtersRepeat() {
        Filters filters = overview("business_id=1&platform=linkedin&platform=x&account_id=3&account_id=4"
                        + "&content_type=reel&boosted=no&boosted=unknown")
                .query()
                .filters();

        assertThat(filters.platforms()).containsExactlyInAnyOrder(Platform.LINKEDIN, Platform.X);
        assertThat(filters.accountIds()).containsExactlyInAnyOrder(3L, 4L);
        assertThat(filters.contentTypes()).containsExactly(ContentType.REEL);
        assertThat(filters.boosted()).containsExactlyInAnyOrder(Boosted.NO, Boosted.UNKNOWN);
    }

    @Test
    void datesReplaceTheRange() {
        AnalyticsQuery query = overview("business_id=1&from=2026-10-01&to=2026-10-31&compare=custom"
                        + "&compare_from=2025-10-01&compare_to=2025-10-31")
                .query();

        assertThat(query.period())
                .isEqualTo(new PeriodChoice.Dates(
                        new Period(LocalDate.parse("2026-10-01"), LocalDate.parse("2026-10-31"))));
        assertThat(query.comparison().custom())
                .isEqualTo(new Period(LocalDate.parse("2025-10-01"), LocalDate.parse("2025-10-31")));
    }

    @ParameterizedTest
    @CsvSource({
        "2026-10-25, 2026-10-25T22:59:59.999999Z",
        "2026-11-20, 2026-11-20T12:00:00Z",
        "2026-10-31T09:00:00Z, 2026-10-31T09:00:00Z",
        "2026-10-31T09:00:00+02:00, 2026-10-31T07:00:00Z"
    })
    void asOfIsAnInstantOrTheEndOfADayOfTheBusiness(String given, String expected) {
        assertThat(overview("business_id=1&as_of=" + given).asOf()).isEqualTo(Instant.parse(expected));
    }

    @Test
    void trendsNameMetricsAndGranularity() {
        Read request = trends("business_id=1&granularity=day&metric=likes&metric=comments");

        assertThat(request.granularity()).isEqualTo(Granularity.DAY);
        assertThat(request.metrics()).containsExactlyInAnyOrder(Metric.LIKES, Metric.COMMENTS);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "; business_id; missing",
                "business_id=; business_id; missing",
                "business_id=abc; business_id; positive whole number",
                "business_id=0; business_id; positive whole number",
                "business_id=-1; business_id; positive whole number",
                "business_id=99999999999999999999; business_id; positive whole number",
                "business_id=1&business_id=2; business_id; once",
                "business_id=1&from=2026-10-01; to; is missing",
                "business_id=1&to=2026-10-01; from; is missing",
                "business_id=1&from=2026-10-02&to=2026-10-01; to; lies before",
                "business_id=1&from=2026-02-30&to=2026-03-01; from; is not a date",
                "business_id=1&from=01.10.2026&to=2026-10-31; from; is not a date",
                "business_id=1&from=+999999999-01-01&to=+999999999-01-02; from; no plausible date",
                "business_id=1&from=1999-01-01&to=2026-01-02; from; 20 years",
                "business_id=1&from=2026-10-01&to=2026-10-02&range=all; range; not both",
                "business_id=1&range=last_3_fortnights; range; allowed are",
                "business_id=1&platform=myspace; platform; linkedin, x, facebook",
                "business_id=1&platform=LinkedIn; platform; allowed are",
                "business_id=1&account_id=x; account_id; positive whole number",
                "business_id=1&content_type=gif; content_type; allowed are",
                "business_id=1&boosted=maybe; boosted; yes, no, unknown",
                "business_id=1&label=Spring; label; campaign:NAME",
                "business_id=1&label=campaign:; label; allowed are",
                "business_id=1&label=season:Spring; label; not:KIND:NAME",
                "business_id=1&label=not:0; label; allowed are",
                "business_id=1&label=not:none:campaign; label; allowed are",
                "business_id=1&label=none:season; label; none:campaign, none:pillar",
                "business_id=1&basis=best; basis; auto, activity, published",
                "business_id=1&compare=last_year; compare; allowed are",
                "business_id=1&compare=custom; compare_from; needs compare_from",
                "business_id=1&compare_from=2026-01-01&compare_to=2026-01-02; compare_from; go with compare=custom",
                "business_id=1&range=all&compare=previous_year; compare; compares with nothing",
                "business_id=1&engagement=all; engagement; public, with_clicks",
                "business_id=1&er_by=posts; er_by; allowed are",
                "business_id=1&as_of=2026-11-21; as_of; future",
                "business_id=1&as_of=2026-11-20T12:00:01Z; as_of; future",
                "business_id=1&as_of=yesterday; as_of; is not a",
                "business_id=1&as_of=Tuesday; as_of; is not a",
                "business_id=1&as_of=-999999999-01-01T00:00:00Z; as_of; before 1 January 1990"
            })
    void aBadValueIsNamedWithWhatWouldBeRight(String query, String parameter, String detail) {
        Problem problem = problem(query == null ? "" : query, OverviewController.PARAMETERS);

        assertThat(problem.code()).isEqualTo("bad_parameter");
        assertThat(problem.members()).containsEntry("parameter", parameter);
        assertThat(problem.detail().english()).contains(detail);
    }

    @Test
    void aListOfWhatIsAllowedComesAlongForPrograms() {
        assertThat(problem("business_id=1&boosted=maybe", OverviewController.PARAMETERS)
                        .members())
                .containsEntry("allowed", List.of("yes", "no", "unknown"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"groups", "labels", "metric", "granularity", "days", "Platform", ""})
    void anUnknownParameterIsRefusedRatherThanIgnored(String name) {
        Problem problem = problem("business_id=1&" + name + "=1", OverviewController.PARAMETERS);

        assertThat(problem.code()).isEqualTo("unknown_parameter");
        assertThat(problem.members()).containsEntry("parameter", name);
        assertThat((List<?>) problem.members().get("allowed")).hasSize(17);
    }

    @ParameterizedTest
    @ValueSource(strings = {"average=1", "average=93", "average=week", "average=7&granularity=week"})
    void trendsRefuseAMeanThatIsNone(String parameters) {
        assertThat(problem("business_id=1&" + parameters, TrendsController.PARAMETERS)
                        .members())
                .containsEntry("parameter", "average");
    }

    @Test
    void trendsRefuseWhatTheyDoNotKnow() {
        assertThat(problem("business_id=1&granularity=hour", TrendsController.PARAMETERS)
                        .members())
                .containsEntry("allowed", List.of("day", "week", "month", "quarter"));
        assertThat(problem("business_id=1&metric=karma", TrendsController.PARAMETERS)
                        .detail()
                        .english())
                .contains("impressions, impressions_organic");
    }

    @Test
    void nonsenseNeverCausesAnythingButAProblem() {
        Random random = new Random(7);
        List<String> names = new ArrayList<>(TrendsController.PARAMETERS);
        names.sort(null);
        String[] values = {"1", "all", "2026-01-01", "\u0000", "💥", "-", "9".repeat(400), "T", "2026-13-01T00:00Z", "%"
        };
        for (int i = 0; i < 5_000; i++) {
            StringBuilder query = new StringBuilder("business_id=1");
            for (int j = 0; j < 4; j++) {
                query.append('&')
                        .append(names.get(random.nextInt(names.size())))
                        .append('=')
                        .append(values[random.nextInt(values.length)]);
            }
            try {
                trends(query.toString());
            } catch (ProblemException problem) {
                assertThat(problem.problem().status().value()).isEqualTo(400);
                assertThat(problem.problem().detail().english()).hasSizeLessThan(500);
            }
        }
    }

    private Read overview(String query) {
        return read(query, OverviewController.PARAMETERS);
    }

    private Read trends(String query) {
        return read(query, TrendsController.PARAMETERS);
    }

    private record Read(
            long businessId,
            AnalyticsQuery query,
            @Nullable Instant asOf,
            Granularity granularity,
            Set<Metric> metrics) {}

    private Read read(String query, Set<String> allowed) {
        Parameters given = Parameters.of(map(query), allowed);
        if (allowed.equals(TrendsController.PARAMETERS)) {
            AnalyticsParameters.trend(given);
        }
        return new Read(
                given.businessId(),
                AnalyticsParameters.query(given),
                parameters.asOf(given, BERLIN),
                AnalyticsParameters.granularity(given, Granularity.DAY),
                AnalyticsParameters.metrics(given));
    }

    private Problem problem(String query, Set<String> allowed) {
        ProblemException thrown = catchThrowableOfType(ProblemException.class, () -> read(query, allowed));
        assertThat(thrown).isNotNull();
        return thrown.problem();
    }

    private static Map<String, String[]> map(String query) {
        Map<String, List<String>> lists = new LinkedHashMap<>();
        for (String pair : query.split("&", -1)) {
            if (!pair.isEmpty()) {
                String[] parts = pair.split("=", 2);
                lists.computeIfAbsent(parts[0], key -> new ArrayList<>()).add(parts[1]);
            }
        }
        Map<String, String[]> map = new LinkedHashMap<>();
        lists.forEach((name, values) -> map.put(name, values.toArray(new String[0])));
        return map;
    }
}
