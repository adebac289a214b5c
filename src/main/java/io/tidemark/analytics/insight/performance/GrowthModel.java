package io.tidemark.analytics.insight.performance;

import io.tidemark.frame.PostGrowth;
import io.tidemark.metric.ContentType;
import io.tidemark.metric.Platform;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// How the posts of a business grow and what they come to, by account and content type. What few posts
/// show is pulled towards what the business's posts on the platform show, and that towards what is
/// shipped.
public final class GrowthModel {
    private final Map<Kind, KindGrowth> kinds = new HashMap<>();
    private final Map<Platform, LearnedCurve> platforms = new EnumMap<>(Platform.class);
    private final Map<Long, TypicalTotal> accounts = new HashMap<>();

    /// @param accountId in whatever numbering
    public record Kind(long accountId, Platform platform, ContentType type) {}

    /// What is known of the posts of an account and type.
    ///
    /// @param typical null where no post of the account has settled
    public record KindGrowth(LearnedCurve curve, @Nullable TypicalTotal typical) {
        /// How many settled posts of its own it rests on.
        public int posts() {
            return typical == null ? 0 : typical.posts();
        }
    }

    private GrowthModel(Builder builder) {
        Map<Platform, List<SettledPost>> byPlatform = new EnumMap<>(Platform.class);
        Map<Long, List<SettledPost>> byAccount = new HashMap<>();
        builder.settled.forEach((kind, posts) -> {
            byPlatform
                    .computeIfAbsent(kind.platform(), platform -> new ArrayList<>())
                    .addAll(posts);
            byAccount
                    .computeIfAbsent(kind.accountId(), account -> new ArrayList<>())
                    .addAll(posts);
        });
        byPlatform.forEach((platform, posts) ->
                platforms.put(platform, LearnedCurve.shipped(platform).learn(posts)));
        byAccount.forEach(
                (account, posts) -> accounts.put(account, Objects.requireNonNull(TypicalTotal.of(posts, null))));
        builder.settled.forEach((kind, posts) -> kinds.put(
                kind,
                new KindGrowth(
                        curveOf(kind.platform(), posts), TypicalTotal.of(posts, accounts.get(kind.accountId())))));
    }

    public static Builder builder() {
        return new Builder();
    }

    /// Also of a kind of which nothing has settled.
    public KindGrowth of(Kind kind) {
        KindGrowth known = kinds.get(kind);
        return known == null
                ? new KindGrowth(curve(kind.platform()), TypicalTotal.of(List.of(), accounts.get(kind.accountId())))
                : known;
    }

    /// How some posts of a platform grow, pulled towards all of the business's there.
    LearnedCurve curveOf(Platform platform, List<SettledPost> some) {
        return curve(platform).learn(some);
    }

    private LearnedCurve curve(Platform platform) {
        LearnedCurve known = platforms.get(platform);
        return known == null ? LearnedCurve.shipped(platform) : known;
    }

    /// Takes settled posts, of each kind the newest first.
    public static final class Builder {
        private final Map<Kind, List<SettledPost>> settled = new HashMap<>();

        private Builder() {}

        /// Leaves a post out where newer ones of its kind are enough.
        public void add(Kind kind, SettledPost post) {
            List<SettledPost> posts = settled.computeIfAbsent(kind, first -> new ArrayList<>());
            if (posts.size() < PostGrowth.HISTORY) {
                posts.add(post);
            }
        }

        public GrowthModel build() {
            return new GrowthModel(this);
        }
    }
}
