package io.tidemark.derive;

import io.tidemark.analytics.AnalyticsAggregator;
import io.tidemark.analytics.PostState;
import io.tidemark.analytics.activity.AtAge;
import io.tidemark.frame.AccountOrdinals;
import io.tidemark.frame.ActivityFrame;
import io.tidemark.ledger.BreakoutDesk;
import io.tidemark.ledger.Business;
import io.tidemark.ledger.Derivation;
import io.tidemark.ledger.Derived;
import io.tidemark.ledger.PostAtAge;
import io.tidemark.ledger.PostChange;
import io.tidemark.ledger.PostHistory;
import io.tidemark.ledger.Records;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/// Derives current values, values at standard ages and summaries of whatever an append, an undo or a rebuild has
/// touched.
///
/// An append also says which of the posts that were read break out ([BreakoutWatch]).
///
/// Summaries change by differences: what a post was is taken away, what it is is added. A rebuild adds to nothing.
public final class Deriver implements Derivation {
    /// Cells held in memory before they are written: some 100 MB.
    private static final int MOST_CELLS = 200_000;

    private final BreakoutCurves curves = new BreakoutCurves();

    @Override
    public void derive(Records records, Derived derived) {
        Business business = records.business();
        AnalyticsAggregator summaries = new AnalyticsAggregator(business.zone(), business.weekStart());
        BreakoutDesk desk = records.breakouts();
        BreakoutWatch watch = desk == null ? null : new BreakoutWatch(desk);
        records.forEachPost(change -> {
            derive(change, business.zone(), summaries, derived, watch);
            if (summaries.size() > MOST_CELLS) {
                derived.addSummaries(Summaries.differences(summaries.drain()));
            }
        });
        derived.finish();
        derived.addSummaries(Summaries.differences(summaries.drain()));
        AccountSummaries.derive(records, derived);
        if (watch != null) {
            watch.finish(curves);
        }
    }

    @Override
    public ActivityFrame activity(Records records, ZoneId zone, AccountOrdinals accounts) {
        AnalyticsAggregator summaries =
                new AnalyticsAggregator(zone, records.business().weekStart());
        records.forEachPost(
                change -> PostStanding.of(change.after()).ifPresent(post -> summaries.add(post.state(zone))));
        return Activities.of(summaries, accounts);
    }

    /// @param watch null where it is not looked which posts break out
    private static void derive(
            PostChange change,
            ZoneId zone,
            AnalyticsAggregator summaries,
            Derived derived,
            @Nullable BreakoutWatch watch) {
        PostHistory before = change.before();
        if (before != null) {
            PostStanding.of(before).ifPresent(was -> summaries.subtract(was.state(zone)));
        }
        PostStanding.of(change.after()).ifPresent(is -> {
            PostState state = is.state(zone);
            summaries.add(state);
            derived.writePost(CurrentPosts.of(is));
            for (AtAge at : state.activity().atAges()) {
                derived.writeAge(new PostAtAge(is.history().postId(), at.age().hours(), at.values()));
            }
            Restating.ofPost(is.history().postId(), state.activity()).forEach(derived::writeRestatement);
            GrownPosts.of(is, state.activity()).ifPresent(grown -> {
                derived.writeGrowth(grown);
                if (watch != null) {
                    watch.look(is, grown);
                }
            });
        });
    }
}
