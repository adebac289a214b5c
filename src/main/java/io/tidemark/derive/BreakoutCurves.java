package io.tidemark.derive;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.tidemark.analytics.insight.performance.GrowthModel;
import io.tidemark.analytics.insight.performance.GrowthModel.Kind;
import io.tidemark.analytics.insight.performance.SettledPost;
import io.tidemark.ledger.BreakoutDesk;
import io.tidemark.metric.Growing;
import java.time.Duration;
import java.time.Instant;

/// How the posts of each business grow, as it was learned a few hours ago at most: a day brings a few
/// settled posts to hundreds, and appending is not to wait for reading all of them again.
final class BreakoutCurves {
    private static final Duration FRESH = Duration.ofHours(6);
    private static final int BUSINESSES = 1_000;

    private final Cache<Long, Learned> learned =
            Caffeine.newBuilder().maximumSize(BUSINESSES).build();

    private record Learned(Instant at, GrowthModel model) {}

    GrowthModel of(BreakoutDesk desk) {
        Learned known = learned.getIfPresent(desk.businessId());
        boolean fresh = known != null
                && !desk.now().isBefore(known.at())
                && desk.now().isBefore(known.at().plus(FRESH));
        if (known != null && fresh) {
            return known.model();
        }
        GrowthModel model = learn(desk);
        learned.put(desk.businessId(), new Learned(desk.now(), model));
        return model;
    }

    private static GrowthModel learn(BreakoutDesk desk) {
        GrowthModel.Builder builder = GrowthModel.builder();
        desk.forEachOldPost((account, platform, type, engagement, lastAge, counts) -> {
            boolean followed = counts.length > 0 && !Float.isNaN(counts[counts.length - 1]);
            double total = followed
                    ? counts[counts.length - 1]
                    : lastAge >= Growing.settledAt(platform) ? engagement : Double.NaN;
            if (!Double.isNaN(total)) {
                builder.add(new Kind(account, platform, type), new SettledPost(total, followed ? counts : null));
            }
        });
        return builder.build();
    }
}
