package io.tidemark.analytics.insight.performance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.tidemark.analytics.insight.EvidenceStatus;
import io.tidemark.metric.Growing;
import io.tidemark.metric.GrowthCurve;
import io.tidemark.metric.Platform;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class HalfLifeTest {
    @Test
    void itIsTheAgeAtWhichPostsHaveHalfOfWhatTheySettleAt() {
        HalfLife life = HalfLife.of(Platform.INSTAGRAM, posts(60, 40, 500, 0));

        assertThat(life.status()).isEqualTo(EvidenceStatus.OK);
        assertThat(life.posts()).isEqualTo(60);
        // What is usual is about 21 hours, and counts for little beside 60 posts.
        assertThat(life.hours()).isBetween(34.0, 48.0);
        assertThat(life.low()).isLessThan(life.hours());
        assertThat(life.high()).isGreaterThan(life.hours()).isLessThan(60);
        assertThat(life.usual()).isCloseTo(20.8, within(0.1));
    }

    @Test
    void fewPostsArePulledTowardsWhatIsUsualAndAreProvisional() {
        HalfLife few = HalfLife.of(Platform.INSTAGRAM, posts(6, 40, 500, 0));
        HalfLife many = HalfLife.of(Platform.INSTAGRAM, posts(60, 40, 500, 0));

        assertThat(few.hours()).isGreaterThan(few.usual()).isLessThan(many.hours());
        assertThat(few.status()).isEqualTo(EvidenceStatus.PROVISIONAL);
        assertThat(few.reason()).isEqualTo("few_posts");
    }

    @Test
    void postsThatWereReadLateOrHaveLittleDoNotTell() {
        HalfLife late = HalfLife.of(Platform.INSTAGRAM, posts(60, 40, 500, 8));
        HalfLife little = HalfLife.of(Platform.INSTAGRAM, posts(60, 40, 15, 0));
        HalfLife quick = HalfLife.of(Platform.INSTAGRAM, posts(60, 0.05, 500, 0));

        assertThat(late.hours()).isNull();
        assertThat(late.reason()).isEqualTo("read_too_rarely");
        assertThat(little.hours()).isNull();
        assertThat(little.reason()).isEqualTo("too_few_posts");
        assertThat(quick.hours()).as("half of it came before the first reading").isNull();
        assertThat(quick.reason()).isEqualTo("read_too_rarely");
    }

    /// @param unread the first knots at which nothing is known
    private static List<SettledPost> posts(int count, double pace, double total, int unread) {
        List<SettledPost> posts = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            GrowthCurve curve = new GrowthCurve(pace * Math.exp(0.3 * Math.sin(i * 2.4)), 1.4, 0.2);
            float[] counts = new float[Growing.knots(Platform.INSTAGRAM)];
            double whole = curve.fraction(Growing.settledAt(Platform.INSTAGRAM));
            for (int j = 0; j < counts.length; j++) {
                counts[j] = (float) Math.rint(total * curve.fraction(Growing.knot(j)) / whole);
            }
            Arrays.fill(counts, 0, unread, Float.NaN);
            posts.add(new SettledPost(total, counts));
        }
        return posts;
    }
}
