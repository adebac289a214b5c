package io.tidemark.analytics.insight;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.tidemark.metric.Platform;
import org.junit.jupiter.api.Test;

class SettlingTest {
    @Test
    void youngPostsCountLess() {
        Settling x = new Settling(Platform.X);
        assertThat(x.variance(10, 200)).isZero();
        assertThat(x.expected(10, 200)).isCloseTo(Math.log(10.5), within(1e-12));
        assertThat(x.variance(10, 2)).isGreaterThan(x.variance(10, 20));
        assertThat(x.expected(10, 2)).isGreaterThan(x.expected(10, 20));
    }
}
