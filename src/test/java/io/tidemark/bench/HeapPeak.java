package io.tidemark.bench;

import com.sun.management.GarbageCollectionNotificationInfo;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryUsage;
import java.util.concurrent.atomic.AtomicLong;
import javax.management.Notification;
import javax.management.NotificationEmitter;
import javax.management.NotificationListener;
import javax.management.openmbean.CompositeData;

/// The most that was left on the heap after any collection. It holds what nothing pointed to any more but no
/// collection had found yet, so it is an upper bound of what was needed.
final class HeapPeak implements NotificationListener {
    private final AtomicLong bytes = new AtomicLong();

    HeapPeak() {
        ManagementFactory.getGarbageCollectorMXBeans()
                .forEach(collector -> ((NotificationEmitter) collector).addNotificationListener(this, null, null));
    }

    @Override
    public void handleNotification(Notification notification, Object handback) {
        if (!notification.getType().equals(GarbageCollectionNotificationInfo.GARBAGE_COLLECTION_NOTIFICATION)) {
            return;
        }
        var collection = GarbageCollectionNotificationInfo.from((CompositeData) notification.getUserData());
        long left = collection.getGcInfo().getMemoryUsageAfterGc().entrySet().stream()
                .filter(pool ->
                        !pool.getKey().contains("Metaspace") && !pool.getKey().contains("Code"))
                .filter(pool -> !pool.getKey().contains("Class"))
                .map(java.util.Map.Entry::getValue)
                .mapToLong(MemoryUsage::getUsed)
                .sum();
        bytes.accumulateAndGet(left, Math::max);
    }

    /// The most since the last time that it was asked, in megabytes.
    long megabytes() {
        return bytes.getAndSet(0) >> 20;
    }
}
