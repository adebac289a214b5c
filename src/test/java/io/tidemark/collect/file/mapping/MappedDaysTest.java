package io.tidemark.collect.file.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.tidemark.collect.file.Import;
import io.tidemark.collect.file.ImportReport;
import io.tidemark.collect.file.format.Period;
import io.tidemark.ledger.Alias;
import io.tidemark.ledger.Observation;
import io.tidemark.metric.Metric;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MappedDaysTest {
    private static final String PINTEREST =
            "\"platform\": \"pinterest\", \"account\": \"acme\", \"date_order\": \"ymd\"";
    private Import imports;

    @BeforeEach
    void open(@TempDir Path folder) {
        imports = new Import(folder);
    }

    @Test
    void aRowIsADayOfTheAccountInThePlatformsZone() {
        ImportReport report = read("account_days", "d:day i:impressions f:followers q:native", """
                d,i,f,q
                2026-03-01,10,100,7
                2026-03-02,,101,
                2026-03-01,99,99,9
                Total,10,,
                """, "");

        assertThat(report.warnings()).noneMatch(warning -> warning.contains("not known to give"));
        assertThat(report.rows().days()).isEqualTo(2);
        assertThat(report.rows().duplicates()).isEqualTo(1);
        assertThat(report.rows().rejected()).isEqualTo(1);
        assertThat(report.period()).isEqualTo(new Period(LocalDate.parse("2026-03-01"), LocalDate.parse("2026-03-02")));
        assertThat(imports.days()).singleElement().satisfies(day -> {
            assertThat(day.day()).isEqualTo("2026-03-01");
            assertThat(day.bucketZone()).isEqualTo(ZoneId.of("UTC"));
            assertThat(day.values().find(Metric.IMPRESSIONS)).hasValue(10);
            assertThat(day.observedAt()).as("the end of the last day").isEqualTo("2026-03-03T00:00:00Z");
        });
        assertThat(imports.levels())
                .extracting(
                        Observation.OfAccount::observedAt,
                        level -> level.values().orNaN(Metric.FOLLOWERS))
                .containsExactly(
                        tuple(Instant.parse("2026-03-01T23:59:59Z"), 100.0),
                        tuple(Instant.parse("2026-03-02T23:59:59Z"), 101.0));
        assertThat(imports.breakdowns("total", "pinterest.q")).singleElement().satisfies(part -> {
            assertThat(part.value()).isEqualTo(7);
            assertThat(part.from()).isEqualTo(part.to()).isEqualTo("2026-03-01");
        });
    }

    @Test
    void daysMayBeCutInTheZoneOfTheTool() {
        read("account_days", "d:day i:impressions", "d,i\n2026-03-01,10\n", ", \"time_zone\": \"Asia/Tokyo\"");

        assertThat(imports.days().getFirst().bucketZone()).isEqualTo(ZoneId.of("Asia/Tokyo"));
        assertThat(imports.days().getFirst().observedAt()).isEqualTo("2026-03-01T15:00:00Z");
    }

    @Test
    void netFollowersOfADayMayBeBelowZero() {
        read("account_days", "d:day f:follows", "d,f\n2026-03-01,-3\n", "");

        assertThat(imports.sumOfDays(Metric.FOLLOWS)).isEqualTo(-3);
    }

    @Test
    void aRowMayBeADayOfAPost() {
        ImportReport report = read("post_days", "id:post_id t:text d:day s:saves", """
                id,t,d,s
                77,Hello,2026-03-01,1
                77,Hello,2026-03-02,2
                78,Goodbye,2026-03-01,3
                77,Hello,2026-03-02,4
                ,Nobody,2026-03-02,4
                """, "");

        assertThat(report.rows().days()).isEqualTo(3);
        assertThat(report.rows().duplicates()).isEqualTo(1);
        assertThat(report.rows().rejected()).isEqualTo(1);
        assertThat(imports.posts()).as("described once").hasSize(2);
        assertThat(imports.days())
                .extracting(
                        Observation.OfDay::post,
                        Observation.OfDay::day,
                        day -> day.values().orNaN(Metric.SAVES))
                .containsExactly(
                        tuple(new Alias("pinterest:post", "77"), LocalDate.parse("2026-03-01"), 1.0),
                        tuple(new Alias("pinterest:post", "77"), LocalDate.parse("2026-03-02"), 2.0),
                        tuple(new Alias("pinterest:post", "78"), LocalDate.parse("2026-03-01"), 3.0));
    }

    @Test
    void levelsAreOfADayOfAReadingOrOfTheFile() {
        imports.observedAt("2026-03-10T09:00:00Z");
        read("account_levels", "f:followers n:native", "f,n\n100,5\n101,6\n", "");
        read("account_levels", "d:day f:followers", "d,f\n2026-03-01,90\n2026-03-10,99\n", "");
        read("account_levels", "o:observed_at f:followers", "o,f\n2026-03-05T10:00:00Z,95\n", "");

        assertThat(imports.levels())
                .extracting(
                        Observation.OfAccount::observedAt,
                        level -> level.values().orNaN(Metric.FOLLOWERS))
                .containsExactly(
                        tuple(Instant.parse("2026-03-10T09:00:00Z"), 100.0),
                        tuple(Instant.parse("2026-03-01T23:59:59Z"), 90.0),
                        tuple(Instant.parse("2026-03-10T09:00:00Z"), 99.0),
                        tuple(Instant.parse("2026-03-05T10:00:00Z"), 95.0));
        assertThat(imports.breakdowns("total", "pinterest.n")).hasSize(1);
    }

    private ImportReport read(String rows, String columns, String table, String more) {
        return imports.mapping(MappingJson.read(MappingJsonTest.json(rows, columns, PINTEREST + more)))
                .of("a.csv", table);
    }
}
