package io.tidemark.collect.file.meta;

import static io.tidemark.metric.Metric.FOLLOWS;
import static io.tidemark.metric.Metric.IMPRESSIONS;
import static io.tidemark.metric.Metric.PROFILE_VISITS;
import static io.tidemark.metric.Metric.REACH;
import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.collect.file.Import;
import io.tidemark.collect.file.ImportReport;
import io.tidemark.collect.file.Zip;
import io.tidemark.collect.file.format.Period;
import io.tidemark.collect.file.format.RowCounts;
import io.tidemark.collect.file.table.Choice;
import io.tidemark.collect.file.table.ImportRefused;
import io.tidemark.metric.Metric;
import io.tidemark.metric.Platform;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MetaDaysTest {
    @TempDir
    Path folder;

    private Import imports() {
        return new Import(folder).account("acme");
    }

    private static String table(String title, String... rows) {
        return "\"" + title + "\"\n\"Date\",\"Primary\"\n" + String.join("\n", rows) + "\n";
    }

    private static String row(String day, String value) {
        return "\"" + day + "\",\"" + value + "\"";
    }

    /// As Meta writes it.
    private static byte[] file(String... tables) {
        return ("\ufeffsep=,\n" + String.join("\n", tables)).getBytes(StandardCharsets.UTF_16LE);
    }

    @Test
    void daysKeepTheirDateWhateverTheHourSays() {
        Import imports = imports();
        ImportReport report = imports.of(
                "Reach.csv",
                file(table(
                        "Facebook reach",
                        row("2025-03-08T00:00:00", "5"),
                        row("2025-03-09T00:00:00", "0"),
                        row("2025-03-10T01:00:00", ""))));
        assertThat(report.rows()).isEqualTo(new RowCounts(3, 0, 3, 0, 0, 0, 0, 0));
        assertThat(report.warnings()).isEmpty();
        assertThat(report.period()).isEqualTo(new Period(LocalDate.of(2025, 3, 8), LocalDate.of(2025, 3, 10)));
        assertThat(report.observedAt()).isEqualTo("2025-03-11T07:00:00Z");
        assertThat(imports.days()).hasSize(2).allSatisfy(day -> {
            assertThat(day.account().platform()).isEqualTo(Platform.FACEBOOK);
            assertThat(day.post()).isNull();
            assertThat(day.bucketZone().getId()).isEqualTo("America/Los_Angeles");
        });
        assertThat(imports.days().getLast().day()).isEqualTo(LocalDate.of(2025, 3, 9));
        assertThat(imports.days().getLast().values().orNaN(REACH)).isZero();
    }

    @ParameterizedTest
    @CsvSource({
        "Facebook reach,FACEBOOK,REACH",
        "Instagram reach,INSTAGRAM,REACH",
        "Facebook visits,FACEBOOK,PROFILE_VISITS",
        "Instagram profile visits,INSTAGRAM,PROFILE_VISITS",
        "Facebook follows,FACEBOOK,FOLLOWS",
        "Instagram follows,INSTAGRAM,FOLLOWS",
        "Facebook link clicks,FACEBOOK,LINK_CLICKS",
        "Instagram link clicks,INSTAGRAM,LINK_CLICKS",
    })
    void titlesNamePlatformAndMetric(String title, Platform platform, Metric metric) {
        Import imports = imports();
        imports.of("any.csv", file(table(title, row("2025-03-08T00:00:00", "5"))));
        assertThat(imports.days()).singleElement().satisfies(day -> {
            assertThat(day.account().platform()).isEqualTo(platform);
            assertThat(day.values().orNaN(metric)).isEqualTo(5);
        });
    }

    @ParameterizedTest
    @CsvSource({
        "Reach,REACH",
        "Views,IMPRESSIONS",
        "Viewers,REACH",
        "Follows,FOLLOWS",
        "Content interactions,NATIVE_ENGAGEMENTS"
    })
    void titlesWithoutAPlatformAreAskedAbout(String title, Metric metric) {
        byte[] file = file(table(title, row("2025-03-08T00:00:00", "5")));
        ImportRefused refused = imports().refusal("any.csv", file);
        assertThat(refused.code()).isEqualTo("platform_needed");
        assertThat(refused.choices()).extracting(Choice::key).containsExactly("facebook", "instagram");
        Import imports = imports().platform(Platform.INSTAGRAM);
        imports.of("any.csv", file);
        assertThat(imports.days()).singleElement().satisfies(day -> {
            assertThat(day.account().platform()).isEqualTo(Platform.INSTAGRAM);
            assertThat(day.values().orNaN(metric)).isEqualTo(5);
        });
    }

    @Test
    void blocksOfBothPlatformsAreNotAddedUp() {
        Import imports = imports();
        ImportReport report = imports.of(
                "Visits.csv",
                file(
                        table("Facebook visits", row("2024-03-01T00:00:00", "81"), row("2024-03-02T00:00:00", "82")),
                        table("Instagram profile visits", row("2024-03-01T00:00:00", "7"))));
        assertThat(report.rows()).isEqualTo(new RowCounts(4, 0, 3, 0, 0, 0, 1, 0));
        assertThat(imports.days())
                .extracting(day -> day.account().platform() + " " + day.values().orNaN(PROFILE_VISITS))
                .containsExactly("FACEBOOK 81.0", "FACEBOOK 82.0", "INSTAGRAM 7.0");
        assertThat(report.accounts())
                .extracting(ImportReport.ReportedAccount::platform)
                .containsExactly("facebook", "instagram");
        assertThat(report.warnings())
                .singleElement()
                .asString()
                .contains("Facebook and of Instagram", "\"acme\"", "undo");
    }

    @Test
    void aSecondTableOfTheSameTitleIsNotTakenForTheSameNumbers() {
        Import imports = imports().platform(Platform.FACEBOOK);
        ImportReport report = imports.of(
                "Reach.csv",
                file(
                        table("Reach", row("2024-03-01T00:00:00", "81"), row("2024-03-02T00:00:00", "5")),
                        table("Reach", row("2024-03-01T00:00:00", "7"), row("2024-03-02T00:00:00", "5"))));
        assertThat(report.rows()).isEqualTo(new RowCounts(5, 0, 2, 1, 0, 0, 1, 1));
        assertThat(report.rejects()).singleElement().satisfies(reject -> {
            assertThat(reject.row()).isEqualTo(9);
            assertThat(reject.reason()).contains("another platform");
        });
        assertThat(imports.sumOfDays(REACH)).isEqualTo(86);
    }

    @Test
    void daysWithoutFollowsAreLeftOutAndMeanZero() {
        Import imports = imports();
        ImportReport report = imports.of(
                "Follows.csv",
                file(table(
                        "Instagram follows",
                        row("2025-03-08T00:00:00", "2"),
                        row("2025-03-11T00:00:00", "3"),
                        row("2025-03-12T00:00:00", "1"))));
        assertThat(report.rows().days()).isEqualTo(3);
        assertThat(imports.days())
                .extracting(
                        day -> day.day().getDayOfMonth() + " " + day.values().orNaN(FOLLOWS))
                .containsExactly("8 2.0", "9 0.0", "10 0.0", "11 3.0", "12 1.0");
        Import reach = imports();
        reach.of(
                "Reach.csv",
                file(table("Instagram reach", row("2025-03-08T00:00:00", "2"), row("2025-03-11T00:00:00", "3"))));
        assertThat(reach.days()).hasSize(2);
    }

    @Test
    void aDownloadOfAllFilesIsOneImport() {
        Import imports = imports();
        ImportReport report = imports.platform(Platform.FACEBOOK)
                .of(
                        "download.zip",
                        new Zip()
                                .add("Views.csv", file(table("Views", row("2025-03-08T00:00:00", "9"))))
                                .add("Visits.csv", file(table("Facebook visits", row("2025-03-08T00:00:00", "3"))))
                                .add(
                                        "Visits (1).csv",
                                        file(table("Instagram profile visits", row("2025-03-08T00:00:00", "2"))))
                                .bytes());
        assertThat(report.rows().days()).isEqualTo(3);
        assertThat(imports.sumOfDays(IMPRESSIONS)).isEqualTo(9);
    }

    @Test
    void damagedRowsAreRejectedWithTheirPlace() {
        ImportReport report = imports()
                .of(
                        "Reach.csv",
                        file(table(
                                "Facebook reach",
                                row("2025-13-08T00:00:00", "5"),
                                row("2025-03-08T00:00:00", "many"),
                                row("", "5"))));
        assertThat(report.rows().rejected()).isEqualTo(3);
        assertThat(report.rejects().getFirst().column()).isEqualTo("Date");
        assertThat(report.rejects().get(1).column()).isEqualTo("Primary");
    }

    @Test
    void titlesInOtherLanguagesAreRefusedWithAWayOut() {
        ImportRefused refused = imports()
                .refusal("Felkeresések.csv", file(table("Facebook-felkeresések", row("2025-03-08T00:00:00", "5"))));
        assertThat(refused.code()).isEqualTo("unknown_metric");
        assertThat(refused.sentence()).contains("facebook-felkeresések", "in English", "profile visits");
        assertThat(imports().refusal("a.csv", "Date,Primary\n2025-03-08,5\n").code())
                .isEqualTo("unknown_metric");
    }
}
