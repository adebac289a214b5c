package io.tidemark.analytics.activity;

import static io.tidemark.metric.Metric.IMPRESSIONS;
import static io.tidemark.metric.Metric.LIKES;
import static io.tidemark.metric.Metric.REACH;
import static io.tidemark.metric.Metric.WATCH_TIME_SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.analytics.activity.History.Day;
import io.tidemark.metric.ContentType;
import io.tidemark.metric.Metric;
import io.tidemark.metric.Platform;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class PostActivityTest {
    @Test
    void readingsAtMidnightMakeExactDays() {
        var days = History.published("2026-03-02T10:00:00Z")
                .read("2026-03-03T00:00:00Z", LIKES, 10)
                .read("2026-03-04T00:10:00Z", LIKES, 15)
                .read("2026-03-05T00:00:00Z", LIKES, 15)
                .days("UTC");

        assertThat(days).hasSize(3);
        assertDay(days, "2026-03-02", LIKES, 10, false, false);
        assertThat(day(days, "2026-03-03").of(LIKES)).isBetween(4.9, 5.0);
        assertThat(day(days, "2026-03-03").estimated()).isFalse();
        assertThat(day(days, "2026-03-04").unfinished())
                .as("read at its very end")
                .isFalse();
        assertThat(total(days, LIKES)).isEqualTo(15);
    }

    @Test
    void betweenReadingsADayFollowsTheExpectedGrowth() {
        // F(12 h) = 0.3405166 and F(24 h) = 0.5200652 on Instagram's curve.
        var days = History.published("2026-03-02T12:00:00Z")
                .read("2026-03-03T12:00:00Z", LIKES, 100)
                .days("UTC");

        assertDay(days, "2026-03-02", LIKES, 65.476, true, false);
        assertDay(days, "2026-03-03", LIKES, 34.524, true, true);
    }

    @Test
    void threeReadingsAreJoinedByAMonotoneCurve() {
        var days = History.published("2026-03-02T00:00:00Z")
                .read("2026-03-02T12:00:00Z", LIKES, 40)
                .read("2026-03-03T12:00:00Z", LIKES, 70)
                .days("UTC");

        assertDay(days, "2026-03-02", LIKES, 59.392, true, false);
        assertDay(days, "2026-03-03", LIKES, 10.608, true, true);
    }

    @Test
    void aFirstReadingOfAnOldPostIsAnOpeningBalance() {
        var days = History.published("2026-03-02T00:00:00Z")
                .read("2026-03-03T00:00:01Z", LIKES, 1000)
                .read("2026-03-04T00:00:00Z", LIKES, 1010)
                .days("UTC");

        assertThat(days.keySet()).containsExactly(epochDay("2026-03-03"));
        assertDay(days, "2026-03-03", LIKES, 10, false, false);
    }

    @Test
    void aPostSeenFromItsStartWasZeroHoweverLateItWasRead() {
        var days = History.published("2026-03-02T00:00:00Z")
                .knownFromStart()
                .read("2026-03-04T00:00:00Z", LIKES, 1000)
                .days("UTC");

        assertThat(days).hasSize(2);
        assertThat(total(days, LIKES)).isEqualTo(1000);
        assertThat(day(days, "2026-03-02").of(LIKES)).isGreaterThan(500);
    }

    @Test
    void oneReadingOfAnOldPostTellsOfNoDay() {
        assertThat(History.published("2020-03-02T00:00:00Z")
                        .read("2026-03-04T00:00:00Z", LIKES, 1000)
                        .days("UTC"))
                .isEmpty();
        assertThat(History.published("2026-03-02T00:00:00Z").days("UTC")).isEmpty();
        assertThat(History.unpublished().read("2026-03-04T00:00:00Z").days("UTC"))
                .isEmpty();
    }

    @Test
    void aPostWithoutATimeOfPublicationIsJoinedOverTime() {
        var days = History.unpublished()
                .read("2026-03-01T12:00:00Z", LIKES, 100)
                .read("2026-03-02T12:00:00Z", LIKES, 124)
                .days("Asia/Kolkata");

        // Midnight in Kolkata is 18:30 UTC.
        assertDay(days, "2026-03-01", LIKES, 6.5, true, false);
        assertDay(days, "2026-03-02", LIKES, 17.5, true, true);
    }

    @Test
    void daysAreAsLongAsTheClocksMakeThem() {
        var berlin = History.unpublished()
                .read("2026-03-28T23:00:00Z", LIKES, 0)
                .read("2026-03-30T22:00:00Z", LIKES, 47)
                .days("Europe/Berlin");
        assertDay(berlin, "2026-03-29", LIKES, 23, true, false);
        assertDay(berlin, "2026-03-30", LIKES, 24, true, false);

        var autumn = History.unpublished()
                .read("2026-10-24T22:00:00Z", LIKES, 0)
                .read("2026-10-26T23:00:00Z", LIKES, 49)
                .days("Europe/Berlin");
        assertDay(autumn, "2026-10-25", LIKES, 25, true, false);

        var lordHowe = History.unpublished()
                .read("2026-04-04T13:00:00Z", LIKES, 0)
                .read("2026-04-06T13:30:00Z", LIKES, 48.5)
                .days("Australia/Lord_Howe");
        assertDay(lordHowe, "2026-04-05", LIKES, 24.5, true, false);
        assertDay(lordHowe, "2026-04-06", LIKES, 24, true, false);
    }

    @Test
    void aMetricThatSomeReadingsLackIsJoinedOverThoseThatReportIt() {
        var days = History.unpublished()
                .read("2026-03-02T00:00:00Z", LIKES, 0, IMPRESSIONS, 100)
                .read("2026-03-03T00:00:00Z", LIKES, 5)
                .read("2026-03-04T00:00:00Z", LIKES, 5, IMPRESSIONS, 148)
                .read("2026-03-05T00:00:00Z", LIKES, 6)
                .days("UTC");

        assertDay(days, "2026-03-02", LIKES, 5, true, false);
        assertThat(day(days, "2026-03-02").of(IMPRESSIONS)).isEqualTo(24);
        assertThat(day(days, "2026-03-03").of(IMPRESSIONS)).isEqualTo(24);
        assertDay(days, "2026-03-04", LIKES, 1, false, false);
        assertThat(day(days, "2026-03-04").of(IMPRESSIONS)).as("not read since").isNull();
    }

    @Test
    void aMetricThatEndsBeforeTheOthersHasACutDayNotAnOpenOne() {
        var days = History.unpublished()
                .read("2026-03-02T00:00:00Z", LIKES, 0, IMPRESSIONS, 0)
                .read("2026-03-02T12:00:00Z", LIKES, 0, IMPRESSIONS, 9)
                .read("2026-03-03T00:00:00Z", LIKES, 0)
                .days("UTC");

        assertDay(days, "2026-03-02", IMPRESSIONS, 9, true, false);
    }

    @Test
    void peopleAreNeverCutIntoDaysButTimeIs() {
        var days = History.unpublished()
                .read("2026-03-02T00:00:00Z", REACH, 10, WATCH_TIME_SECONDS, 1.5)
                .read("2026-03-03T00:00:00Z", REACH, 30, WATCH_TIME_SECONDS, 2.25)
                .days("UTC");

        assertThat(day(days, "2026-03-02").of(REACH)).isNull();
        assertThat(day(days, "2026-03-02").of(WATCH_TIME_SECONDS)).isEqualTo(0.75);
    }

    @Test
    void nothingIsEstimatedWhereNothingChanged() {
        var days = History.unpublished()
                .read("2026-03-02T12:00:00Z", LIKES, 50)
                .read("2026-03-04T12:00:00Z", LIKES, 50)
                .read("2026-03-06T12:00:00Z", LIKES, 50)
                .days("UTC");

        assertThat(day(days, "2026-03-02").estimated())
                .as("its start is unknown")
                .isTrue();
        assertDay(days, "2026-03-03", LIKES, 0, false, false);
        assertDay(days, "2026-03-05", LIKES, 0, false, false);
        assertDay(days, "2026-03-06", LIKES, 0, false, true);
    }

    @Test
    void aPostReadBeforeItsPublicationWasBornWithThatReading() {
        var days = History.published("2026-03-03T00:00:00Z")
                .read("2026-03-02T23:00:00Z", LIKES, 3)
                .read("2026-03-04T00:00:00Z", LIKES, 10)
                .days("UTC");

        assertThat(day(days, "2026-03-02").of(LIKES)).isGreaterThan(3);
        assertThat(total(days, LIKES)).isEqualTo(10);
    }

    @Test
    void aPostReadAtTheInstantOfItsPublicationHasThatOnTheDay() {
        var days = History.published("2026-03-03T00:00:00Z")
                .read("2026-03-03T00:00:00Z", LIKES, 3)
                .days("UTC");

        assertThat(days).hasSize(1);
        assertDay(days, "2026-03-03", LIKES, 3, false, true);
    }

    @Test
    void aStoryReadInItsLastHourIsComplete() {
        History story = History.published("2026-03-02T10:00:00Z")
                .on(Platform.INSTAGRAM, ContentType.STORY)
                .read("2026-03-03T00:00:00Z", IMPRESSIONS, 80)
                .read("2026-03-03T09:10:00Z", IMPRESSIONS, 100);
        History post = History.published("2026-03-02T10:00:00Z")
                .read("2026-03-03T00:00:00Z", IMPRESSIONS, 80)
                .read("2026-03-03T09:10:00Z", IMPRESSIONS, 100);

        assertDay(story.days("UTC"), "2026-03-03", IMPRESSIONS, 20, false, false);
        assertDay(post.days("UTC"), "2026-03-03", IMPRESSIONS, 20, false, true);
        assertThat(story.activity("UTC").atAges()).as("it never was a day old").isEmpty();
    }

    @Test
    void aDayIsImportedWhereAnExportFileIsBehindEitherOfItsEnds() {
        var days = History.published("2026-03-02T10:00:00Z")
                .read("2026-03-03T00:00:00Z", LIKES, 10)
                .read("2026-03-04T00:00:00Z", LIKES, 12)
                .file("2026-03-05T12:00:00Z", LIKES, 20)
                .read("2026-03-07T00:05:00Z", LIKES, 25)
                .read("2026-03-08T00:00:00Z", LIKES, 26)
                .days("UTC");

        assertThat(imported(days)).containsExactly("2026-03-04", "2026-03-05", "2026-03-06");
    }

    @Test
    void whatAFileSaysInTheMiddleOfADayThatWasReadAtBothEndsChangesNothing() {
        var days = History.published("2026-03-02T10:00:00Z")
                .read("2026-03-03T00:00:00Z", LIKES, 10)
                .file("2026-03-03T12:00:00Z", LIKES, 11)
                .read("2026-03-04T00:00:00Z", LIKES, 12)
                .days("UTC");

        assertThat(imported(days)).isEmpty();
    }

    @Test
    void fromItsBirthToTheReadingOfAFileAPostIsImported() {
        var days = History.published("2026-03-02T10:00:00Z")
                .file("2026-03-03T06:00:00Z", LIKES, 10)
                .file("2026-03-04T06:00:00Z", LIKES, 11)
                .days("UTC");

        assertThat(imported(days)).containsExactly("2026-03-02", "2026-03-03", "2026-03-04");
    }

    @Test
    void ofOneMetricAloneADayIsImportedToo() {
        var days = History.published("2026-03-02T10:00:00Z")
                .read("2026-03-03T00:00:00Z", LIKES, 10, IMPRESSIONS, 50)
                .read("2026-03-04T00:00:00Z", LIKES, 12)
                .file("2026-03-05T00:00:00Z", IMPRESSIONS, 90)
                .read("2026-03-05T00:00:00Z", LIKES, 12)
                .days("UTC");

        assertThat(imported(days)).containsExactly("2026-03-03", "2026-03-04");
    }

    private static List<String> imported(Map<Integer, Day> days) {
        return days.entrySet().stream()
                .filter(day -> day.getValue().imported())
                .map(day -> LocalDate.ofEpochDay(day.getKey()).toString())
                .toList();
    }

    private static void assertDay(
            Map<Integer, Day> days, String day, Metric metric, double value, boolean estimated, boolean unfinished) {
        Day found = day(days, day);
        assertThat(found.of(metric)).isEqualTo(value);
        assertThat(found.estimated()).as("estimated %s", day).isEqualTo(estimated);
        assertThat(found.unfinished()).as("unfinished %s", day).isEqualTo(unfinished);
    }

    private static Day day(Map<Integer, Day> days, String day) {
        return Objects.requireNonNull(days.get(epochDay(day)), day);
    }

    private static int epochDay(String day) {
        return Math.toIntExact(LocalDate.parse(day).toEpochDay());
    }

    private static double total(Map<Integer, Day> days, Metric metric) {
        return days.values().stream()
                        .mapToLong(day -> day.thousandths().getOrDefault(metric, 0L))
                        .sum()
                / 1000.0;
    }
}
