package io.tidemark.collect.file.tiktok;

import static io.tidemark.metric.Metric.COMMENTS;
import static io.tidemark.metric.Metric.FOLLOWERS;
import static io.tidemark.metric.Metric.LIKES;
import static io.tidemark.metric.Metric.PROFILE_VISITS;
import static io.tidemark.metric.Metric.REACH;
import static io.tidemark.metric.Metric.SHARES;
import static io.tidemark.metric.Metric.VIDEO_VIEWS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.tidemark.collect.file.Import;
import io.tidemark.collect.file.ImportReport;
import io.tidemark.collect.file.Workbook;
import io.tidemark.collect.file.Zip;
import io.tidemark.collect.file.format.RowCounts;
import io.tidemark.collect.file.table.ImportRefused;
import io.tidemark.collect.file.table.Reject;
import io.tidemark.ledger.Alias;
import io.tidemark.ledger.Observation;
import io.tidemark.metric.ContentType;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The downloads of TikTok Studio: every field quoted, days without a year.
class TikTokStudioTest {
    static final String OVERVIEW =
            "\ufeff\"Date\",\"Video Views\",\"Profile Views\",\"Likes\",\"Comments\",\"Shares\"\n";
    static final String CONTENT =
            "\ufeff\"Time\",\"Video title\",\"Video link\",\"Post time\",\"Total likes\",\"Total comments\",\"Total shares\","
                    + "\"Total views\"\n";
    /// Made on 8 April 2025 at 18:19:10 UTC.
    static final String ID = "7491008583014809601";
    /// Made on 2 March 2025 at 09:00:00 UTC.
    private static final String OLDER = "7477134335410176001";

    private static final DateTimeFormatter ENGLISH = DateTimeFormatter.ofPattern("MMMM d", Locale.ENGLISH);

    @TempDir
    Path folder;

    private Import imports() {
        return new Import(folder).account("acme");
    }

    private static String day(String date) {
        return "\"" + date + "\",\"10\",\"5\",\"3\",\"2\",\"1\"\n";
    }

    private static String video(String time, String title, String id) {
        return "\"" + time + "\",\"" + title + "\",\"https://www.tiktok.com/@acme/video/" + id
                + "\",\"April 8\",\"30\",\"4\",\"2\",\"900\"\n";
    }

    private List<LocalDate> daysOf(String content, String lastModified) {
        Import imports = imports().lastModified(lastModified);
        imports.of("Overview.csv", content);
        return imports.days().stream().map(Observation.OfDay::day).toList();
    }

    @Test
    void daysGetTheYearBeforeTheFileWasWritten() {
        Import imports = imports().lastModified("2025-04-13T10:00:00Z");
        ImportReport report = imports.of("Overview.csv", OVERVIEW + day("April 11") + day("April 12"));
        assertThat(report.rows()).isEqualTo(new RowCounts(2, 0, 2, 0, 0, 0, 0, 0));
        assertThat(report.warnings()).isEmpty();
        assertThat(report.format()).isEqualTo("tiktok_analytics");
        assertThat(report.observedAt()).isEqualTo("2025-04-13T10:00:00Z");
        Observation.OfDay day = imports.days().getLast();
        assertThat(day.day()).isEqualTo(LocalDate.of(2025, 4, 12));
        assertThat(day.values().orNaN(VIDEO_VIEWS)).isEqualTo(10);
        assertThat(day.values().orNaN(PROFILE_VISITS)).isEqualTo(5);
        assertThat(day.values().orNaN(LIKES)).isEqualTo(3);
        assertThat(day.values().orNaN(COMMENTS)).isEqualTo(2);
        assertThat(day.values().orNaN(SHARES)).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({
        "April 12, 04-12",
        "Apr 12, 04-12",
        "8 de marzo, 03-08",
        "18 tháng Tám, 08-18",
        "18 tháng Mười Hai, 12-18",
        "18 tháng 8, 08-18",
        "18 января, 01-18",
        "9月13日, 09-13"
    })
    void daysOfEveryLanguageAreRead(String written, String monthDay) {
        assertThat(daysOf(OVERVIEW + day(written), "2025-12-31T10:00:00Z"))
                .containsExactly(MonthDay.parse("--" + monthDay).atYear(2025));
    }

    @Test
    void aYearOfDaysCrossesTheTurnOfTheYear() {
        StringBuilder rows = new StringBuilder(OVERVIEW);
        LocalDate first = LocalDate.of(2024, 2, 28);
        for (LocalDate day = first; day.isBefore(first.plusDays(365)); day = day.plusDays(1)) {
            rows.append(day(ENGLISH.format(day)));
        }
        List<LocalDate> days = daysOf(rows.toString(), "2025-03-01T10:00:00Z");
        assertThat(days).hasSize(365).doesNotHaveDuplicates();
        assertThat(days.getFirst()).isEqualTo(first);
        assertThat(days.getLast()).isEqualTo(LocalDate.of(2025, 2, 26));
        assertThat(days).contains(LocalDate.of(2024, 2, 29));
    }

    @Test
    void newestFirstIsReadToo() {
        assertThat(daysOf(OVERVIEW + day("January 2") + day("January 1") + day("December 31"), "2025-01-03T10:00:00Z"))
                .containsExactly(LocalDate.of(2025, 1, 2), LocalDate.of(2025, 1, 1), LocalDate.of(2024, 12, 31));
        assertThat(daysOf(OVERVIEW + day("December 31") + day("January 1"), "2025-01-03T10:00:00Z"))
                .containsExactly(LocalDate.of(2024, 12, 31), LocalDate.of(2025, 1, 1));
    }

    @Test
    void daysOutOfOrderAreRefusedSinceTheirYearCannotBeTold() {
        ImportRefused refused = imports()
                .lastModified("2025-04-13T10:00:00Z")
                .refusal("Overview.csv", OVERVIEW + day("April 11") + day("April 3") + day("April 12"));
        assertThat(refused.code()).isEqualTo("days_out_of_order");
        assertThat(refused.part()).isEqualTo("Overview.csv");
    }

    @Test
    void aFileOfUnknownAgeAsksWhenItWasWritten() {
        assertThat(imports().refusal("Overview.csv", OVERVIEW + day("April 11")).code())
                .isEqualTo("observed_at_needed");
    }

    @Test
    void undefinedIsMissing() {
        Import imports = imports().lastModified("2025-04-13T10:00:00Z");
        ImportReport report = imports.of(
                "Overview.csv",
                OVERVIEW + "\"April 11\",\"undefined\",\"5\",\"0\",\"undefined\",\"1\"\n"
                        + "\"April 12\",\"undefined\",\"undefined\",\"undefined\",\"undefined\",\"undefined\"");
        assertThat(report.rows().days()).isEqualTo(2);
        assertThat(imports.days()).singleElement().satisfies(day -> {
            assertThat(day.values().find(VIDEO_VIEWS)).isEmpty();
            assertThat(day.values().orNaN(LIKES)).isZero();
        });
    }

    @Test
    void aDayThatIsNoneIsRejected() {
        ImportReport report = imports()
                .lastModified("2025-04-13T10:00:00Z")
                .of("Overview.csv", OVERVIEW + day("April 31") + day("Aprile 10") + day("April 12") + day("April 12"));
        assertThat(report.rows()).isEqualTo(new RowCounts(4, 0, 1, 1, 0, 0, 0, 2));
        assertThat(report.rejects()).extracting(Reject::column).containsOnly("Date");
    }

    @Test
    void theLeapDayOfAYearThatHasNoneIsRejected() {
        ImportReport report = imports()
                .lastModified("2025-03-02T10:00:00Z")
                .of("Overview.csv", OVERVIEW + day("February 28") + day("February 29") + day("March 1"));
        assertThat(report.rejects())
                .singleElement()
                .satisfies(reject -> assertThat(reject.reason()).contains("2025"));
    }

    @Test
    void videosNameTheAccountAndCarryCountersAsOfTheDayOfTheExport() {
        Import imports = new Import(folder).lastModified("2026-01-01T10:00:00Z");
        ImportReport report = imports.of(
                "Content.csv",
                CONTENT
                        + video("April 12", "Beans, \"\"roasted\"\"\n#coffee", ID)
                        + video("April 12", "", OLDER).replace("/video/", "/photo/"));
        assertThat(report.rows()).isEqualTo(new RowCounts(2, 2, 0, 0, 0, 0, 0, 0));
        assertThat(report.warnings()).isEmpty();
        assertThat(report.observedAt()).isEqualTo("2025-04-13T00:00:00Z");
        Observation.OfPost post = imports.posts().getFirst();
        assertThat(post.account().handle()).isEqualTo("acme");
        assertThat(post.aliases()).containsExactly(new Alias("tiktok:video", ID));
        assertThat(post.version().publishedAt()).isEqualTo("2025-04-08T18:19:10Z");
        assertThat(post.version().text()).isEqualTo("Beans, \"roasted\"\n#coffee");
        assertThat(post.version().contentType()).isEqualTo(ContentType.VIDEO);
        assertThat(post.values().orNaN(VIDEO_VIEWS)).isEqualTo(900);
        assertThat(post.values().orNaN(LIKES)).isEqualTo(30);
        assertThat(post.values().orNaN(COMMENTS)).isEqualTo(4);
        assertThat(post.values().orNaN(SHARES)).isEqualTo(2);
        Observation.OfPost photos = imports.posts().getLast();
        assertThat(photos.version().contentType()).isEqualTo(ContentType.CAROUSEL);
        assertThat(photos.version().text()).isNull();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            value = {"My \"great\" video", "\"Great\", she said", "one \"two\", \"three\" and more", "quoted \"end\""})
    void quotesThatNobodyDoubledDoNoHarmToTheNumbers(String title) {
        Import imports = new Import(folder);
        ImportReport report =
                imports.of("Content.csv", CONTENT + video("April 12", title, ID) + video("April 12", "Next", OLDER));
        assertThat(report.rows().posts()).isEqualTo(2);
        Observation.OfPost post = imports.posts().getFirst();
        assertThat(post.values().orNaN(VIDEO_VIEWS)).isEqualTo(900);
        assertThat(post.values().orNaN(LIKES)).isEqualTo(30);
        assertThat(String.valueOf(post.version().text()).replace("\"", "")).isEqualTo(title.replace("\"", ""));
    }

    @Test
    void aNewerLayoutNamesWhatItDoesNotTake() {
        Import imports = new Import(folder);
        ImportReport report = imports.of(
                "Content.csv",
                CONTENT.replace(",\"Total views\"", ",\"Views in the last 7 days\",\"Total views\"")
                        + video("April 12", "Title", ID).replace("\"900\"", "\"70\",\"900\""));
        assertThat(imports.posts().getFirst().values().orNaN(VIDEO_VIEWS)).isEqualTo(900);
        assertThat(report.warnings()).singleElement().asString().contains("Views in the last 7 days");
    }

    @Test
    void rowsWithoutALinkOrOfAnotherAccountAreRejected() {
        ImportReport report = imports()
                .of(
                        "Content.csv",
                        CONTENT
                                + video("April 12", "A", ID)
                                + video("April 12", "A", ID)
                                + video("April 12", "B", OLDER).replace("@acme", "@other")
                                + video("April 12", "C", "12"));
        assertThat(report.rows()).isEqualTo(new RowCounts(4, 1, 0, 1, 0, 0, 0, 2));
        assertThat(report.rejects()).extracting(Reject::column).containsOnly("Video link");
    }

    @Test
    void anArchiveIsReadWhole() {
        Import imports = new Import(folder);
        Instant written = Instant.parse("2025-04-13T08:00:00Z");
        ImportReport report = imports.of(
                "download.zip",
                new Zip()
                        .addAt("Overview.csv", written, OVERVIEW + day("April 11") + day("April 12"))
                        .addAt("Content.csv", written, CONTENT + video("April 13", "Title", ID))
                        .addAt(
                                "Viewers.csv",
                                written,
                                "\"Date\",\"Total Viewers\",\"New Viewers\",\"Returning Viewers\"\n"
                                        + "\"April 12\",\"70\",\"50\",\"20\"")
                        .addAt(
                                "FollowerHistory.csv",
                                written,
                                "\"Date\",\"Followers\",\"Difference in followers from previous day\"\n"
                                        + "\"April 11\",\"1000\",\"5\"\n\"April 12\",\"998\",\"-2\"")
                        .addAt(
                                "FollowerActivity.csv",
                                written,
                                "\"Date\",\"Hour\",\"Active followers\"\n\"April 12\",\"0\",\"31\"\n"
                                        + "\"April 12\",\"23\",\"44\"\n\"April 12\",\"24\",\"1\"")
                        .addAt(
                                "FollowerGender.csv",
                                written,
                                "\"Gender\",\"Distribution\"\n\"Male\",\"0.25\"\n\"Female\",\"0.7\"\n\"Other\",\"0.05\"")
                        .addAt(
                                "FollowerTopTerritories.csv",
                                written,
                                "\"Top territories\",\"Distribution\"\n\"DE\",\"0.6\"\n\"Others\",\"0.4\"")
                        .bytes());
        assertThat(report.rows()).isEqualTo(new RowCounts(14, 1, 5, 0, 0, 7, 0, 1));
        assertThat(report.warnings()).isEmpty();
        assertThat(report.observedAt()).isEqualTo("2025-04-14T00:00:00Z");
        assertThat(imports.days())
                .filteredOn(day -> day.values().find(REACH).isPresent())
                .singleElement()
                .satisfies(day -> assertThat(day.values().orNaN(REACH)).isEqualTo(70));
        assertThat(imports.levels())
                .extracting(level -> level.values().orNaN(FOLLOWERS))
                .containsExactly(1000.0, 998.0);
        assertThat(imports.levels())
                .extracting(Observation.OfAccount::observedAt)
                .containsExactly(Instant.parse("2025-04-11T23:59:59Z"), Instant.parse("2025-04-12T23:59:59Z"));
        assertThat(imports.breakdowns("total", "tiktok.net_growth"))
                .extracting(Observation.OfBreakdown::value)
                .containsExactly(5.0, -2.0);
        assertThat(imports.breakdowns("hour", "tiktok.active_followers"))
                .extracting(Observation.OfBreakdown::key, Observation.OfBreakdown::value)
                .containsExactly(tuple("0", 31.0), tuple("23", 44.0));
        assertThat(imports.breakdowns("gender", "tiktok.share_of_followers"))
                .extracting(Observation.OfBreakdown::key)
                .containsExactly("Male", "Female", "Other");
        assertThat(imports.breakdowns("geography", "tiktok.share_of_followers"))
                .extracting(Observation.OfBreakdown::value)
                .containsExactly(0.6, 0.4);
    }

    /// The word over the numbers is the same, whether they add up to 1 or to 100.
    @Test
    void sharesInPercentBecomeFractions() {
        Import imports = imports().observedAt("2025-04-13T10:00:00Z");
        imports.of("Gender.csv", "Gender,Distribution\nMale,29.5\nFemale,70\nOther,0.5\n");
        assertThat(imports.breakdowns("gender", "tiktok.share_of_followers"))
                .extracting(Observation.OfBreakdown::value)
                .containsExactly(0.295, 0.7, 0.005);
    }

    @Test
    void aWorkbookWhoseCellsAreAllTextIsRead() {
        Import imports = imports().lastModified("2025-04-13T10:00:00Z");
        ImportReport report = imports.of(
                "Overview.xls",
                new Workbook()
                        .sheet(
                                "Overview",
                                List.of("Date", "Video Views", "Profile Views", "Likes", "Comments", "Shares"),
                                List.of("April 12", "10", "undefined", "3", "2", "1"))
                        .bytes());
        assertThat(report.rows().days()).isEqualTo(1);
        assertThat(imports.days().getFirst().day()).isEqualTo(LocalDate.of(2025, 4, 12));
    }
}
