package io.tidemark.metric;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneId;
import java.util.EnumSet;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PlatformTest {
    @Test
    void googleAndMetaCutTheirDaysInCalifornia() {
        EnumSet<Platform> pacific =
                EnumSet.of(Platform.FACEBOOK, Platform.INSTAGRAM, Platform.THREADS, Platform.YOUTUBE);
        assertThat(Platform.values())
                .allSatisfy(platform -> assertThat(platform.bucketZone())
                        .isEqualTo(ZoneId.of(pacific.contains(platform) ? "America/Los_Angeles" : "UTC")));
    }

    @Test
    void aDaySettlesWhenThePlatformSaysItsDataIsReady() {
        Map<Platform, Integer> days = Map.of(
                Platform.LINKEDIN, 2,
                Platform.X, 1,
                Platform.FACEBOOK, 1,
                Platform.INSTAGRAM, 2,
                Platform.THREADS, 1,
                Platform.YOUTUBE, 3,
                Platform.TIKTOK, 2,
                Platform.PINTEREST, 2,
                Platform.BLUESKY, 0,
                Platform.MASTODON, 0);
        assertThat(days)
                .hasSize(Platform.values().length)
                .allSatisfy(
                        (platform, settle) -> assertThat(platform.settleDays()).isEqualTo(settle));
    }
}
