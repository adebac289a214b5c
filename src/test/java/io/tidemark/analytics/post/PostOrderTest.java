package io.tidemark.analytics.post;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.metric.Metric;
import java.util.Arrays;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;

class PostOrderTest {
    private static final double[] ASCENDING = {
        -1e300, -2, -0.5, 0, Double.MIN_VALUE, 0.25, 1, 1.5, 9_007_199_254_740_992.0, Double.MAX_VALUE
    };

    @Test
    void placesCompareAsValuesDoAndMissingOnesAreLastBothWays() {
        PostOrder up = PostOrder.find("likes").orElseThrow();
        PostOrder down = PostOrder.find("-likes").orElseThrow();
        long[] upwards = Arrays.stream(ASCENDING).mapToLong(up::place).toArray();
        long[] downwards = DoubleStream.iterate(ASCENDING.length - 1, i -> i - 1)
                .limit(ASCENDING.length)
                .mapToLong(i -> down.place(ASCENDING[(int) i]))
                .toArray();

        assertThat(upwards).isSorted().doesNotHaveDuplicates();
        assertThat(downwards).isSorted().doesNotHaveDuplicates();
        assertThat(up.place(Double.NaN)).isGreaterThan(upwards[upwards.length - 1]);
        assertThat(down.place(Double.NaN)).isGreaterThan(downwards[downwards.length - 1]);
        assertThat(up.place(-0.0)).isEqualTo(up.place(0.0));
    }

    @Test
    void keysAreTheMetricsOfPostsAndWhatIsDerivedFromThem() {
        assertThat(PostOrder.find("-engagement_rate")).hasValue(new PostOrder(PostKey.Derived.ENGAGEMENT_RATE, true));
        assertThat(PostOrder.find("reach")).hasValue(new PostOrder(new PostKey.OfMetric(Metric.REACH), false));
        assertThat(PostOrder.find("followers")).isEmpty();
        assertThat(PostOrder.find("--likes")).isEmpty();
        assertThat(PostOrder.NEWEST_FIRST.text()).isEqualTo("-published_at");
    }

    @Test
    void twoKeysAreReadAndWrittenWithACommaBetween() {
        PostOrder order = PostOrder.find("-likes,published_at").orElseThrow();

        assertThat(order.then()).isEqualTo(new PostOrder(PostKey.Derived.PUBLISHED_AT, false));
        assertThat(order.text()).isEqualTo("-likes,published_at");
        assertThat(PostOrder.find("-likes,likes")).isEmpty();
        assertThat(PostOrder.find("-likes,")).isEmpty();
        assertThat(PostOrder.find(",likes")).isEmpty();
        assertThat(PostOrder.find("likes,,saves")).isEmpty();
    }

    @Test
    void threeKeysAreTheMost() {
        PostOrder order = PostOrder.find("-likes,saves,-published_at").orElseThrow();

        assertThat(order.text()).isEqualTo("-likes,saves,-published_at");
        assertThat(PostOrder.find("-likes,saves,likes")).isEmpty();
        assertThat(PostOrder.find("likes,saves,shares,reach")).isEmpty();
    }
}
