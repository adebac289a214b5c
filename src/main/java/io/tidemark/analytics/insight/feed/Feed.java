package io.tidemark.analytics.insight.feed;

import io.tidemark.analytics.AnalyticsQuery;
import io.tidemark.analytics.insight.Finding;
import io.tidemark.analytics.insight.Insight;
import io.tidemark.analytics.insight.Insights;
import io.tidemark.frame.Frame;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// All findings of a business about a period, before it is known which of them are new.
public final class Feed {
    private static final Comparator<FeedEntry> WORTH_MOST_FIRST = Comparator.comparingDouble(
                    (FeedEntry entry) -> -entry.worth().value())
            .thenComparing(FeedEntry::id);

    private final Frame frame;
    private final Insights.Found found;
    private final List<Candidate> candidates;
    private final int tested;
    private final Instant now;

    private Feed(Frame frame, Insights.Found found, List<Finding> findings, Instant now) {
        this.frame = frame;
        this.found = found;
        this.now = now;
        candidates = Candidate.of(findings);
        tested = Math.toIntExact(
                findings.stream().filter(Finding.Claim.class::isInstance).count());
    }

    /// @param now the present; a frame as of an instant is answered as of that instant
    public static Feed of(Frame frame, AnalyticsQuery query, Instant now) {
        Insights.Found found = Insights.find(frame, query, now);
        List<Finding> findings = new ArrayList<>(found.findings());
        Source.MORE.forEach(
                source -> source.find(frame, query, found.leading(), now).forEach(findings::add));
        return new Feed(frame, found, findings, now);
    }

    /// The answer to a question that is asked once: whoever filters or asks for the past.
    public FeedAnswer answer() {
        Picked picked = pick(candidate -> candidate.said(true));
        List<FeedEntry> entries =
                picked.said().stream().map(said -> entry(said, null, now)).toList();
        return answer(picked, entries);
    }

    /// The answer to the question that is asked every day, and what is to be remembered of it.
    public Kept answer(Memory memory) {
        Picked picked = pick(candidate -> candidate.said(memory.holds(candidate.stands())));
        Memory after =
                memory.after(picked.said().stream().map(Arbiter.Said::insight).toList(), now);
        List<FeedEntry> entries = picked.said().stream()
                .map(said -> {
                    Remembered remembered = after.of(InsightId.of(said.insight()));
                    return entry(said, remembered, remembered.changedAt());
                })
                .toList();
        return new Kept(answer(picked, entries), after);
    }

    /// @param memory what is to be remembered
    public record Kept(FeedAnswer answer, Memory memory) {}

    @FunctionalInterface
    private interface Saying {
        @Nullable
        Insight of(Candidate candidate);
    }

    /// @param byChance how many claims were not made
    private record Picked(List<Arbiter.Said> said, int byChance, int contradicting) {}

    private Picked pick(Saying saying) {
        List<Arbiter.Said> all = new ArrayList<>();
        int byChance = 0;
        for (Candidate candidate : candidates) {
            Insight said = saying.of(candidate);
            if (said != null) {
                boolean claim = candidate.claim() && Objects.equals(said, candidate.stands());
                all.add(new Arbiter.Said(said, claim, candidate.p()));
            }
            byChance += candidate.stands() != null && !Objects.equals(said, candidate.stands()) ? 1 : 0;
        }
        List<Arbiter.Said> settled = Arbiter.settle(all);
        return new Picked(settled, byChance, all.size() - settled.size());
    }

    private FeedEntry entry(Arbiter.Said said, @Nullable Remembered remembered, Instant since) {
        Worth worth = Worth.of(said.insight(), said.p(), since, now);
        String id = InsightId.of(said.insight());
        return remembered == null
                ? new FeedEntry(id, said.insight(), said.claim(), worth, null, null, null, null)
                : new FeedEntry(
                        id,
                        said.insight(),
                        said.claim(),
                        worth,
                        remembered.openedAt(),
                        remembered.changedAt(),
                        remembered.dismissed() == null ? FeedEntry.State.OPEN : FeedEntry.State.DISMISSED,
                        remembered.dismissed());
    }

    private FeedAnswer answer(Picked picked, List<FeedEntry> entries) {
        return new FeedAnswer(
                frame.businessId(),
                found.period(),
                found.comparison(),
                frame.dataVersion(),
                frame.asOf(),
                Candidate.RATE,
                new FeedAnswer.LeftOut(tested, picked.byChance(), picked.contradicting()),
                entries.stream().sorted(WORTH_MOST_FIRST).toList());
    }
}
