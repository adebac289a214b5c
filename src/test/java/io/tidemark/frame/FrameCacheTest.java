package io.tidemark.frame;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tidemark.metric.Boosted;
import io.tidemark.metric.ContentType;
import io.tidemark.metric.MetricValues;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class FrameCacheTest {
    private static final FrameCache.Key KEY = new FrameCache.Key(1, 5, null);
    private final FrameCache cache = new FrameCache(1 << 20);
    private final AtomicInteger loads = new AtomicInteger();

    @Test
    void aFrameIsLoadedOnce() {
        Frame first = cache.get(KEY, this::load);

        assertThat(cache.get(KEY, this::load)).isSameAs(first);
        assertThat(loads).hasValue(1);
    }

    @Test
    void thoseWhoAskMeanwhileWaitForTheSameLoad() throws Exception {
        CountDownLatch loading = new CountDownLatch(1);
        CountDownLatch finish = new CountDownLatch(1);
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<Frame> first = threads.submit(() -> cache.get(KEY, key -> {
                loading.countDown();
                await(finish);
                return load(key);
            }));
            loading.await();
            Future<Frame> second = threads.submit(() -> cache.get(KEY, this::load));
            Frame other = cache.get(new FrameCache.Key(2, 1, null), this::load);
            finish.countDown();

            assertThat(second.get()).isSameAs(first.get()).isNotSameAs(other);
        }
        assertThat(loads).hasValue(2);
    }

    @Test
    void aLoadThatFailsLeavesNothingBehind() {
        assertThatThrownBy(() -> cache.get(KEY, key -> {
                    throw new IllegalStateException("no database");
                }))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("no database");

        assertThat(cache.get(KEY, this::load).dataVersion()).isEqualTo(5);
    }

    @Test
    void anEarlierVersionOfThePresentIsForgottenAndAPastInstantIsKept() {
        FrameCache.Key past = new FrameCache.Key(1, 5, Instant.EPOCH);
        cache.get(past, this::load);
        cache.get(KEY, this::load);
        cache.get(new FrameCache.Key(1, 6, null), this::load);
        loads.set(0);

        cache.get(past, this::load);
        assertThat(loads).hasValue(0);
        cache.get(KEY, this::load);
        assertThat(loads).hasValue(1);
    }

    @Test
    void aFrameThatIsTooLargeIsHandedOutButNotKept() {
        FrameCache small = new FrameCache(16 * 1024);

        assertThat(small.get(KEY, key -> frame(key, 10_000)).posts().size()).isEqualTo(10_000);
        small.get(KEY, this::load);

        assertThat(loads).hasValue(1);
    }

    private Frame load(FrameCache.Key key) {
        loads.incrementAndGet();
        return frame(key, 1);
    }

    private static Frame frame(FrameCache.Key key, int posts) {
        PostFrame.Builder builder = PostFrame.builder(posts);
        for (int i = 0; i < posts; i++) {
            builder.add(i, 0, i, LocalDate.EPOCH, ContentType.TEXT, Boosted.NO, MetricValues.NONE);
        }
        return new Frame(
                key.businessId(),
                key.dataVersion(),
                ZoneOffset.UTC,
                DayOfWeek.MONDAY,
                key.asOf(),
                null,
                List.of(),
                builder.build(),
                DayFrame.builder(0).build());
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
