package io.tidemark.serve.experiment;

import io.tidemark.analytics.AnalyticsQuery;
import io.tidemark.analytics.insight.AccountName;
import io.tidemark.analytics.insight.ResponseMetric;
import io.tidemark.analytics.insight.timing.Experiment;
import io.tidemark.analytics.insight.timing.ExperimentPlan;
import io.tidemark.analytics.insight.timing.ExperimentState;
import io.tidemark.analytics.insight.timing.PostingTime;
import io.tidemark.frame.Frame;
import io.tidemark.ledger.TimingExperiment;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A test as answers show it.
///
/// @param account null where nothing of it counts any more
record ExperimentView(
        long experimentId,
        @Nullable AccountName account,
        ResponseMetric metric,
        String timeZone,
        double difference,
        Instant startedAt,
        @Nullable Instant endedAt,
        ExperimentState state) {
    static ExperimentView of(TimingExperiment experiment, Frame frame, AnalyticsQuery query, Instant now) {
        ResponseMetric metric = ResponseMetric.find(experiment.metric()).orElseThrow();
        ExperimentPlan plan = new ExperimentPlan(
                experiment.accountId(),
                metric,
                time(experiment.first()),
                time(experiment.second()),
                experiment.postsPerTime(),
                experiment.seed(),
                experiment.zone(),
                experiment.startedAt(),
                experiment.endedAt());
        return new ExperimentView(
                experiment.id(),
                frame.accounts().stream()
                        .filter(account -> account.id() == experiment.accountId())
                        .findFirst()
                        .map(AccountName::of)
                        .orElse(null),
                metric,
                experiment.zone().getId(),
                experiment.difference(),
                experiment.startedAt(),
                experiment.endedAt(),
                Experiment.follow(frame, query, plan, now));
    }

    private static PostingTime time(TimingExperiment.Hour hour) {
        return new PostingTime(hour.weekday(), hour.hour());
    }
}
