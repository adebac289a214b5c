package io.tidemark.derive;

import io.tidemark.analytics.activity.AtAge;
import io.tidemark.frame.AgedPosts;
import io.tidemark.frame.Ages;
import io.tidemark.frame.FrameAccount;
import io.tidemark.frame.PostFrame;
import io.tidemark.ledger.Ledger;
import io.tidemark.ledger.Records;
import io.tidemark.metric.Metric;
import io.tidemark.metric.StandardAge;
import java.lang.ref.SoftReference;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Values at standard ages as they were known at a past instant. Computed for all ages together when one is first asked
/// for, and kept while there is memory to spare. What is recorded meanwhile makes no difference to the past.
final class AgesAsOf implements Ages {
    private final Ledger ledger;
    private final long businessId;
    private final Instant asOf;
    private final PostFrame posts;
    private final List<FrameAccount> accounts;
    private SoftReference<@Nullable Map<StandardAge, AgedPosts>> kept = new SoftReference<>(null);

    AgesAsOf(Ledger ledger, long businessId, Instant asOf, PostFrame posts, List<FrameAccount> accounts) {
        this.ledger = ledger;
        this.businessId = businessId;
        this.asOf = asOf;
        this.posts = posts;
        this.accounts = accounts;
    }

    @Override
    public synchronized @Nullable AgedPosts at(StandardAge age) {
        Map<StandardAge, AgedPosts> here = kept.get();
        if (here == null) {
            here = ledger.asOf(businessId, asOf, this::compute);
            kept = new SoftReference<>(here);
        }
        return here.get(age);
    }

    private Map<StandardAge, AgedPosts> compute(Records records) {
        Map<StandardAge, AgedPosts.Builder> builders = new EnumMap<>(StandardAge.class);
        for (StandardAge age : StandardAge.values()) {
            builders.put(age, AgedPosts.builder(posts, accounts));
        }
        records.forEachPost(change -> PostStanding.of(change.after()).ifPresent(post -> {
            // Ages are counted from publication, in any zone.
            for (AtAge at : post.activity(ZoneOffset.UTC).atAges()) {
                AgedPosts.Builder builder = builders.get(at.age());
                if (builder != null) {
                    add(post.history().postId(), at, builder);
                }
            }
        }));
        Map<StandardAge, AgedPosts> ages = new EnumMap<>(StandardAge.class);
        builders.forEach((age, builder) -> ages.put(age, builder.build()));
        return ages;
    }

    private static void add(long postId, AtAge at, AgedPosts.Builder builder) {
        builder.post(postId);
        for (Metric metric : at.values().present()) {
            builder.set(metric, at.values().orNaN(metric));
        }
    }
}
