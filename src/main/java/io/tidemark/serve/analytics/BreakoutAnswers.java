package io.tidemark.serve.analytics;

import io.tidemark.analytics.Coverage;
import io.tidemark.analytics.View;
import io.tidemark.analytics.insight.Evidence;
import io.tidemark.analytics.insight.EvidenceStatus;
import io.tidemark.analytics.insight.performance.BreakoutRule;
import io.tidemark.analytics.insight.performance.BreakoutScore;
import io.tidemark.analytics.insight.performance.Performance;
import io.tidemark.analytics.insight.performance.Performances;
import io.tidemark.analytics.post.PostNumbers;
import io.tidemark.frame.Frame;
import io.tidemark.frame.PostFrame;
import io.tidemark.ledger.Breakout;
import io.tidemark.metric.Growing;
import io.tidemark.words.Sentence;
import io.tidemark.words.Value;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Puts together which posts break out, and how often that was right. Filters choose among what was said, and nothing
/// is judged anew for them: the posts listed are those in view, and the record, which a promise about all posts has to
/// answer for, is of the accounts in view whatever of their posts is looked at.
final class BreakoutAnswers {
    private static final Sentence RULE = Sentence.of(
            "breakout_rule",
            "A post breaks out when it is likely to settle at {times} times or more of what posts of its account and type"
                    + " usually come to: from a chance of {alert} on it is an alert, from {watch} on worth watching. It"
                    + " takes {engagements} engagements, and {posts} settled posts to know what is usual.");

    private final Posts posts;
    private final PostAnswers views;

    BreakoutAnswers(Posts posts) {
        this.posts = posts;
        views = new PostAnswers(posts);
    }

    BreakoutsAnswer answer(Asked asked) {
        Frame frame = asked.frame();
        PostNumbers numbers = PostAnswers.numbers(asked);
        View view = numbers.view();
        Set<Long> accounts = accounts(view);
        List<Breakout> all = posts.breakouts(asked.business().id(), asked.asOf()).stream()
                .filter(said -> accounts.contains(said.accountId()))
                .toList();
        Map<Long, Breakout> highest = highest(all);
        return new BreakoutsAnswer(
                frame.businessId(),
                frame.dataVersion(),
                frame.asOf(),
                frame.lastCollectedAt(),
                RULE.said(Map.of(
                        "times", Value.count(BreakoutRule.TIMES),
                        "alert", Value.percent(BreakoutRule.ALERT),
                        "watch", Value.percent(BreakoutRule.WATCH),
                        "engagements", Value.count(BreakoutRule.FEWEST_COUNTED),
                        "posts", Value.count(BreakoutRule.FEWEST_POSTS))),
                current(asked, numbers, highest),
                score(highest, Breakout.Level.ALERT, view.now()),
                score(highest, Breakout.Level.WATCH, view.now()));
    }

    private static Set<Long> accounts(View view) {
        Set<Long> accounts = new HashSet<>();
        for (int account = 0; account < view.accountCount(); account++) {
            if (view.has(account)) {
                accounts.add(view.frame().accounts().get(account).id());
            }
        }
        return accounts;
    }

    /// Of each post the strongest that was said.
    private static Map<Long, Breakout> highest(List<Breakout> all) {
        Map<Long, Breakout> highest = new LinkedHashMap<>();
        for (Breakout said : all) {
            highest.merge(said.postId(), said, (one, other) -> one.level() == Breakout.Level.ALERT ? one : other);
        }
        return highest;
    }

    private static BreakoutScore score(Map<Long, Breakout> highest, Breakout.Level level, Instant now) {
        return BreakoutScore.of(
                highest.values().stream()
                        .filter(said -> said.level() == level)
                        .map(said -> new BreakoutScore.Said(said.chance(), said.usual(), said.settled()))
                        .toList(),
                now);
    }

    private List<BreakoutsAnswer.Current> current(Asked asked, PostNumbers numbers, Map<Long, Breakout> highest) {
        View view = numbers.view();
        List<Breakout> open = highest.values().stream()
                .filter(said -> said.settled() == null && isYoung(said, view.now()))
                .sorted(Comparator.comparing(Breakout::level)
                        .thenComparing(Breakout::saidAt)
                        .reversed())
                .toList();
        Map<Long, Integer> rowsById = rows(view.posts(), open);
        Performances performances = new Performances(view, Growing.ENGAGEMENT);
        List<Breakout> shown = open.stream()
                .filter(said -> {
                    Integer row = rowsById.get(said.postId());
                    return row != null && view.hasPost(row) && performances.isGrowing(row);
                })
                .toList();
        int[] rows =
                shown.stream().mapToInt(said -> rowsById.get(said.postId())).toArray();
        List<PostView> seen = views.views(asked, numbers, rows);
        List<BreakoutsAnswer.Current> current = new ArrayList<>();
        for (int i = 0; i < rows.length; i++) {
            Performance performance = performances.of(rows[i]);
            current.add(new BreakoutsAnswer.Current(
                    shown.get(i).level(),
                    seen.get(i),
                    BreakoutsAnswer.Said.of(shown.get(i)),
                    performance,
                    evidence(performances.chanceToBreakOut(rows[i]), performance.evidence())));
        }
        return current;
    }

    private static boolean isYoung(Breakout said, Instant now) {
        long hours = Duration.between(said.publishedAt(), now).toHours();
        return hours < Growing.settledAt(said.platform());
    }

    private static Map<Long, Integer> rows(PostFrame frame, List<Breakout> wanted) {
        Set<Long> ids = new HashSet<>();
        wanted.forEach(said -> ids.add(said.postId()));
        Map<Long, Integer> rows = new HashMap<>();
        for (int row = frame.size() - 1; row >= 0 && rows.size() < ids.size(); row--) {
            if (ids.contains(frame.id(row))) {
                rows.put(frame.id(row), row);
            }
        }
        return rows;
    }

    private static Evidence evidence(double chance, Evidence ofPerformance) {
        boolean known = !Double.isNaN(chance);
        return new Evidence(
                known ? Double.valueOf(chance) : null,
                null,
                null,
                null,
                ofPerformance.n(),
                null,
                new Coverage(
                        Coverage.Unit.POST,
                        ofPerformance.coverage().reporting(),
                        ofPerformance.coverage().expected(),
                        ofPerformance.coverage().items()),
                ofPerformance.provisionalShare(),
                ofPerformance.asOf(),
                BreakoutRule.METHOD,
                known ? ofPerformance.status() : EvidenceStatus.NOT_ENOUGH_DATA,
                ofPerformance.reasonCode());
    }
}
