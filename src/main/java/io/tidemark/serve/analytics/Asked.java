package io.tidemark.serve.analytics;

import io.tidemark.analytics.AnalyticsQuery;
import io.tidemark.frame.Frame;
import io.tidemark.ledger.Business;
import io.tidemark.ledger.User;
import io.tidemark.serve.http.Parameters;
import java.time.Instant;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// What a caller asks about a business that the caller may see.
///
/// @param given all parameters, for those that one endpoint alone has
/// @param query what the common parameters mean
/// @param asOf null for the present
/// @param now the present
/// @param loader loads the frame, at the latest when it is first asked for
record Asked(
        User caller,
        Business business,
        Parameters given,
        AnalyticsQuery query,
        @Nullable Instant asOf,
        Instant now,
        Supplier<Frame> loader) {
    Frame frame() {
        return loader.get();
    }
}
