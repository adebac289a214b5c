package io.tidemark.analytics.insight.performance;

import io.tidemark.analytics.Coverage;
import io.tidemark.analytics.View;
import io.tidemark.analytics.insight.Evidence;
import io.tidemark.analytics.insight.performance.GrowthModel.Kind;
import io.tidemark.frame.Frame;
import io.tidemark.frame.FrameAccount;
import io.tidemark.metric.ContentType;
import io.tidemark.metric.Growing;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// For how long posts live: the age at which half of what they settle at has come, and the curve on which
/// it comes, by account and content type (`half_life/1`). It is told from the posts in view among the newest
/// settled ones of their account and type.
public final class HalfLives {
    public static final String METHOD = "half_life/1";

    private final View view;
    private final GrowthHistory history;
    private final Map<Kind, List<SettledPost>> settled = new LinkedHashMap<>();

    private HalfLives(View view, Growing count) {
        this.view = view;
        history = new GrowthHistory(view, count);
        history.forEachSettled((row, post) -> {
            if (view.hasPost(row)) {
                settled.computeIfAbsent(history.kind(row), first -> new ArrayList<>())
                        .add(post);
            }
        });
    }

    /// Of the accounts and types that have settled posts in view, those with the most first.
    public static HalfLivesAnswer of(View view, Growing count) {
        return new HalfLives(view, count).answer();
    }

    private HalfLivesAnswer answer() {
        Frame frame = view.frame();
        List<HalfLivesAnswer.Row> rows = new ArrayList<>();
        for (int account = 0; account < view.accountCount(); account++) {
            FrameAccount of = frame.accounts().get(account);
            for (ContentType type : ContentType.values()) {
                List<SettledPost> posts = settled.get(new Kind(of.id(), of.platform(), type));
                if (posts != null) {
                    rows.add(row(of, type, posts));
                }
            }
        }
        rows.sort(Comparator.comparingInt(
                        (HalfLivesAnswer.Row row) -> row.evidence().coverage().items())
                .reversed());
        return new HalfLivesAnswer(
                frame.businessId(), frame.dataVersion(), frame.asOf(), frame.lastCollectedAt(), history.count(), rows);
    }

    private HalfLivesAnswer.Row row(FrameAccount account, ContentType type, List<SettledPost> posts) {
        HalfLife life = HalfLife.of(account.platform(), posts);
        return new HalfLivesAnswer.Row(
                new HalfLivesAnswer.Account(account.id(), account.platform(), account.handle(), account.name()),
                type,
                Growing.settledAt(account.platform()),
                life.usual(),
                points(history.curveOf(account.platform(), posts)),
                evidence(life, view.now()));
    }

    private static List<HalfLivesAnswer.Point> points(LearnedCurve curve) {
        List<HalfLivesAnswer.Point> points = new ArrayList<>();
        for (int j = 0; j < curve.knots(); j++) {
            double share = curve.share(j);
            double spread = Math.exp(1.645 * Math.sqrt(curve.variance(j)));
            points.add(new HalfLivesAnswer.Point(
                    Growing.knot(j), share, share / spread, Math.min(1, share * spread), curve.posts(j)));
        }
        return points;
    }

    private static Evidence evidence(HalfLife life, Instant now) {
        return new Evidence(
                life.hours(),
                life.low(),
                life.high(),
                life.hours() == null ? null : Double.valueOf(Performances.LEVEL),
                life.posts(),
                null,
                new Coverage(Coverage.Unit.POST, life.posts(), life.counted(), life.settled()),
                0,
                now,
                METHOD,
                life.status(),
                life.reason());
    }
}
