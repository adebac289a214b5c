package io.tidemark.derive;

import io.tidemark.analytics.insight.performance.BreakoutRule;
import io.tidemark.analytics.insight.performance.GrowthModel;
import io.tidemark.analytics.insight.performance.GrowthModel.Kind;
import io.tidemark.frame.GrowthPath;
import io.tidemark.ledger.Breakout;
import io.tidemark.ledger.BreakoutDesk;
import io.tidemark.ledger.PostGrown;
import io.tidemark.metric.Boosted;
import io.tidemark.metric.ContentType;
import io.tidemark.metric.Growing;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// While a source is appended: which of the posts that it read break out, and what came of those of which
/// that was said.
///
/// Only of posts that were read within the last day, so that a file of old readings raises no alarm.
/// Boosted posts, stories and replies are left out: money, a day of life and an audience that is already
/// there make them another game.
final class BreakoutWatch {
    private static final Duration NEWS = Duration.ofDays(1);
    private static final double SECONDS_PER_HOUR = 3_600;

    private final BreakoutDesk desk;
    private final Set<Long> open;
    private final List<Candidate> candidates = new ArrayList<>();
    private final Map<Long, Double> settled = new HashMap<>();

    private record Candidate(long postId, Kind kind, Instant publishedAt, double engagement, double age) {}

    BreakoutWatch(BreakoutDesk desk) {
        this.desk = desk;
        open = desk.open();
    }

    void look(PostStanding post, PostGrown grown) {
        GrowthPath path = grown.paths().get(Growing.ENGAGEMENT);
        Instant published = post.version().publishedAt();
        if (path == null || published == null) {
            return;
        }
        double engagement = CurrentPosts.engagement(post);
        if (path.lastAge() >= Growing.settledAt(post.history().platform())) {
            double total = Float.isNaN(path.settled()) ? engagement : path.settled();
            if (open.contains(grown.postId()) && !Double.isNaN(total)) {
                settled.put(grown.postId(), total);
            }
        } else if (engagement >= BreakoutRule.FEWEST_COUNTED && isAmongThose(post, path.lastAge(), published)) {
            Kind kind = new Kind(
                    post.history().accountId(),
                    post.history().platform(),
                    post.version().contentType());
            candidates.add(new Candidate(grown.postId(), kind, published, engagement, path.lastAge()));
        }
    }

    private boolean isAmongThose(PostStanding post, double age, Instant published) {
        ContentType type = post.version().contentType();
        Instant readAt = published.plusSeconds(Math.round(age * SECONDS_PER_HOUR));
        return type != ContentType.STORY
                && type != ContentType.REPLY
                && post.version().boosted() != Boosted.YES
                && !post.version().deleted()
                && !readAt.isBefore(desk.now().minus(NEWS))
                && !readAt.isAfter(desk.now().plus(NEWS));
    }

    /// @param curves from which is known what is usual; asked only where a post may break out
    void finish(BreakoutCurves curves) {
        settled.forEach(desk::settle);
        if (!candidates.isEmpty()) {
            GrowthModel model = curves.of(desk);
            candidates.forEach(candidate -> judge(candidate, model));
        }
    }

    private void judge(Candidate candidate, GrowthModel model) {
        Kind kind = candidate.kind();
        BreakoutRule.judge(model.of(kind), candidate.engagement(), candidate.age())
                .ifPresent(verdict -> desk.say(
                        new Breakout(
                                candidate.postId(),
                                level(verdict.level()),
                                desk.now(),
                                kind.accountId(),
                                kind.platform(),
                                "",
                                candidate.publishedAt(),
                                candidate.age(),
                                candidate.engagement(),
                                verdict.expected(),
                                verdict.usual(),
                                verdict.settlesAt(),
                                verdict.chance(),
                                verdict.posts(),
                                null),
                        BreakoutRule.METHOD));
    }

    private static Breakout.Level level(BreakoutRule.Level level) {
        return switch (level) {
            case WATCH -> Breakout.Level.WATCH;
            case ALERT -> Breakout.Level.ALERT;
        };
    }
}
