package io.tidemark.derive;

import io.tidemark.frame.AgedPosts;
import io.tidemark.frame.Ages;
import io.tidemark.frame.FrameAccount;
import io.tidemark.frame.PostFrame;
import io.tidemark.ledger.Ledger;
import io.tidemark.ledger.Past;
import io.tidemark.metric.StandardAge;
import java.lang.ref.SoftReference;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Values at standard ages as they were known at a past instant: gathered with the frame, kept while there is memory to
/// spare, and computed again where they are missed. What is recorded meanwhile makes no difference to the past.
final class AgesAsOf implements Ages {
    private final Ledger ledger;
    private final long businessId;
    private final Instant asOf;
    private final PostFrame posts;
    private final List<FrameAccount> accounts;
    private SoftReference<@Nullable Map<StandardAge, AgedPosts>> kept;

    AgesAsOf(
            Ledger ledger,
            long businessId,
            Instant asOf,
            PostFrame posts,
            List<FrameAccount> accounts,
            GatheredAges gathered) {
        this.ledger = ledger;
        this.businessId = businessId;
        this.asOf = asOf;
        this.posts = posts;
        this.accounts = accounts;
        kept = new SoftReference<>(gathered.build(posts, accounts));
    }

    @Override
    public synchronized @Nullable AgedPosts at(StandardAge age) {
        Map<StandardAge, AgedPosts> here = kept.get();
        if (here == null) {
            here = ledger.past(businessId, asOf, this::compute);
            kept = new SoftReference<>(here);
        }
        return here.get(age);
    }

    private Map<StandardAge, AgedPosts> compute(Past past) {
        GatheredAges ages = new GatheredAges();
        // Ages are counted from publication, in any zone.
        past.forEachPostThen(() -> history -> PostStanding.of(history)
                .ifPresent(post -> ages.add(post.history().postId(), post.activity(ZoneOffset.UTC))));
        ages.addUnchanged(past);
        return ages.build(posts, accounts);
    }
}
