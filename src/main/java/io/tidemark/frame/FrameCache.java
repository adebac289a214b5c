package io.tidemark.frame;

import com.github.benmanes.caffeine.cache.AsyncCache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Keeps the frames that were asked for last, bounded by the bytes of their columns. While a frame is being loaded,
/// others who ask for it wait for the same load; loads of different frames do not hinder one another.
public final class FrameCache {
    private static final long BYTES_PER_UNIT = 1024;

    private final AsyncCache<Key, Frame> frames;

    /// @param maximumBytes what the frames kept may weigh together; one that alone weighs more is handed out, not kept
    public FrameCache(long maximumBytes) {
        // Evicts on the calling thread: so little is done that another thread would cost more.
        frames = Caffeine.newBuilder()
                .executor(Runnable::run)
                .maximumWeight(Math.max(1, maximumBytes / BYTES_PER_UNIT))
                .weigher((Key key, Frame frame) -> units(frame))
                .buildAsync();
    }

    /// A business at a version of its data.
    ///
    /// @param asOf null for the present
    public record Key(
            long businessId, long dataVersion, @Nullable Instant asOf) {}

    /// The frame, loaded by the calling thread unless it is here or another thread loads it. A load that fails leaves
    /// nothing behind: the next one to ask tries again.
    @SuppressWarnings("ReferenceEquality") // Whether it is this very load, not one like it.
    public Frame get(Key key, Function<Key, Frame> loader) {
        CompletableFuture<Frame> mine = new CompletableFuture<>();
        CompletableFuture<Frame> kept = frames.get(key, (wanted, executor) -> mine);
        if (kept == mine) {
            load(key, loader, mine);
        }
        try {
            return kept.join();
        } catch (CompletionException failed) {
            throw failed.getCause() instanceof RuntimeException cause ? cause : failed;
        }
    }

    private void load(Key key, Function<Key, Frame> loader, CompletableFuture<Frame> mine) {
        try {
            mine.complete(loader.apply(key));
            forgetOlder(key);
        } catch (RuntimeException | Error failure) {
            mine.completeExceptionally(failure);
        }
    }

    /// The present has one version: frames of earlier ones are not asked for again.
    private void forgetOlder(Key key) {
        if (key.asOf() == null) {
            frames.asMap()
                    .keySet()
                    .removeIf(other -> other.asOf() == null
                            && other.businessId() == key.businessId()
                            && other.dataVersion() < key.dataVersion());
        }
    }

    private static int units(Frame frame) {
        return (int) Math.min(Integer.MAX_VALUE, 1 + frame.bytes() / BYTES_PER_UNIT);
    }
}
