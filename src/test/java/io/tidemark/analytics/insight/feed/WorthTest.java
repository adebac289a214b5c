package io.tidemark.analytics.insight.feed;

import static io.tidemark.analytics.insight.feed.Findings.NOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class WorthTest {
    @Test
    void aChangeIsAsLargeAsTheCautiousEndOfItsIntervalSays() {
        // From +41 % to +59 %: 1.414 is half of a doubling.
        Worth rise = Worth.of(Findings.change("impressions", 0.5, 0.0858), 0, NOW, NOW);
        // From -60 % to -50 %: halved at least.
        Worth fall = Worth.of(Findings.change("impressions", -0.55, 0.05), 0, NOW, NOW);
        Worth perhapsNone = Worth.of(Findings.change("impressions", 0.5, 0.6), 0, NOW, NOW);

        assertThat(rise.size()).isCloseTo(0.5, within(0.001));
        assertThat(fall.size()).isCloseTo(1, within(1e-9));
        assertThat(perhapsNone.value()).isZero();
    }

    @Test
    void whatIsLessSureAndOlderIsWorthLess() {
        Worth sure = Worth.of(Findings.change("impressions", -0.55, 0.05), 0.04, NOW, NOW);
        Worth old = Worth.of(Findings.change("impressions", -0.55, 0.05), 0.04, NOW.minus(Duration.ofDays(28)), NOW);

        assertThat(sure.certainty()).isCloseTo(0.96, within(1e-9));
        assertThat(old.recency()).isCloseTo(0.25, within(1e-9));
        assertThat(old.value()).isCloseTo(sure.value() / 4, within(1e-9));
        assertThat(Worth.of(Findings.undecided("impressions", 0.5), 0.3, NOW, NOW)
                        .value())
                .isLessThan(0.1);
    }
}
