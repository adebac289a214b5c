package io.tidemark.analytics.insight.effect;

import io.tidemark.frame.Frame;
import io.tidemark.metric.ContentType;
import io.tidemark.metric.Platform;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/// Accounts whose truth is known: thirty hashtags, of which a few work, and which are used more on some content types
/// and in some campaigns, which do well for reasons of their own.
///
/// The logarithm of a post's engagement is 5, plus what its type, its campaign, the growth of the account and its
/// hashtags bring, plus normal noise of deviation 0.75; one post in 25 goes viral (Pareto with exponent 2).
final class EffectWorld {
    static final int HASHTAGS = 30;

    private static final Duration SPAN = Duration.ofDays(300);
    private static final Instant LAST = EffectFrames.NOW.minus(Duration.ofDays(45));
    private static final ContentType[] TYPES = {ContentType.IMAGE, ContentType.VIDEO, ContentType.CAROUSEL};
    private static final double[] TYPE_SHARES = {0.5, 0.3, 0.2};
    private static final double[] TYPE_EFFECTS = {0, 0.25, 0.6};
    private static final int CAMPAIGNS = 3;
    private static final double CAMPAIGN_LENGTH = 0.12;

    private final Random random;
    private final double[] effects = new double[HASHTAGS];
    private final double[] rates = new double[HASHTAGS];
    private final int[] favouriteType = new int[HASHTAGS];
    private final int[] campaign = new int[HASHTAGS];
    private final double[] campaignStarts = new double[CAMPAIGNS];
    private final double[] campaignEffects = new double[CAMPAIGNS];
    private final List<Post> posts = new ArrayList<>();
    private final boolean confounded;
    private final EffectFrames frames = new EffectFrames().account(Platform.X);

    /// @param hashtags by number
    record Post(boolean[] hashtags, double engagement) {}

    /// @param real how many hashtags work: by 15 to 65 percent
    /// @param confounded whether types, campaigns and growth make differences
    EffectWorld(long seed, int count, int real, boolean confounded) {
        random = new Random(seed);
        this.confounded = confounded;
        for (int c = 0; c < CAMPAIGNS; c++) {
            campaignStarts[c] = (c + random.nextDouble() * (1 - CAMPAIGN_LENGTH * CAMPAIGNS)) / CAMPAIGNS;
            campaignEffects[c] = confounded ? 0.5 * random.nextDouble() : 0;
        }
        for (int tag = 0; tag < HASHTAGS; tag++) {
            rates[tag] = 0.04 * Math.exp(random.nextDouble() * Math.log(6));
            favouriteType[tag] = random.nextInt(2) == 0 ? random.nextInt(TYPES.length) : -1;
            campaign[tag] = random.nextInt(4) == 0 ? random.nextInt(CAMPAIGNS) : -1;
        }
        for (int i = 0; i < real; i++) {
            effects[i * HASHTAGS / real] = Math.log(1.15 + 0.5 * random.nextDouble());
        }
        for (int i = 0; i < count; i++) {
            add((i + random.nextDouble()) / count);
        }
    }

    private void add(double time) {
        int type = pick();
        int running = -1;
        for (int c = 0; c < CAMPAIGNS; c++) {
            running = time >= campaignStarts[c] && time < campaignStarts[c] + CAMPAIGN_LENGTH ? c : running;
        }
        double log = 5 + (confounded ? TYPE_EFFECTS[type] + 0.5 * time : 0);
        log += running >= 0 ? campaignEffects[running] : 0;
        boolean[] used = new boolean[HASHTAGS];
        StringBuilder text = new StringBuilder("a".repeat(random.nextInt(300)));
        for (int tag = 0; tag < HASHTAGS; tag++) {
            used[tag] = random.nextDouble() < rate(tag, type, running);
            log += used[tag] ? effects[tag] : 0;
            text.append(used[tag] ? " #tag" + tag : "");
        }
        log += 0.75 * random.nextGaussian();
        log -= random.nextDouble() < 0.04 ? Math.log(1 - random.nextDouble()) / 2 : 0;
        Instant at = LAST.minus(SPAN).plusSeconds((long) (time * SPAN.toSeconds()));
        frames.post(0, at, TYPES[type], text.toString(), log);
        posts.add(new Post(used, Math.rint(Math.exp(log))));
    }

    private double rate(int tag, int type, int running) {
        double rate = rates[tag];
        rate *= favouriteType[tag] < 0 ? 1 : favouriteType[tag] == type ? 2.5 : 0.4;
        rate *= campaign[tag] < 0 ? 1 : campaign[tag] == running ? 4 : 0.6;
        return Math.min(rate, 0.9);
    }

    private int pick() {
        double share = random.nextDouble();
        int type = 0;
        while (type < TYPE_SHARES.length - 1 && share >= TYPE_SHARES[type]) {
            share -= TYPE_SHARES[type++];
        }
        return type;
    }

    /// What a hashtag brings, on the logarithm.
    double effect(int tag) {
        return effects[tag];
    }

    List<Post> posts() {
        return posts;
    }

    Frame frame() {
        return frames.build();
    }
}
