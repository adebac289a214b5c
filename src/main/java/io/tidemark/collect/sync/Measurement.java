package io.tidemark.collect.sync;

import io.tidemark.collect.connector.CallFailed;
import io.tidemark.collect.connector.PostReading;
import io.tidemark.ledger.LivePost;
import io.tidemark.ledger.Observation;
import io.tidemark.metric.Subject;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// Reads the numbers of the posts that are worth it now.
final class Measurement implements Phase {
    /// Beyond this age a post is read every quarter only.
    private static final Duration FOLLOWED = Duration.ofDays(35);
    private static final Duration STALE = Duration.ofDays(90);
    private static final int STALE_IN_A_RUN = 50;
    /// Whose numbers somebody who asks wants to see, unless they were read just now.
    private static final Duration RECENT = Duration.ofDays(7);
    private static final Duration FRESH = Duration.ofMinutes(5);

    @Override
    public void run(Run run) {
        Instant now = run.startedAt;
        List<LivePost> candidates = run.candidates(now.minus(FOLLOWED), now.minus(STALE), STALE_IN_A_RUN);
        ReadingPlan.Choice choice = run.plan.choose(run.planned, candidates, now);
        List<LivePost> chosen = withSuspects(run, choice.now(), candidates, now);
        PostReader.Result result =
                new PostReader(run.connector, run.api, run.tracked, run.refusals).read(PostReader.refs(chosen));
        for (LivePost post : chosen) {
            Readings.Read read = result.readings().get(post.externalId());
            if (read != null) {
                take(run, run.current(post), read.reading(), read.at());
            } else if (result.stopped() == null) {
                run.silent(run.current(post), run.now());
            }
        }
        if (result.stopped() != null) {
            throw new CallFailed(result.stopped());
        }
        run.next(choice.next());
    }

    /// With posts that a list no longer shows: their own numbers tell whether they are there. And with those of the
    /// last days where somebody waits.
    private static List<LivePost> withSuspects(Run run, List<LivePost> chosen, List<LivePost> candidates, Instant now) {
        Set<LivePost> all = new LinkedHashSet<>(chosen);
        candidates.stream()
                .filter(post ->
                        post.misses() > 0 || (run.asked && post.publishedAt().isAfter(now.minus(RECENT))))
                .filter(post -> post.readAt() == null || post.readAt().isBefore(now.minus(FRESH)))
                .forEach(all::add);
        return List.copyOf(all);
    }

    private static void take(Run run, LivePost post, PostReading reading, Instant at) {
        switch (reading) {
            case PostReading.Values read -> {
                run.reading(post, read.values(), at);
                read.absences()
                        .forEach((metric, reason) ->
                                run.observe(new Observation.OfAbsence(run.key(), Subject.POST, metric, reason)));
            }
            case PostReading.Gone gone -> run.missed(post, at);
        }
    }
}
