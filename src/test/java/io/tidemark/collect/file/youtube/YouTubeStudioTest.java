package io.tidemark.collect.file.youtube;

import static io.tidemark.metric.Metric.VIDEO_VIEWS;
import static java.util.stream.Collectors.averagingDouble;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.tidemark.collect.file.Import;
import io.tidemark.collect.file.ImportReport;
import io.tidemark.collect.file.Zip;
import io.tidemark.collect.file.format.ImportProgress;
import io.tidemark.collect.file.format.Period;
import io.tidemark.collect.file.format.RowCounts;
import io.tidemark.collect.file.format.StatedTotal;
import io.tidemark.collect.file.table.ImportRefused;
import io.tidemark.ledger.Observation;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class YouTubeStudioTest {
    private static final ZoneId PACIFIC = ZoneId.of("America/Los_Angeles");
    private static final String CONTENT =
            "Content,Video title,Video publish time,Duration,Views,Watch time (hours),Subscribers,Impressions,"
                    + "Impressions click-through rate (%)\n";
    private static final String TOTALS = "Date,Views\n2022-12-01,50\n2022-12-02,100\n";

    @TempDir
    Path folder;

    private Import imports() {
        return new Import(folder).account("acme");
    }

    private static Zip real() {
        return new Zip()
                .add("Table data.csv", Import.bytes("youtube-studio/Table data.csv"))
                .add("Chart data.csv", Import.bytes("youtube-studio/Chart data.csv"))
                .add("Totals.csv", Import.bytes("youtube-studio/Totals.csv"));
    }

    @Test
    void realExportKeepsItsFacts() {
        Import imports = imports();
        ImportReport report = imports.of("Geography.zip", real().bytes());
        assertThat(report.rows()).isEqualTo(new RowCounts(73_932, 0, 365, 0, 1, 73_566, 0, 0));
        assertThat(report.period()).isEqualTo(new Period(LocalDate.of(2020, 12, 31), LocalDate.of(2021, 12, 30)));
        assertThat(report.warnings()).isEmpty();
        assertThat(imports.days())
                .hasSize(365)
                .allSatisfy(day -> assertThat(day.bucketZone()).isEqualTo(PACIFIC));
        assertThat(imports.sumOfDays(VIDEO_VIEWS)).isEqualTo(15_503_810);
        Observation.OfDay best = imports.days().stream()
                .max(Comparator.comparingDouble(day -> day.values().orNaN(VIDEO_VIEWS)))
                .orElseThrow();
        assertThat(best.day()).isEqualTo(LocalDate.of(2021, 8, 25));
        assertThat(best.values().orNaN(VIDEO_VIEWS)).isEqualTo(77_106);
    }

    @Test
    void realDaysKeepTheirWeekdays() {
        Import imports = imports();
        imports.of(Import.resource("youtube-studio/Totals.csv"));
        Map<DayOfWeek, Double> means = imports.days().stream()
                .collect(groupingBy(
                        day -> day.day().getDayOfWeek(),
                        averagingDouble(day -> day.values().orNaN(VIDEO_VIEWS))));
        assertThat(means.get(DayOfWeek.MONDAY)).isCloseTo(44_329.327, within(0.001));
        assertThat(means.get(DayOfWeek.TUESDAY)).isCloseTo(44_187.923, within(0.001));
        assertThat(means.get(DayOfWeek.WEDNESDAY)).isCloseTo(43_093.962, within(0.001));
        assertThat(means.get(DayOfWeek.THURSDAY)).isCloseTo(42_156.585, within(0.001));
        assertThat(means.get(DayOfWeek.FRIDAY)).isCloseTo(41_742.0, within(0.001));
        assertThat(means.get(DayOfWeek.SATURDAY)).isCloseTo(39_818.115, within(0.001));
        assertThat(means.get(DayOfWeek.SUNDAY)).isCloseTo(42_011.577, within(0.001));
    }

    @Test
    void realTotalIsKeptApartFromTheSumOfItsRows() {
        Import imports = imports();
        ImportReport report = imports.of("Geography.zip", real().bytes());
        assertThat(report.totals().getFirst())
                .isEqualTo(new StatedTotal(
                        "Table data.csv",
                        "video_views",
                        new BigDecimal(15_503_810),
                        new BigDecimal(14_344_009),
                        new BigDecimal(1_159_801),
                        201));
        assertThat(report.totals())
                .extracting(StatedTotal::metric)
                .containsExactly("video_views", "watch_time_seconds");
        assertThat(imports.breakdowns("total", "video_views"))
                .singleElement()
                .satisfies(total -> assertThat(total.value()).isEqualTo(15_503_810));
        assertThat(imports.breakdowns("total", "youtube.average_view_duration_seconds"))
                .singleElement()
                .satisfies(total -> assertThat(total.value()).isEqualTo(274));
    }

    @Test
    void realChartAddsUpToLessThanTheTotalOnEveryDay() {
        Import imports = imports();
        imports.of("Geography.zip", real().bytes());
        Map<LocalDate, Double> sums = imports.breakdowns("geography", "video_views").stream()
                .filter(b -> b.from() != null && b.from().equals(b.to()))
                .collect(groupingBy(
                        b -> java.util.Objects.requireNonNull(b.from()),
                        java.util.stream.Collectors.summingDouble(Observation.OfBreakdown::value)));
        assertThat(sums).hasSize(365);
        assertThat(sums.values().stream().mapToDouble(Double::doubleValue).sum())
                .isEqualTo(14_344_009);
        assertThat(imports.days())
                .allSatisfy(day ->
                        assertThat(sums.get(day.day())).isLessThan(day.values().orNaN(VIDEO_VIEWS)));
    }

    @Test
    void realTableAloneIsOfNoKnownPeriod() {
        Import imports = imports().observedAt("2022-01-01T00:00:00Z");
        ImportReport report = imports.of(Import.resource("youtube-studio/Table data.csv"));
        assertThat(report.rows()).isEqualTo(new RowCounts(202, 0, 0, 0, 1, 201, 0, 0));
        assertThat(report.period()).isNull();
        assertThat(imports.breakdowns("geography", "video_views"))
                .hasSize(201)
                .allSatisfy(b -> assertThat(b.from()).isNull());
        assertThat(imports.breakdowns("geography", "youtube.average_view_duration_seconds"))
                .hasSizeLessThan(201);
    }

    @Test
    void realChartAloneCoversItsDays() {
        ImportReport report = imports().of(Import.resource("youtube-studio/Chart data.csv"));
        assertThat(report.rows()).isEqualTo(new RowCounts(73_365, 0, 0, 0, 0, 73_365, 0, 0));
        assertThat(report.observedAt()).isEqualTo("2021-12-31T08:00:00Z");
    }

    @Test
    void progressGrowsAndEndsWithEverything() {
        java.util.List<ImportProgress> seen = new java.util.ArrayList<>();
        Path file = Import.resource("youtube-studio/Chart data.csv");
        imports().of(file, "Chart data.csv", seen::add);
        assertThat(seen).hasSize(74);
        assertThat(seen)
                .isSortedAccordingTo(
                        Comparator.comparingLong(ImportProgress::rows).thenComparingLong(ImportProgress::bytesRead));
        assertThat(seen.getLast()).isEqualTo(new ImportProgress(73_365, 1_233_455, 1_233_455));
    }

    @Test
    void foldersOfAnArchiveAreReadAsExportsOfTheirOwn() {
        Import imports = imports();
        ImportReport report = imports.of(
                "all.zip",
                new Zip()
                        .add("Content/Table data.csv", CONTENT + "abcdefghijk,A,\"Dec 2, 2022\",9,1,0.1,0,9,1\n")
                        .add("Content/Totals.csv", TOTALS)
                        .add("Ages 2021-01-01_2021-12-31/Table data.csv", "Viewer age,Views\n18–24 years,5\n")
                        .add("__MACOSX/Content/._Totals.csv", new byte[] {0, 5, 22, 7})
                        .add("readme.png", "\u0089PNG")
                        .bytes());
        assertThat(report.rows()).isEqualTo(new RowCounts(4, 1, 2, 0, 0, 1, 0, 0));
        assertThat(imports.sumOfPosts(VIDEO_VIEWS)).isEqualTo(1);
        assertThat(imports.breakdowns("viewer_age", "video_views"))
                .singleElement()
                .satisfies(b -> {
                    assertThat(b.key()).isEqualTo("18–24 years");
                    assertThat(b.from()).isEqualTo(LocalDate.of(2021, 1, 1));
                });
    }

    @Test
    void weeksAndMonthsAreNotTakenForDays() {
        ImportRefused refused =
                imports().refusal("Totals.csv", "Date,Views\n2022-12-01,5\n2022-12-08,5\n2022-12-15,5\n");
        assertThat(refused.code()).isEqualTo("not_daily");
        ImportReport report =
                imports().observedAt("2023-01-01T00:00:00Z").of("Totals.csv", "Date,Views\n2022-11,5\n2022-12,5\n");
        assertThat(report.rows().rejected()).isEqualTo(2);
    }

    @Test
    void totalThatContradictsItsDaysIsWarnedOf() {
        ImportReport report = imports()
                .of(
                        "a.zip",
                        new Zip()
                                .add("Table data.csv", "Geography,Views\nTotal,151\nUS,100\n")
                                .add("Totals.csv", TOTALS)
                                .bytes());
        assertThat(report.warnings())
                .containsExactly("\"Table data.csv\" states a total of 151 for video_views, the days of the totals add "
                        + "up to 150.");
    }

    @Test
    void timeOfTheEntriesComesBeforeTheCoveredDays() {
        Instant time = Instant.parse("2023-01-10T09:30:00Z");
        assertThat(imports()
                        .of("a.zip", new Zip().addAt("Totals.csv", time, TOTALS).bytes())
                        .observedAt())
                .isEqualTo(time);
        byte[] local = new Zip()
                .addAt("Totals.csv", LocalDateTime.of(2023, 1, 10, 9, 30), TOTALS)
                .bytes();
        assertThat(imports().timeZone("Europe/Berlin").of("a.zip", local).observedAt())
                .isEqualTo("2023-01-10T08:30:00Z");
        byte[] before = new Zip()
                .addAt("Totals.csv", Instant.parse("2010-01-01T00:00:00Z"), TOTALS)
                .bytes();
        assertThat(imports().of("a.zip", before).observedAt()).isEqualTo("2022-12-03T08:00:00Z");
        assertThat(imports()
                        .observedAt("2023-02-01T00:00:00Z")
                        .of("a.zip", local)
                        .observedAt())
                .isEqualTo("2023-02-01T00:00:00Z");
    }

    @Test
    void otherPlatformsDaysAreNotTakenForTotals() {
        ImportRefused refused = imports()
                .refusal(
                        "a.csv",
                        "Date,Impressions,Likes,Engagements,Bookmarks,Shares\n\"Tue, Jan 27, 2026\",1,1,1,1,1\n");
        assertThat(refused.code()).isEqualTo("unknown_format");
        assertThat(refused.sentence()).contains("Date, Impressions, Likes, Engagements, Bookmarks, Shares", "YouTube");
    }

    @Test
    void channelHasToBeNamed() {
        ImportRefused refused = new Import(folder).refusal("Totals.csv", TOTALS);
        assertThat(refused.code()).isEqualTo("account_needed");
        assertThat(refused.sentence()).contains("which YouTube account").doesNotContain("--");
    }
}
