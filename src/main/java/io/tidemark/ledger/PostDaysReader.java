package io.tidemark.ledger;

import io.tidemark.frame.AccountOrdinals;
import io.tidemark.frame.ActivityFrame;
import io.tidemark.frame.OutdatedFrame;
import io.tidemark.frame.PostDays;
import java.util.Arrays;
import java.util.List;

/// Reads the readings of some posts of a frame and has their activity worked out.
///
/// @param dataVersion that the frame was loaded at; the present must still be that, a past instant stays as it was
/// @param scope the present, or the past instant
record PostDaysReader(
        Door door, Derivation derivation, Business business, long dataVersion, Scope scope, AccountOrdinals accounts)
        implements PostDays.Reader {
    @Override
    public ActivityFrame read(long[] posts) {
        return door.readBusiness(business.id(), session -> {
            long present = Versions.of(session).data();
            if (scope.equals(Scope.EVERYTHING) && present != dataVersion) {
                throw new OutdatedFrame(dataVersion, present);
            }
            List<Long> wanted = Arrays.stream(posts).boxed().toList();
            SamePosts same = SamePosts.of(session, scope, wanted);
            new Affected(session).only(same.idsOf(wanted));
            return derivation.activity(
                    new Records(session, business, dataVersion, scope, same, same), business.zone(), accounts);
        });
    }
}
