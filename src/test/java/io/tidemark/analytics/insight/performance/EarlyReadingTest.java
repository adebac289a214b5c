package io.tidemark.analytics.insight.performance;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.analytics.Coverage;
import io.tidemark.analytics.Filters;
import io.tidemark.analytics.View;
import io.tidemark.frame.ActivityFrame;
import io.tidemark.frame.Ages;
import io.tidemark.frame.DayFrame;
import io.tidemark.frame.Frame;
import io.tidemark.frame.FrameAccount;
import io.tidemark.frame.GrowthPath;
import io.tidemark.frame.Labels;
import io.tidemark.frame.PostDays;
import io.tidemark.frame.PostFrame;
import io.tidemark.frame.PostGrowth;
import io.tidemark.frame.Restatements;
import io.tidemark.frame.Wordings;
import io.tidemark.metric.Boosted;
import io.tidemark.metric.ContentType;
import io.tidemark.metric.Growing;
import io.tidemark.metric.GrowthCurve;
import io.tidemark.metric.Metric;
import io.tidemark.metric.MetricValues;
import io.tidemark.metric.Platform;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class EarlyReadingTest {
    private static final Instant NOW = Instant.parse("2026-11-20T12:00:00Z");
    private static final double PACE = 40;
    private static final double TOTAL = 500;

    @Test
    void aPostThatWasReadALittleBeforeItWasOldEnoughIsAmongThoseExpected() {
        Frame frame = frame(60);

        Performance newest = new Performances(new View(frame, Filters.NONE, NOW), Growing.ENGAGEMENT).of(59);

        assertThat(newest.evidence().n()).isEqualTo(60);
        assertThat(newest.evidence().coverage()).isEqualTo(new Coverage(Coverage.Unit.POST, 60, 60, 60));
    }

    /// The newest has been settled for its last reading, and is an hour short of it by now.
    private static Instant publishedAt(int i, int size) {
        Duration settled = Duration.ofHours((long) Growing.settledAt(Platform.INSTAGRAM));
        return NOW.minus(settled).plus(Duration.ofHours(1)).minus(Duration.ofDays(size - 1L - i));
    }

    private static Frame frame(int size) {
        List<FrameAccount> accounts = List.of(new FrameAccount(1, Platform.INSTAGRAM, "shop", "Shop", true));
        PostFrame.Builder builder = PostFrame.builder(size);
        for (int i = 0; i < size; i++) {
            Instant at = publishedAt(i, size);
            builder.add(
                    i + 1,
                    0,
                    at.getEpochSecond(),
                    LocalDate.ofInstant(at, ZoneOffset.UTC),
                    ContentType.IMAGE,
                    Boosted.NO,
                    MetricValues.of(Map.of(Metric.LIKES, TOTAL, Metric.COMMENTS, 1.0, Metric.SHARES, 1.0)));
        }
        PostFrame posts = builder.build();
        PostGrowth.Builder growth = PostGrowth.builder(posts);
        for (int i = 0; i < size; i++) {
            double age = Duration.between(publishedAt(i, size), NOW).toHours();
            growth.add(i + 1, Map.of(Growing.ENGAGEMENT, new GrowthPath(age, counts())));
        }
        PostGrowth read = growth.build();
        return new Frame(
                1,
                1,
                ZoneOffset.UTC,
                DayOfWeek.MONDAY,
                null,
                null,
                null,
                accounts,
                posts,
                DayFrame.builder(0).build(),
                Labels.NONE,
                ActivityFrame.NONE,
                Ages.NONE,
                () -> read,
                PostDays.none(posts, accounts),
                Wordings.none(posts),
                Restatements.NONE);
    }

    private static float[] counts() {
        GrowthCurve curve = new GrowthCurve(PACE, 1.4, 0.2);
        double whole = curve.fraction(Growing.settledAt(Platform.INSTAGRAM));
        float[] counts = new float[Growing.knots(Platform.INSTAGRAM)];
        for (int j = 0; j < counts.length; j++) {
            counts[j] = (float) Math.rint(TOTAL * curve.fraction(Growing.knot(j)) / whole);
        }
        return counts;
    }
}
