package io.tidemark.ledger;

import java.time.Instant;
import java.time.LocalDate;

/// Times as PostgreSQL's binary format has them: counted from the year 2000.
final class BinaryTime {
    private static final long EPOCH_SECOND = LocalDate.of(2000, 1, 1).toEpochDay() * 86_400;
    private static final int EPOCH_DAY = (int) LocalDate.of(2000, 1, 1).toEpochDay();
    private static final long MICROS = 1_000_000;
    private static final long NANOS_PER_MICRO = 1_000;
    private static final long HALF_MICRO = 500;

    private BinaryTime() {}

    /// What is finer than a microsecond is rounded, as PostgreSQL does with text.
    static long micros(Instant instant) {
        long micros = (instant.getNano() + HALF_MICRO) / NANOS_PER_MICRO;
        return Math.addExact(Math.multiplyExact(instant.getEpochSecond() - EPOCH_SECOND, MICROS), micros);
    }

    static Instant instant(long micros) {
        return Instant.ofEpochSecond(
                Math.floorDiv(micros, MICROS) + EPOCH_SECOND, Math.floorMod(micros, MICROS) * NANOS_PER_MICRO);
    }

    static int days(LocalDate day) {
        return Math.toIntExact(day.toEpochDay() - EPOCH_DAY);
    }

    static LocalDate day(int days) {
        return LocalDate.ofEpochDay(epochDay(days));
    }

    static int epochDay(int days) {
        return days + EPOCH_DAY;
    }
}
