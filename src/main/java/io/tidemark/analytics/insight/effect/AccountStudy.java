package io.tidemark.analytics.insight.effect;

import io.tidemark.analytics.View;
import io.tidemark.analytics.insight.AccountName;
import io.tidemark.analytics.insight.EligiblePosts;
import io.tidemark.analytics.insight.Evidence;
import io.tidemark.analytics.insight.ResponseMetric;
import io.tidemark.analytics.insight.ResponseReader;
import io.tidemark.analytics.insight.Responses;
import io.tidemark.frame.Wording;
import io.tidemark.metric.Platform;
import io.tidemark.words.Said;
import java.util.BitSet;
import java.util.List;

/// Looks at what works on one account at a time.
final class AccountStudy {
    private final View view;
    private final EligiblePosts eligible;
    private final ResponseReader reader;
    private final ResponseMetric metric;

    AccountStudy(View view, EligiblePosts eligible, ResponseReader reader, ResponseMetric metric) {
        this.view = view;
        this.eligible = eligible;
        this.reader = reader;
        this.metric = metric;
    }

    AccountEffects of(int account) {
        int[] rows = eligible.rows(account);
        Responses responses = reader.read(account, rows);
        StudiedPosts posts = new StudiedPosts(
                view.posts(),
                view.frame().zone(),
                responses,
                responses.size() == 0 ? Wording.NONE : view.frame().wordings().of(set(rows)));
        // What LinkedIn shows of a mention is a name like any other.
        Candidates candidates = new Candidates(posts, view.platform(account) != Platform.LINKEDIN);
        String obstacle = obstacle(account, responses, candidates);
        List<Estimate> estimates = obstacle.isEmpty() ? Estimate.of(candidates, responses) : List.of();
        boolean provided = reader.provided(view.platform(account));
        EffectEvidence evidence = new EffectEvidence(responses, rows.length, provided, view.now());
        List<Effect> effects = new Effects(candidates, estimates, evidence).all();
        return new AccountEffects(
                AccountName.of(view.frame().accounts().get(account)),
                conclusion(responses, candidates, obstacle, effects, evidence),
                posts.size() == 0 ? List.of() : new EffectGroups(candidates).of(effects),
                eligible.leftOut(account, rows.length - responses.size()),
                posts.size() - candidates.known());
    }

    private static BitSet set(int[] rows) {
        BitSet set = new BitSet();
        for (int row : rows) {
            set.set(row);
        }
        return set;
    }

    /// Why nothing can be estimated; empty where something can.
    private String obstacle(int account, Responses responses, Candidates candidates) {
        if (eligible.rows(account).length == 0) {
            return "no_posts";
        }
        if (responses.size() == 0) {
            return reader.provided(view.platform(account)) ? "not_collected" : "metric_not_provided";
        }
        if (responses.size() < candidates.postsNeeded()) {
            return EffectEvidence.TOO_FEW_POSTS;
        }
        return candidates.told().isEmpty() ? "nothing_to_compare" : "";
    }

    private EffectConclusion conclusion(
            Responses responses,
            Candidates candidates,
            String obstacle,
            List<Effect> effects,
            EffectEvidence evidence) {
        List<Effect> flagged = effects.stream().filter(Effect::flagged).toList();
        int lookedAt =
                (int) effects.stream().filter(effect -> effect.effect() != null).count();
        boolean tooFew = obstacle.equals(EffectEvidence.TOO_FEW_POSTS);
        int missing = obstacle.isEmpty() ? 0 : candidates.missing();
        Evidence of = obstacle.isEmpty() ? evidence.ofAll(flagged.size()) : evidence.ofObstacle(obstacle);
        Said text;
        if (tooFew) {
            text = EffectText.tooFew(responses.size(), candidates.postsNeeded());
        } else if (!obstacle.isEmpty()) {
            text = EffectText.impossible(obstacle, metric);
        } else if (flagged.isEmpty()) {
            text = EffectText.nothing(lookedAt, responses.size(), metric);
        } else {
            text = EffectText.standingOut(flagged, lookedAt, responses.size(), metric);
        }
        return new EffectConclusion(of.status(), of.reasonCode(), text, lookedAt, flagged.size(), missing, of);
    }
}
