package io.tidemark.derive;

import io.tidemark.frame.Growth;
import io.tidemark.frame.PostFrame;
import io.tidemark.frame.PostGrowth;
import io.tidemark.ledger.Ledger;
import io.tidemark.ledger.Past;
import io.tidemark.ledger.PostGrown;
import java.lang.ref.SoftReference;
import java.time.Instant;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/// How posts grew as it was known at a past instant, computed when it is first asked for and kept while
/// there is memory to spare.
final class GrowthAsOf implements Growth {
    private final Ledger ledger;
    private final long businessId;
    private final Instant asOf;
    private final PostFrame posts;
    private SoftReference<@Nullable PostGrowth> kept = new SoftReference<>(null);

    GrowthAsOf(Ledger ledger, long businessId, Instant asOf, PostFrame posts) {
        this.ledger = ledger;
        this.businessId = businessId;
        this.asOf = asOf;
        this.posts = posts;
    }

    @Override
    public synchronized PostGrowth read() {
        PostGrowth here = kept.get();
        if (here == null) {
            here = ledger.past(businessId, asOf, this::compute);
            kept = new SoftReference<>(here);
        }
        return here;
    }

    private PostGrowth compute(Past past) {
        PostGrowth.Builder growth = PostGrowth.builder(posts);
        // Ages are counted from publication, in any zone.
        past.forEachPostThen(() -> history -> PostStanding.of(history)
                .flatMap(post -> GrownPosts.of(post, post.activity(ZoneOffset.UTC)))
                .ifPresent(post -> add(growth, post)));
        past.forEachUnchangedGrowth(growth::add);
        return growth.build();
    }

    private static void add(PostGrowth.Builder growth, PostGrown post) {
        synchronized (growth) {
            growth.add(post.postId(), post.paths());
        }
    }
}
