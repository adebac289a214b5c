package io.tidemark.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.metric.Boosted;
import io.tidemark.metric.Format;
import io.tidemark.metric.Metric;
import io.tidemark.metric.MetricValues;
import io.tidemark.metric.Placement;
import io.tidemark.metric.Platform;
import io.tidemark.testing.LedgerFixture;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// Rows of `analytics_summaries` and `post_at_age` and what goes into them. The business is in Berlin, an hour ahead of
/// UTC until 29 March 2026; its weeks begin on Mondays.
class SummariesTest {
    private static final AccountKey ACME = AccountKey.ofHandle(Platform.INSTAGRAM, "acme");
    /// Midnight in Berlin, the beginning of a Sunday.
    private static final Instant MARCH_1 = Instant.parse("2026-02-28T23:00:00Z");

    private static final Instant MARCH_2 = MARCH_1.plusSeconds(86_400);
    private static final Instant MARCH_3 = MARCH_2.plusSeconds(86_400);

    private final LedgerFixture fixture = LedgerFixture.create();
    private final Ledger ledger = fixture.ledger();
    private final long business = fixture.business().id();

    @AfterEach
    void close() {
        fixture.close();
    }

    @Test
    void postsAddUpPerDayAndLongerPeriodOnBothBases() {
        append("a", post("1", MARCH_2, 10));
        append("b", post("1", MARCH_3, 25));

        assertThat(summaries("activity", "impressions"))
                .containsExactly(
                        "day 2026-03-01 image 10 of 1/1",
                        "day 2026-03-02 image 15 of 1/1",
                        "month 2026-03-01 image 25 of 2/2",
                        "quarter 2026-01-01 image 25 of 2/2",
                        "week 2026-02-23 image 10 of 1/1",
                        "week 2026-03-02 image 15 of 1/1",
                        "year 2026-01-01 image 25 of 2/2");
        assertThat(summaries("published", "impressions"))
                .containsExactly(
                        "day 2026-03-01 image 25 of 1/1",
                        "month 2026-03-01 image 25 of 1/1",
                        "quarter 2026-01-01 image 25 of 1/1",
                        "week 2026-02-23 image 25 of 1/1",
                        "year 2026-01-01 image 25 of 1/1");
    }

    @Test
    void aMetricThatNobodyReportsStaysMissing() {
        append("a", post("1", MARCH_2, 10));

        assertThat(summaries("published", "saves")).contains("day 2026-03-01 image null of null/1");
        assertThat(summaries("activity", "saves")).contains("day 2026-03-01 image null of null/1");
    }

    @Test
    void anotherFirstDayOfTheWeekAndAnotherZoneCutEverythingAnew() {
        append("a", post("1", MARCH_2, 10));
        append("b", post("1", MARCH_3, 25));
        long version = ledger.versions(business).data();

        Versions stepped = ledger.recut(business, LedgerFixture.BERLIN, DayOfWeek.SUNDAY);
        assertThat(stepped.data()).isGreaterThan(version);
        assertThat(summaries("activity", "impressions")).contains("week 2026-03-01 image 25 of 2/2");

        ledger.recut(business, ZoneId.of("UTC"), DayOfWeek.SUNDAY);
        assertThat(fixture.directory().findBusiness(business).orElseThrow().zone())
                .isEqualTo(ZoneId.of("UTC"));
        assertThat(summaries("published", "impressions")).contains("day 2026-02-28 image 25 of 1/1");
        assertThat(summaries("activity", "impressions"))
                .anyMatch(row -> row.startsWith("day 2026-02-28 image "))
                .contains("year 2026-01-01 image 25 of 3/3");
    }

    @Test
    void whatTwoZonesHaveInCommonComesBackWhenTheZoneDoes() {
        append("a", post("1", MARCH_2, 10), post("2", MARCH_2, 4));
        List<String> before = fixture.dump().derived();

        ledger.recut(business, ZoneId.of("Australia/Lord_Howe"), DayOfWeek.SUNDAY);
        assertThat(fixture.dump().derived()).isNotEqualTo(before);
        ledger.recut(business, LedgerFixture.BERLIN, DayOfWeek.MONDAY);

        assertThat(fixture.dump().derived()).isEqualTo(before);
    }

    @Test
    void daysThatAPlatformStatesAddUpWithoutUniquesAndARestatementReplaces() {
        append("a", day("2026-03-01", MARCH_3, 10, 5), day("2026-03-02", MARCH_3, 20, 6), followers(MARCH_2, 100));
        append("b", day("2026-03-02", MARCH_3.plusSeconds(60), 22, 7), followers(MARCH_3, 90));

        assertThat(summaries("activity", "impressions"))
                .contains(
                        "day 2026-03-02 all 22 of null/null",
                        "week 2026-02-23 all 10 of 1/null",
                        "week 2026-03-02 all 22 of 1/null",
                        "month 2026-03-01 all 32 of 2/null",
                        "year 2026-01-01 all 32 of 2/null");
        assertThat(summaries("activity", "reach"))
                .contains("day 2026-03-02 all 7 of null/null", "month 2026-03-01 all null of 2/null");
        assertThat(rows("""
                select granularity || ' ' || followers from analytics_summaries
                where business_id = :business and granularity = 'month' order by 1
                """)).containsExactly("month 90");
    }

    @Test
    void whatIsTakenBackLeavesNothing() {
        Appended first = append("a", post("1", MARCH_2, 10), day("2026-03-01", MARCH_3, 10, 5));

        ledger.undo(business, first.sourceId());

        assertThat(fixture.dump().derived()).isEmpty();
    }

    @Test
    void theFirstListingOfAnAccountTellsWhatHappenedFromTheBeginning() {
        Instant march6 = MARCH_1.plusSeconds(5 * 86_400);
        Instant march7 = MARCH_1.plusSeconds(6 * 86_400);
        append("a", post("1", march6, 100));
        append("b", post("1", march7, 130));
        assertThat(summaries("activity", "impressions")).contains("month 2026-03-01 image 30 of 1/1");

        Appended listing = append("c", new Observation.OfDiscovery(ACME, MARCH_1.minusSeconds(1)));
        assertThat(summaries("activity", "impressions")).contains("month 2026-03-01 image 130 of 6/6");

        ledger.undo(business, listing.sourceId());
        assertThat(summaries("activity", "impressions")).contains("month 2026-03-01 image 30 of 1/1");
    }

    @Test
    void valuesAtAnAgeAreKeptOnceTheAgeIsReached() {
        append("a", post("1", MARCH_2, 10));
        assertThat(rows("select age_hours || ' ' || impressions from post_at_age where business_id = :business"))
                .containsExactly("24 10");

        append("b", post("1", MARCH_1.plusSeconds(72 * 3600), 40));
        assertThat(rows("""
                select age_hours || ' ' || impressions from post_at_age where business_id = :business order by age_hours
                """)).containsExactly("24 10", "72 40");
    }

    @Test
    void differencesOfManyAppendsAreWhatOneRebuildFinds() {
        Random random = new Random(7);
        for (int i = 0; i < 6; i++) {
            List<Observation> observations = new ArrayList<>();
            for (int post = 0; post < 30; post++) {
                observations.add(post(
                        Integer.toString(random.nextInt(40)),
                        MARCH_2.plusSeconds(random.nextInt(500_000)),
                        random.nextInt(1000) / 8.0));
            }
            SourceSpec.Kind kind = i % 2 == 0 ? SourceSpec.Kind.SYNC : SourceSpec.Kind.FILE;
            append(kind, "s" + i, observations.toArray(Observation[]::new));
        }
        List<String> incremental = fixture.dump().derived();

        ledger.rebuild(business);

        assertThat(incremental).hasSizeGreaterThan(50);
        assertThat(fixture.dump().derived()).isEqualTo(incremental);
    }

    @Test
    void postsWhoseDayRestsOnAFileAreCounted() {
        append("a", post("1", MARCH_2, 10), post("2", MARCH_2, 10));
        assertThat(imported()).contains("day 2026-03-01 image 0 null", "month 2026-03-01 image 0 null");

        Appended file = append(SourceSpec.Kind.FILE, "b", post("1", MARCH_3, 25));
        append("c", post("2", MARCH_3, 30));
        assertThat(imported())
                .contains(
                        "day 2026-03-01 image 0 null",
                        "day 2026-03-02 image 1 null",
                        "week 2026-03-02 image 1 null",
                        "month 2026-03-01 image 1 null");

        ledger.undo(business, file.sourceId());
        assertThat(imported()).contains("day 2026-03-02 image 0 null").noneMatch(row -> row.contains("image 1"));
    }

    @Test
    void whatTheSameNumberIsFromChangesWithoutTheNumber() {
        append(SourceSpec.Kind.FILE, "a", post("1", MARCH_2, 10));
        assertThat(imported()).contains("day 2026-03-01 image 1 null");

        append("b", post("1", MARCH_2, 10));

        assertThat(imported()).contains("day 2026-03-01 image 0 null", "year 2026-01-01 image 0 null");
    }

    @Test
    void daysOfAnAccountAreImportedWhereTheNewestWordIsAFiles() {
        append(SourceSpec.Kind.FILE, "a", day("2026-03-01", MARCH_3, 10, 5), day("2026-03-02", MARCH_3, 20, 6));
        append("b", day("2026-03-02", MARCH_3.plusSeconds(60), 22, 7), followers(MARCH_2, 90));
        append(SourceSpec.Kind.FILE, "c", followers(MARCH_1, 80));

        assertThat(imported())
                .containsExactly(
                        "day 2026-03-01 all 1 1",
                        "day 2026-03-02 all 0 0",
                        "month 2026-03-01 all 1 1",
                        "quarter 2026-01-01 all 1 1",
                        "week 2026-02-23 all 1 1",
                        "week 2026-03-02 all 0 0",
                        "year 2026-01-01 all 1 1");
    }

    /// `period start type imported imported followers`, of what happened.
    private List<String> imported() {
        return rows("""
                select granularity || ' ' || period_start || ' ' || content_type || ' '
                    || coalesce(imported_n::text, 'null') || ' ' || coalesce(imported_followers_n::text, 'null')
                from analytics_summaries where business_id = :business and basis = 'activity' order by 1
                """);
    }

    /// `period start type sum of reporting/posts`.
    private List<String> summaries(String basis, String metric) {
        return rows("""
                select granularity || ' ' || period_start || ' ' || content_type || ' ' || coalesce(%1$s::text, 'null')
                    || ' of ' || coalesce(%1$s_n::text, 'null') || '/' || coalesce(posts::text, 'null')
                from analytics_summaries where business_id = :business and basis = '%2$s' order by 1
                """.formatted(metric, basis));
    }

    private List<String> rows(String query) {
        return new Door(fixture.database())
                .inBusiness(
                        business,
                        session -> session.statement(query).query(String.class).list());
    }

    private Appended append(String content, Observation... observations) {
        return append(SourceSpec.Kind.SYNC, content, observations);
    }

    private Appended append(SourceSpec.Kind kind, String content, Observation... observations) {
        SourceSpec spec = new SourceSpec(ledger.newId(), kind, "test", content, content, MARCH_3);
        return ledger.append(business, spec, sink -> List.of(observations).forEach(sink::accept), done -> "{}");
    }

    private static Observation post(String id, Instant observedAt, double impressions) {
        PostVersion version = new PostVersion(MARCH_1, Placement.FEED, Format.IMAGE, "Text", null, Boosted.NO, false);
        return new Observation.OfPost(
                ACME,
                List.of(new Alias("test:post", id)),
                version,
                MetricValues.of(Map.of(Metric.IMPRESSIONS, impressions)),
                observedAt);
    }

    private static Observation day(String day, Instant observedAt, double impressions, double reach) {
        return new Observation.OfDay(
                ACME,
                null,
                LocalDate.parse(day),
                ZoneId.of("UTC"),
                MetricValues.of(Map.of(Metric.IMPRESSIONS, impressions, Metric.REACH, reach)),
                observedAt);
    }

    private static Observation followers(Instant at, double count) {
        return new Observation.OfAccount(ACME, MetricValues.of(Map.of(Metric.FOLLOWERS, count)), at);
    }
}
