package io.tidemark.derive;

import io.tidemark.analytics.activity.DayRevision;
import io.tidemark.analytics.activity.PostActivity;
import io.tidemark.frame.AccountOrdinals;
import io.tidemark.frame.FrameAccount;
import io.tidemark.frame.Restatements;
import io.tidemark.ledger.Past;
import io.tidemark.ledger.Records;
import io.tidemark.ledger.Restated;
import io.tidemark.metric.Platform;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/// Finds what platforms changed after it was settled.
final class Restating {
    private Restating() {}

    static List<Restated> ofPost(long postId, PostActivity activity) {
        return activity.restatements().stream()
                .map(event -> new Restated(
                        postId,
                        null,
                        event.metric(),
                        event.at(),
                        event.sourceId(),
                        event.formerSourceId(),
                        event.before(),
                        event.before() + event.amount()))
                .toList();
    }

    /// Of the affected days of accounts.
    static List<Restated> ofDays(Records records) {
        Map<Long, Platform> platforms =
                records.accounts().stream().collect(Collectors.toMap(FrameAccount::id, FrameAccount::platform));
        return records.dayChanges().stream()
                .filter(change -> isRestatement(change, platforms))
                .map(Records.DayChange::restated)
                .toList();
    }

    private static boolean isRestatement(Records.DayChange change, Map<Long, Platform> platforms) {
        Restated restated = change.restated();
        Platform platform = Objects.requireNonNull(platforms.get(restated.subjectId()));
        return DayRevision.isRestatement(
                platform,
                Objects.requireNonNull(restated.day()),
                change.formerAt(),
                restated.before(),
                restated.after());
    }

    /// Adds them as they stood at a past instant.
    ///
    /// @param ofPosts those of the posts that have changed since
    static void addAsOf(
            Past past, List<Restated> ofPosts, Restatements.Builder restatements, AccountOrdinals ordinals) {
        past.addUnchangedRestatements(restatements, ordinals);
        List<Restated> changed = new ArrayList<>(ofPosts);
        changed.addAll(ofDays(past.then()));
        Set<Long> sources = new HashSet<>();
        changed.forEach(one -> {
            sources.add(one.sourceId());
            sources.add(one.formerSourceId());
        });
        Map<Long, Instant> recorded = past.recordedAt(sources);
        for (Restated one : changed) {
            LocalDate day = one.day();
            Instant at = Objects.requireNonNull(recorded.get(one.sourceId()));
            Instant formerAt = Objects.requireNonNull(recorded.get(one.formerSourceId()));
            if (day == null) {
                restatements.post(one.subjectId(), one.metric(), one.at(), at, formerAt, one.before(), one.after());
            } else {
                int account = ordinals.of(one.subjectId());
                restatements.day(account, day, one.metric(), one.at(), at, formerAt, one.before(), one.after());
            }
        }
    }
}
