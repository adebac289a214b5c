package io.tidemark.collect.sync;

import io.tidemark.collect.sync.polling.Tariff;
import io.tidemark.ledger.LivePost;
import io.tidemark.metric.Platform;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Decides which posts of an account are worth a reading now.
public interface ReadingPlan {
    /// @param candidates posts that are not gone, newest first
    Choice choose(Account account, List<LivePost> candidates, Instant now);

    /// A post after a reading of it.
    ///
    /// @param total engagements; null where the reading told none
    LivePost after(Account account, LivePost before, Instant at, @Nullable Double total);

    /// What is known of an account beside its posts.
    ///
    /// @param zone of the business, whose midnights matter
    /// @param tariff how readings are counted
    /// @param perDay how many of them, or calls, the account may take in a day
    /// @param typicalTotal to which posts of the account come in the end; null where too few are settled
    /// @param expiry when a post's numbers can be read for the last time; null where always
    record Account(
            long businessId,
            Platform platform,
            long accountId,
            ZoneId zone,
            Tariff tariff,
            double perDay,
            @Nullable Double typicalTotal,
            Function<LivePost, @Nullable Instant> expiry) {}

    /// @param now to be read now, the most urgent first
    /// @param next when there is something to read again
    record Choice(List<LivePost> now, Instant next) {
        public Choice {
            now = List.copyOf(now);
        }
    }
}
