package io.tidemark.serve.analytics;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Keeps the answers that take long to compute, for as long as the data, the question and the hour are the same.
/// Whoever asks for one that is being computed waits for it.
final class AnswerCache {
    private final Cache<Key, Object> answers;

    AnswerCache(int most) {
        answers = Caffeine.newBuilder().maximumSize(most).build();
    }

    private record Key(
            long businessId, long dataVersion, @Nullable Instant asOf, Instant hour, String question) {}

    Object get(Asked asked, Supplier<Object> compute) {
        Key key = new Key(
                asked.business().id(),
                asked.frame().dataVersion(),
                asked.asOf(),
                asked.now().truncatedTo(ChronoUnit.HOURS),
                asked.given().canonical());
        return answers.get(key, wanted -> compute.get());
    }
}
