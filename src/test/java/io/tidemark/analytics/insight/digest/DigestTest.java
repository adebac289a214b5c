package io.tidemark.analytics.insight.digest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tidemark.analytics.AnalyticsQuery;
import io.tidemark.analytics.BadQuery;
import io.tidemark.analytics.ChangeStatus;
import io.tidemark.analytics.Period;
import io.tidemark.analytics.insight.EvidenceStatus;
import io.tidemark.analytics.insight.Insight;
import io.tidemark.analytics.insight.InsightType;
import io.tidemark.analytics.insight.TimingFrames;
import io.tidemark.analytics.insight.digest.DigestAnswer.State;
import io.tidemark.analytics.insight.feed.FeedEntry;
import io.tidemark.analytics.insight.feed.NullBusiness;
import io.tidemark.frame.Frame;
import io.tidemark.metric.Metric;
import io.tidemark.metric.MetricValues;
import io.tidemark.metric.Platform;
import io.tidemark.words.Said;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// Now is Friday, 20 November 2026: the last whole week is that from 9 to 15 November.
class DigestTest {
    private static final LocalDate FIRST = LocalDate.parse("2026-03-01");
    private static final LocalDate LAST = LocalDate.parse("2026-11-19");
    private static final LocalDate MONDAY = LocalDate.parse("2026-11-09");

    @Test
    void theLastWholeWeekIsThatOfTheBusinessesZoneAndWeekStart() {
        // Monday already in Auckland, Sunday still in Los Angeles.
        Instant now = Instant.parse("2026-11-15T12:00:00Z");

        assertThat(Digest.lastWeek(ZoneId.of("Pacific/Auckland"), DayOfWeek.MONDAY, now))
                .isEqualTo(new Period(MONDAY, LocalDate.parse("2026-11-15")));
        assertThat(Digest.lastWeek(ZoneId.of("America/Los_Angeles"), DayOfWeek.MONDAY, now))
                .isEqualTo(new Period(LocalDate.parse("2026-11-02"), LocalDate.parse("2026-11-08")));
        assertThat(Digest.lastWeek(ZoneId.of("America/Los_Angeles"), DayOfWeek.SUNDAY, now))
                .isEqualTo(new Period(LocalDate.parse("2026-11-08"), LocalDate.parse("2026-11-14")));
    }

    @Test
    void aWeekLikeAllOthersIsCalm() {
        DigestAnswer digest = digest(daily(day -> 50.0), null);

        assertThat(digest.week().from()).isEqualTo(MONDAY);
        assertThat(digest.state()).isEqualTo(State.CALM);
        assertThat(digest.findings()).isEmpty();
        assertThat(digest.numbers())
                .filteredOn(number -> number.key().equals("impressions"))
                .singleElement()
                .satisfies(number -> {
                    assertThat(number.value()).isEqualTo(350);
                    assertThat(number.previous()).isEqualTo(350);
                    assertThat(number.changeStatus()).isEqualTo(ChangeStatus.OK);
                });
        assertThat(DigestText.of(digest, Said::english))
                .contains("A calm week", "Impressions: 350, 0%.", "Followers: missing.");
    }

    @Test
    void aWeekOfTenTimesAsMuchStandsOutWithItsEvidenceInWords() {
        Function<LocalDate, @Nullable Double> course =
                day -> (day.isBefore(MONDAY) ? 1 : 10) * (100.0 + day.toEpochDay() * 37 % 11);

        DigestAnswer digest = digest(daily(course), null);

        assertThat(digest.state()).isEqualTo(State.EVENTFUL);
        assertThat(digest.findings()).isNotEmpty();
        digest.findings()
                .forEach(entry -> assertThat(DigestText.of(digest, Said::english))
                        .contains(
                                entry.insight().title().english(),
                                "from " + entry.insight().evidence().n() + " "));
    }

    @Test
    void aWeekOfWhichNothingWasReportedIsNotCalmButUnknown() {
        DigestAnswer digest = digest(daily(day -> day.isBefore(MONDAY) ? 50.0 : null), null);

        assertThat(digest.state()).isEqualTo(State.NO_DATA);
        assertThat(digest.missing()).isNotEmpty();
        assertThat(DigestText.of(digest, Said::english))
                .contains("nothing can be said")
                .doesNotContain("calm", "Impressions: 0");
    }

    @Test
    void whatCannotBeDecidedIsCountedAndNotTold() {
        DigestAnswer digest = digest(NullBusiness.of(1, 300, 600), null);
        List<Insight> undecided = digest.findings().stream()
                .map(FeedEntry::insight)
                .filter(insight -> insight.evidence().status() == EvidenceStatus.NOT_ENOUGH_DATA)
                .toList();
        long usual = undecided.stream()
                .filter(insight -> insight.type() == InsightType.WITHIN_VARIATION)
                .count();

        assertThat(digest.state()).isEqualTo(State.CALM);
        assertThat(usual).isPositive();
        String text = DigestText.of(digest, Said::english);
        assertThat(text).contains("changed no more than they usually do: %d.".formatted(usual));
        undecided.forEach(
                insight -> assertThat(text).doesNotContain(insight.title().english()));
    }

    @Test
    void theBestPostsAreOfTheWeekAndCarryTheirEvidence() {
        DigestAnswer digest = digest(NullBusiness.of(1, 300, 600), null);

        assertThat(digest.best()).hasSize(3).allSatisfy(post -> {
            assertThat(LocalDate.ofInstant(post.publishedAt(), TimingFrames.BERLIN))
                    .isBetween(MONDAY, MONDAY.plusDays(6));
            assertThat(post.evidence().method()).isEqualTo("fair_rate/1");
        });
        assertThat(digest.best()).extracting(post -> -post.score()).isSorted();
    }

    @Test
    void anyDayNamesItsWeekUnlessThatIsNotOver() {
        Frame frame = daily(day -> 50.0);

        assertThat(digest(frame, LocalDate.parse("2026-10-07")).week().from()).isEqualTo("2026-10-05");
        assertThatThrownBy(() -> digest(frame, LocalDate.parse("2026-11-16")))
                .isInstanceOf(BadQuery.class)
                .hasMessageContaining("not over yet");
    }

    @Test
    void aDemonstrationSaysSo() {
        Frame frame = daily(day -> 50.0);
        DigestAnswer demo = Digest.compute(frame, AnalyticsQuery.DEFAULT, "Acme", true, null, TimingFrames.NOW);

        assertThat(DigestText.of(demo, Said::english))
                .startsWith("[Demonstration] Acme")
                .contains("made-up numbers");
        assertThat(DigestText.of(digest(frame, null), Said::english)).doesNotContainIgnoringCase("demonstration");
    }

    private static DigestAnswer digest(Frame frame, @Nullable LocalDate day) {
        return Digest.compute(frame, AnalyticsQuery.DEFAULT, "Acme", false, day, TimingFrames.NOW);
    }

    private static Frame daily(Function<LocalDate, @Nullable Double> impressions) {
        TimingFrames frames = new TimingFrames().account(Platform.LINKEDIN);
        FIRST.datesUntil(LAST.plusDays(1)).forEach(day -> {
            Double value = impressions.apply(day);
            if (value != null) {
                frames.day(
                        0,
                        day,
                        MetricValues.builder().put(Metric.IMPRESSIONS, value).build());
            }
        });
        return frames.build();
    }
}
