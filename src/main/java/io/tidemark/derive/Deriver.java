package io.tidemark.derive;

import io.tidemark.analytics.AnalyticsAggregator;
import io.tidemark.analytics.PostState;
import io.tidemark.ledger.Business;
import io.tidemark.ledger.Derivation;
import io.tidemark.ledger.Derived;
import io.tidemark.ledger.PostAtAge;
import io.tidemark.ledger.PostChange;
import io.tidemark.ledger.PostCurrent;
import io.tidemark.ledger.PostHistory;
import io.tidemark.ledger.Records;
import java.time.ZoneId;
import java.util.Optional;

/// Derives current values, values at standard ages and summaries of whatever an append, an undo or a rebuild has
/// touched.
///
/// Summaries change by differences: what a post was is taken away, what it is is added. A rebuild adds to nothing.
public final class Deriver implements Derivation {
    /// Cells held in memory before they are written: some 100 MB.
    private static final int MOST_CELLS = 200_000;

    @Override
    public void derive(Records records, Derived derived) {
        Business business = records.business();
        AnalyticsAggregator summaries = new AnalyticsAggregator(business.zone(), business.weekStart());
        records.forEachPost(change -> {
            derive(change, business.zone(), summaries, derived);
            if (summaries.size() > MOST_CELLS) {
                derived.addSummaries(Summaries.differences(summaries.drain()));
            }
        });
        derived.finish();
        derived.addSummaries(Summaries.differences(summaries.drain()));
        AccountSummaries.derive(records, derived);
    }

    private static void derive(PostChange change, ZoneId zone, AnalyticsAggregator summaries, Derived derived) {
        PostHistory before = change.before();
        if (before != null) {
            CurrentPosts.of(before).ifPresent(was -> summaries.subtract(PostStates.of(before, was, zone)));
        }
        PostHistory after = change.after();
        Optional<PostCurrent> current = CurrentPosts.of(after);
        current.ifPresent(is -> {
            PostState state = PostStates.of(after, is, zone);
            summaries.add(state);
            derived.writePost(is);
            state.activity()
                    .atAges()
                    .forEach(at -> derived.writeAge(
                            new PostAtAge(after.postId(), at.age().hours(), at.values())));
        });
    }
}
