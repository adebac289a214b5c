package io.tidemark.analytics.insight.timing;

import io.tidemark.analytics.Coverage;
import io.tidemark.analytics.View;
import io.tidemark.analytics.insight.AccountName;
import io.tidemark.analytics.insight.EligiblePosts;
import io.tidemark.analytics.insight.Evidence;
import io.tidemark.analytics.insight.EvidenceStatus;
import io.tidemark.analytics.insight.LeftOutPosts;
import io.tidemark.analytics.insight.ResponseMetric;
import io.tidemark.analytics.insight.ResponseReader;
import io.tidemark.analytics.insight.Responses;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// Looks at the posting times of one account at a time.
final class AccountTiming {
    static final String METHOD = "best_times/1";

    private static final int DRAWS = 1000;
    private static final double MIDDLE_OF_THE_HOUR = 0.5;

    private final View view;
    private final EligiblePosts eligible;
    private final ResponseReader reader;
    private final TimingSamples samples;
    private final ResponseMetric metric;
    private final boolean chances;

    /// @param view of all accounts, also of those that were not asked for but may serve as siblings
    AccountTiming(View view, EligiblePosts eligible, ResponseReader reader, BestTimesQuestion question) {
        this.view = view;
        this.eligible = eligible;
        this.reader = reader;
        metric = question.metric();
        chances = question.chances();
        samples = new TimingSamples(view.posts());
    }

    AccountTimes of(int account) {
        Responses responses = reader.read(account, eligible.rows(account));
        TimingSample sample = samples.of(responses, zone(account));
        TimingUse use = new TimingUse(
                responses,
                sample,
                Arrays.stream(responses.rows()).map(view.posts()::day).toArray());
        String obstacle = obstacle(account, use);
        if (obstacle.isEmpty()) {
            return modelled(account, responses, sample, use);
        }
        List<TimingSample> siblings = obstacle.equals(TimingUse.TOO_FEW_POSTS) ? siblings(account) : List.of();
        return SiblingPrior.of(siblings)
                .map(prior -> expected(account, responses, use, prior, siblings.size()))
                .orElseGet(() -> unmodelled(account, responses, use, obstacle));
    }

    private ZoneId zone(int account) {
        ZoneId own = view.frame().accounts().get(account).zone();
        return own == null ? view.frame().zone() : own;
    }

    private String obstacle(int account, TimingUse use) {
        if (use.size() > 0) {
            return use.obstacle();
        }
        if (eligible.rows(account).length == 0) {
            return "no_posts";
        }
        return reader.provided(view.platform(account)) ? "not_collected" : "metric_not_provided";
    }

    private AccountTimes modelled(int account, Responses responses, TimingSample sample, TimingUse use) {
        List<TimingSample> siblings = siblings(account);
        double[] prior = SiblingPrior.of(siblings).orElse(null);
        SlotPosterior posterior = prior == null ? TimingModel.fit(sample) : TimingModel.fit(sample, prior);
        SlotGrid grid = new SlotGrid(use.posts(), MIDDLE_OF_THE_HOUR);
        Lift[] lifts = lifts(posterior, SlotFeatures.SLOTS, grid::slot);
        String reserve = use.reserve();
        Lift best = lifts[Verdicts.best(lifts)];
        boolean claims = reserve.isEmpty() && best.isClear() && posterior.speaksForEffects();
        TimeVerdict[] verdicts = Verdicts.of(lifts, claims);
        int worthTesting = Verdicts.worthTesting(lifts, use.posts());
        if (worthTesting >= 0 && verdicts[worthTesting] == TimeVerdict.UNCLEAR) {
            verdicts[worthTesting] = TimeVerdict.WORTH_TESTING;
        }
        TimingEffects effects = new TimingEffects(use);
        TimingConclusions conclusions =
                new TimingConclusions(metric, use, lifts, verdicts, worthTesting, posterior.noise());
        Evidence evidence = evidence(account, responses, best, reserve, claims);
        Lift[] weekdays = lifts(posterior, SlotFeatures.WEEKDAYS, grid::weekday);
        Lift[] hours = lifts(posterior, SlotFeatures.HOURS, grid::hour);
        return new AccountTimes(
                name(account),
                zone(account).getId(),
                effects.weekdays(weekdays, Verdicts.of(weekdays, claims)),
                effects.hours(hours, Verdicts.of(hours, claims)),
                effects.slots(lifts, verdicts, chances ? chances(posterior, grid, account) : null),
                conclusions.of(reserve, evidence, prior == null ? 0 : siblings.size()),
                leftOut(account, responses));
    }

    /// What the siblings lead to expect of an account whose own posts are too few to be looked at: no time is called
    /// good or poor.
    private AccountTimes expected(int account, Responses responses, TimingUse use, double[] prior, int siblings) {
        SlotPosterior posterior = TimingModel.prior(prior);
        SlotGrid grid = new SlotGrid(use.posts(), MIDDLE_OF_THE_HOUR);
        Lift[] lifts = lifts(posterior, SlotFeatures.SLOTS, grid::slot);
        Lift best = lifts[Verdicts.best(lifts)];
        Evidence evidence = evidence(account, responses, best, EvidenceStatus.NOT_ENOUGH_DATA, TimingUse.TOO_FEW_POSTS);
        TimingEffects effects = new TimingEffects(use);
        return new AccountTimes(
                name(account),
                zone(account).getId(),
                effects.weekdays(lifts(posterior, SlotFeatures.WEEKDAYS, grid::weekday), null),
                effects.hours(lifts(posterior, SlotFeatures.HOURS, grid::hour), null),
                effects.slots(lifts, null, chances ? chances(posterior, grid, account) : null),
                TimingConclusions.expected(lifts, use, evidence, siblings),
                leftOut(account, responses));
    }

    private interface Contrasts {
        SlotGrid.Contrast of(int index);
    }

    private static Lift[] lifts(SlotPosterior posterior, int count, Contrasts contrasts) {
        Lift[] lifts = new Lift[count];
        for (int i = 0; i < count; i++) {
            lifts[i] = Lift.of(posterior, contrasts.of(i));
        }
        return lifts;
    }

    /// The seed follows from the question and the data: the same data give the same answer.
    private double[] chances(SlotPosterior posterior, SlotGrid grid, int account) {
        long id = view.frame().accounts().get(account).id();
        long seed = (id * 31 + metric.ordinal()) * 1_000_003 + view.frame().dataVersion();
        return posterior.chancesToBeBest(grid.slots(), DRAWS, seed);
    }

    private List<TimingSample> siblings(int account) {
        return IntStream.range(0, view.accountCount())
                .filter(other -> other != account
                        && view.has(other)
                        && view.platform(other) == view.platform(account)
                        && eligible.rows(other).length >= SiblingPrior.FEWEST_POSTS)
                .mapToObj(other -> samples.of(reader.read(other, eligible.rows(other)), zone(other)))
                .filter(sample -> sample.size() >= SiblingPrior.FEWEST_POSTS)
                .toList();
    }

    private AccountTimes unmodelled(int account, Responses responses, TimingUse use, String reason) {
        TimingEffects effects = new TimingEffects(use);
        EvidenceStatus status =
                reason.equals("metric_not_provided") ? EvidenceStatus.NOT_PROVIDED : EvidenceStatus.NOT_ENOUGH_DATA;
        Evidence evidence = evidence(account, responses, null, status, reason);
        return new AccountTimes(
                name(account),
                zone(account).getId(),
                effects.weekdays(null, null),
                effects.hours(null, null),
                effects.slots(null, null, null),
                new TimingConclusion(
                        status,
                        reason,
                        TimingText.impossible(reason, metric, use),
                        null,
                        List.of(),
                        null,
                        null,
                        null,
                        0,
                        evidence),
                leftOut(account, responses));
    }

    private Evidence evidence(int account, Responses responses, Lift best, String reserve, boolean claims) {
        boolean weak = responses.size() < 0.8 * eligible.rows(account).length;
        if (!claims) {
            String reason = reserve.isEmpty() ? "no_clear_difference" : reserve;
            return evidence(account, responses, best, EvidenceStatus.NOT_ENOUGH_DATA, reason);
        }
        return evidence(
                account, responses, best, weak ? EvidenceStatus.WEAK : EvidenceStatus.OK, weak ? "low_coverage" : "ok");
    }

    private Evidence evidence(
            int account, Responses responses, @Nullable Lift best, EvidenceStatus status, String reason) {
        int items = eligible.rows(account).length;
        int expected = reader.provided(view.platform(account)) ? items : responses.size();
        return new Evidence(
                best == null ? null : best.share(),
                best == null ? null : best.interval().getFirst(),
                best == null ? null : best.interval().getLast(),
                best == null ? null : Lift.LEVEL,
                responses.size(),
                best == null ? null : best.nEff(),
                new Coverage(Coverage.Unit.POST, responses.size(), expected, items),
                responses.size() == 0 ? 0 : (double) responses.young() / responses.size(),
                view.now(),
                METHOD,
                status,
                reason);
    }

    private LeftOutPosts leftOut(int account, Responses responses) {
        return eligible.leftOut(account, eligible.rows(account).length - responses.size());
    }

    private AccountName name(int account) {
        return AccountName.of(view.frame().accounts().get(account));
    }
}
