package io.tidemark.ledger;

import io.tidemark.frame.AgedPosts;
import io.tidemark.frame.Ages;
import io.tidemark.frame.FrameAccount;
import io.tidemark.frame.OutdatedFrame;
import io.tidemark.frame.PostFrame;
import io.tidemark.metric.Metric;
import io.tidemark.metric.StandardAge;
import java.lang.ref.SoftReference;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/// Values at standard ages, read when they are first asked for and kept while there is memory to spare: most questions
/// need one age or none.
final class LedgerAges implements Ages {
    private final Door door;
    private final long businessId;
    private final long dataVersion;
    private final PostFrame posts;
    private final List<FrameAccount> accounts;
    private final Map<StandardAge, SoftReference<AgedPosts>> kept = new EnumMap<>(StandardAge.class);

    /// @param dataVersion that the posts were read at
    LedgerAges(Door door, long businessId, long dataVersion, PostFrame posts, List<FrameAccount> accounts) {
        this.door = door;
        this.businessId = businessId;
        this.dataVersion = dataVersion;
        this.posts = posts;
        this.accounts = accounts;
    }

    /// Those who ask at the same time wait for one reading.
    @Override
    public synchronized AgedPosts at(StandardAge age) {
        SoftReference<AgedPosts> reference = kept.get(age);
        AgedPosts here = reference == null ? null : reference.get();
        if (here == null) {
            here = door.readBusiness(businessId, session -> read(session, age));
            kept.put(age, new SoftReference<>(here));
        }
        return here;
    }

    private AgedPosts read(Session session, StandardAge age) {
        long present = Versions.of(session).data();
        if (present != dataVersion) {
            throw new OutdatedFrame(dataVersion, present);
        }
        AgedPosts.Builder aged = AgedPosts.builder(posts.size());
        Metric[] metrics = MetricColumns.OF_POSTS.toArray(Metric[]::new);
        session.copyOut(
                "select post_id, %s from post_at_age where business_id = %d and age_hours = %d"
                        .formatted(MetricColumns.LIST, businessId, age.hours()),
                row -> {
                    aged.post(row.nextLong());
                    for (Metric metric : metrics) {
                        double value = row.nextDouble();
                        if (!Double.isNaN(value)) {
                            aged.set(metric, value);
                        }
                    }
                });
        return aged.build(posts, accounts);
    }
}
