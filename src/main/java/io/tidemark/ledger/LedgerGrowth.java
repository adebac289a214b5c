package io.tidemark.ledger;

import io.tidemark.frame.Growth;
import io.tidemark.frame.OutdatedFrame;
import io.tidemark.frame.PostFrame;
import io.tidemark.frame.PostGrowth;
import java.lang.ref.SoftReference;
import org.jspecify.annotations.Nullable;

/// How posts grew, read when it is first asked for and kept while there is memory to spare.
final class LedgerGrowth implements Growth {
    private final Door door;
    private final long businessId;
    private final long dataVersion;
    private final PostFrame posts;
    private SoftReference<@Nullable PostGrowth> kept = new SoftReference<>(null);

    /// @param dataVersion that the posts were read at
    LedgerGrowth(Door door, long businessId, long dataVersion, PostFrame posts) {
        this.door = door;
        this.businessId = businessId;
        this.dataVersion = dataVersion;
        this.posts = posts;
    }

    /// Those who ask at the same time wait for one reading.
    @Override
    public synchronized PostGrowth read() {
        PostGrowth here = kept.get();
        if (here == null) {
            here = door.readBusiness(businessId, this::read);
            kept = new SoftReference<>(here);
        }
        return here;
    }

    private PostGrowth read(Session session) {
        long present = Versions.of(session).data();
        if (present != dataVersion) {
            throw new OutdatedFrame(dataVersion, present);
        }
        PostGrowth.Builder growth = PostGrowth.builder(posts);
        session.copyOut(
                "select post_id, %s from post_growth where business_id = %d".formatted(PostGrown.COLUMNS, businessId),
                row -> growth.add(row.nextLong(), PostGrown.next(row)));
        return growth.build();
    }
}
