package io.tidemark.analytics.insight.effect;

import io.tidemark.frame.ActivityFrame;
import io.tidemark.frame.Ages;
import io.tidemark.frame.DayFrame;
import io.tidemark.frame.Frame;
import io.tidemark.frame.FrameAccount;
import io.tidemark.frame.Growth;
import io.tidemark.frame.Labels;
import io.tidemark.frame.PostDays;
import io.tidemark.frame.PostFrame;
import io.tidemark.frame.Restatements;
import io.tidemark.frame.Wordings;
import io.tidemark.ledger.label.TextTraits;
import io.tidemark.metric.Boosted;
import io.tidemark.metric.ContentType;
import io.tidemark.metric.Metric;
import io.tidemark.metric.MetricValues;
import io.tidemark.metric.Platform;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Businesses made of posts with known texts, of which it is known what these do.
public final class EffectFrames {
    public static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    public static final Instant NOW = Instant.parse("2026-11-20T12:00:00Z");

    private final List<FrameAccount> accounts = new ArrayList<>();
    private final PostFrame.Builder posts = PostFrame.builder(100);
    private final Map<Long, TextTraits> texts = new HashMap<>();
    private long id;
    private int readings;

    /// The first account has ordinal 0 and id 1.
    public EffectFrames account(Platform platform) {
        int account = accounts.size() + 1;
        accounts.add(new FrameAccount(account, platform, "account" + account, "Account " + account, true));
        return this;
    }

    /// A settled post.
    ///
    /// @param text null where nobody told it
    /// @param engagement on the logarithm; `NaN` where it is not reported
    public EffectFrames post(int account, Instant at, ContentType type, @Nullable String text, double engagement) {
        MetricValues.Builder values = MetricValues.builder().put(Metric.IMPRESSIONS, 2000);
        if (!Double.isNaN(engagement)) {
            boolean hasKinds = accounts.get(account).platform() == Platform.LINKEDIN;
            values.put(hasKinds ? Metric.REACTIONS : Metric.LIKES, Math.rint(Math.exp(engagement)))
                    .put(Metric.SHARES, 0)
                    .put(Metric.COMMENTS, 0)
                    .put(Metric.REPOSTS, 0)
                    .put(Metric.QUOTES, 0)
                    .put(Metric.SAVES, 0);
        }
        posts.add(
                ++id, account, at.getEpochSecond(), at.atZone(BERLIN).toLocalDate(), type, Boosted.NO, values.build());
        if (text != null) {
            texts.put(id, TextTraits.of(text));
        }
        return this;
    }

    /// How often texts were read since the frame was built.
    int readings() {
        return readings;
    }

    public Frame build() {
        PostFrame built = posts.build();
        Wordings wordings = new Wordings(built, wanted -> {
            readings++;
            for (long post : wanted.ids()) {
                TextTraits text = texts.get(post);
                if (text != null) {
                    wanted.post(post, text.length(), text.traits(), text.hashtags());
                }
            }
        });
        return new Frame(
                1,
                42,
                BERLIN,
                DayOfWeek.MONDAY,
                null,
                null,
                null,
                accounts,
                built,
                DayFrame.builder(0).build(),
                Labels.NONE,
                ActivityFrame.NONE,
                Ages.NONE,
                Growth.NONE,
                PostDays.none(built, accounts),
                wordings,
                Restatements.NONE);
    }
}
