package io.tidemark.collect.file.table;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import java.util.zip.ZipEntry;
import org.jspecify.annotations.Nullable;

/// When an archive says that an entry was written.
final class EntryTime {
    private static final int EXTENDED_TIMESTAMP = 0x5455;
    private static final int NTFS_TIMES = 0x000A;
    /// Archives made without a clock carry 1980, the first year that the format knows.
    private static final int PLAUSIBLE_FROM = 2005;

    private EntryTime() {}

    static Optional<Instant> of(ZipEntry entry, ZoneId zoneOfLocalTimes) {
        Instant time = hasInstant(entry.getExtra())
                ? entry.getLastModifiedTime().toInstant()
                : entry.getTimeLocal().atZone(zoneOfLocalTimes).toInstant();
        return Optional.of(time).filter(at -> at.atZone(zoneOfLocalTimes).getYear() >= PLAUSIBLE_FROM);
    }

    /// Whether an extra field gives the time as an instant; without one it is a clock reading of an unknown zone.
    private static boolean hasInstant(byte @Nullable [] extra) {
        ByteBuffer fields = ByteBuffer.wrap(extra == null ? new byte[0] : extra).order(ByteOrder.LITTLE_ENDIAN);
        while (fields.remaining() >= 4) {
            int id = fields.getShort() & 0xFFFF;
            int length = fields.getShort() & 0xFFFF;
            if (id == NTFS_TIMES || (id == EXTENDED_TIMESTAMP && hasModificationTime(fields))) {
                return true;
            }
            fields.position(Math.min(fields.position() + length, fields.limit()));
        }
        return false;
    }

    private static boolean hasModificationTime(ByteBuffer fields) {
        return fields.hasRemaining() && (fields.get(fields.position()) & 1) == 1;
    }
}
